"""Looking codes up: what is found, and what a person is told of a code that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidValueError
from graph.vocabulary import label_of, load_vocabularies

HELD = load_vocabularies()
TEXTS = [code.text for scheme in HELD.schemes() for code in scheme.codes.values()]


def refused(text: str, family: str = "") -> str:
    """The two lines a person is told."""
    with pytest.raises(InvalidValueError) as caught:
        HELD.code(text, family)
    return str(caught.value)


@given(st.sampled_from(TEXTS))
def test_every_code_is_found_by_its_text_and_in_its_family(text: str) -> None:
    code = HELD.code(text)
    scheme = HELD.scheme(code.scheme)
    assert code.text == text
    assert scheme is not None
    assert HELD.code(text, scheme.family) is code
    assert HELD.label(text) == code.label == label_of(text)


@given(st.text(max_size=30) | st.sampled_from(TEXTS).map(lambda text: text + "x"))
def test_what_is_no_code_is_refused_and_stays_what_it_is_where_stored(text: str) -> None:
    if text not in TEXTS:
        with pytest.raises(InvalidValueError):
            HELD.code(text)
        assert HELD.label(text) == text


def test_a_code_without_its_scheme_is_refused_with_the_one_that_was_meant() -> None:
    assert refused("sergeant", "rank") == (
        "'sergeant' does not say of which scheme it is; schemes use the same codes.\n"
        "Did you mean uk-ranks/sergeant or uk-ranks/special-sergeant?"
    )
    assert "iopc-2020/A or ipcc-legacy/A" in refused("A", "allegation-category")
    assert "Schemes: uk-ranks, uk-staff-roles." in refused("jedi", "rank")


def test_a_misspelt_code_and_a_misspelt_scheme_are_answered_with_the_nearest() -> None:
    assert "has no code 'sargeant'" in refused("uk-ranks/sargeant")
    assert "Did you mean uk-ranks/sergeant? Codes of uk-ranks: constable, sergeant" in refused("uk-ranks/sargeant")
    assert "Did you mean iopc-2020/B4?" in refused("iopc-2020/b4")
    assert "Did you mean uk-police/metropolitan?" in refused("uk-police/met")
    assert refused("uk-rank/sergeant", "rank") == (
        "'uk-rank/sergeant': there is no scheme 'uk-rank'.\n"
        "Did you mean uk-ranks/sergeant? Schemes for rank: uk-ranks, uk-staff-roles."
    )


def test_a_scheme_that_somebody_else_declared_is_answered_with_how_to_name_it() -> None:
    assert "name it under vocabularies:, by --vocabulary or in the settings" in refused("acme.outcomes/sacked")


def test_a_list_of_codes_too_long_to_read_is_cut_and_says_so() -> None:
    assert "and 31 more." in refused("uk-police/nowhere")


def test_a_code_of_another_family_is_refused_with_the_schemes_of_the_right_one() -> None:
    assert refused("severity/gross-misconduct", "finding") == (
        "'severity/gross-misconduct' is a code for severity, not for finding.\n"
        "Schemes for finding: complaint-results, court-results, findings."
    )


@pytest.mark.parametrize(
    "text",
    [
        "../../secret/x",
        "uk-ranks/",
        "/",
        "/sergeant",
        "uk-ranks/sergeant/x",
        "",
        "\x00/a",
        pytest.param("a" * 20_000_000, id="huge"),
    ],
)
def test_hostile_texts_are_no_codes(text: str) -> None:
    assert 0 < len(refused(text)) < 1000


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("SERGEANT", "uk-ranks/sergeant"),
        ("Devon and Cornwall", "uk-police/devon-and-cornwall"),
        ("gmp", "uk-police/greater-manchester"),
        ("b4", "iopc-2020/B4"),
        ("stop search", "iopc-2020/B1"),
        ("Ombudsman", "uk-oversight/poni"),
        ("pólice sèrvice of scotland", "uk-police/police-scotland"),
        ("voyeurism", "ew-offences/sexual-offences-act-2003-s67"),
    ],
)
def test_codes_are_found_by_code_label_and_alias_without_case_or_accents(words: str, first: str) -> None:
    assert HELD.find(words)[0].text == first


def test_what_is_the_words_comes_before_what_only_holds_them() -> None:
    found = [code.text for code in HELD.find("West Midlands")]
    assert found[0] == "uk-police/west-midlands"
    assert HELD.find("suspension")[0].text == "steps/suspension"
    assert "outcomes-pre-2008/suspension-of-special-constable" in [code.text for code in HELD.find("suspension")]


@pytest.mark.parametrize("words", ["", "  ", "!?", "no such thing anywhere"])
def test_nothing_is_found_by_nothing(words: str) -> None:
    assert HELD.find(words) == []


@given(st.sampled_from(TEXTS))
def test_every_code_is_found_by_its_label_and_its_aliases(text: str) -> None:
    code = HELD.code(text)
    for name in (code.label, *code.aliases):
        assert text in [found.text for found in HELD.find(name)]


def test_the_schemes_of_a_family_are_the_ones_for_its_properties() -> None:
    assert {scheme.name for scheme in HELD.schemes("outcome")} == {
        "outcomes-pre-2008", "outcomes-2008", "outcomes-2020", "outcomes-2024",
    }  # fmt: skip
    assert HELD.scheme("no-such-scheme") is None
