"""Names as sources write them: what is the same name comes out the same, whatever a system did to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.compare.names import NOBODY, PersonName, nickname_groups, person_name, whole_name

TEXTS = st.none() | st.text(max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ada", None, "O'Neill", None), ("ADA", "", "O NEILL", "")),
        (("Ada", None, "Mc Devitt", None), ("ADA", None, "MCDEVITT", None)),
        (("Bo", None, "Sanders", "SR"), ("BO", None, "SANDERSSR", None)),
        (("Bo", None, "Williams", "III"), ("BO", None, "WILLIAMSIII", None)),
        (("Kim", None, "Connolly", None), ("KIM", None, "C0NNOLLY", None)),
        (("Timothy", "P", "Vale", None), ("P TIMOTHY", None, "VALE", None)),
        (("Timothy", "P", "Vale", None), ("TIMOTHY P", None, "VALE", None)),
        (("Zoë", None, "de la Cruz", "Jr."), ("ZOE", None, "DELACRUZ JR", None)),
        (("Maximiliano", None, "Featherstonehaugh", None), ("MAXIMILIA", None, "FEATHERSTONEHAU", None)),
    ],
)
def test_spellings_of_one_name_are_one(one: tuple[str | None, ...], other: tuple[str | None, ...]) -> None:
    first, second = person_name(*one), person_name(*other)
    assert (first.first, first.middle, first.last, first.suffix) == (
        second.first, second.middle, second.last, second.suffix
    )  # fmt: skip


@pytest.mark.parametrize("field", ["UNKNOWN", "Redacted", "didn't say"])
def test_a_placeholder_is_nobody(field: str) -> None:
    assert person_name("ADA", None, field, None) == NOBODY


def test_a_suffix_is_taken_off_only_where_enough_of_a_surname_is_left() -> None:
    assert person_name("Ada", None, "Juri", None).last == "juri"
    assert person_name("Ada", None, "Davii", None).last == "davii"


def test_a_double_surname_keeps_its_parts() -> None:
    assert person_name("Ada", None, "Pike-Dent", None).parts == ("pike", "dent")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PC Ada van Dyk", PersonName("ada", "", "vandyk", ("vandyk",), "")),
        ("Pike, Ada", PersonName("ada", "", "pike", ("pike",), "")),
        ("Det Sgt John Paul O'Neill Jr", PersonName("john", "p", "oneill", ("oneill",), "JR")),
        ("Pike", PersonName("", "", "pike", ("pike",), "")),
        ("PC", NOBODY),
        (None, NOBODY),
    ],
)
def test_a_name_in_one_text_is_taken_apart(text: str | None, name: PersonName) -> None:
    assert whole_name(text) == name


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_whatever_stands_in_the_fields_a_name_has_its_form(
    first: str | None, middle: str | None, last: str | None, suffix: str | None
) -> None:
    name = person_name(first, middle, last, suffix)
    assert len(name.first) <= 9
    assert len(name.last) <= 15
    assert len(name.middle) <= 1
    assert not set(name.first + name.last) & set(" '-.")


def test_nicknames_are_found_from_both_sides() -> None:
    groups = nickname_groups()
    assert set(groups["bill"]) & set(groups["william"])
    assert set(groups["peggy"]) & set(groups["margaret"])
    assert not set(groups["bill"]) & set(groups["margaret"])
