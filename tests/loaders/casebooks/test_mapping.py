"""What a casebook states becomes records and statements: where it stands, whose word it is, and nothing more."""

from pathlib import Path

import pytest

from graph.records import Recorded
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.naming import record_id
from loaders.casebooks.reading import read_casebook
from tests.loaders.casebooks.writing import SOURCE, TWO_PEOPLE, casebook_file, ends, facts_of, only, own, statements

KENT = "force:uk-police/kent"


def test_an_entry_is_a_record_with_what_it_states_and_where(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "officers:\n  - {id: pike, name: Jan Pike, person_kind: officer, locator: para 4}\n")
    (record,) = facts.records
    assert (record.kind, record.id) == ("Officer", own("Officer", "pike"))
    assert (record.source_id, record.locator) == ("harbour-post", "para 4")
    assert record.recorded == Recorded("2021-03-03", "2021-03-03")
    assert record.properties == {"name": "Jan Pike", "person_kind": "officer"}


def test_what_is_nested_stands_where_its_entry_stands_unless_it_says_otherwise(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        "officers:\n  - id: pike\n    name: Pike\n    locator: para 4\n    said_by: the force\n    served_in:\n"
        "      - {force: uk-police/kent, rank: uk-ranks/sergeant}\n"
        "      - {force: uk-police/essex, current: false, locator: para 6, said_by: a colleague}\n",
    )
    assert {(each.to_id, each.locator, each.properties["said_by"]) for each in statements(facts, "SERVED_IN")} == {
        (KENT, "para 4", "the force"),
        ("force:uk-police/essex", "para 6", "a colleague"),
    }


def test_a_known_force_comes_from_its_vocabulary_and_not_from_the_source(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "officers:\n  - {id: pike, name: P, locator: p, served_in: [{force: uk-police/kent}]}\n")
    (force,) = facts.shared
    assert (force.kind, force.id, force.properties["name"]) == ("Force", KENT, "Kent Police")
    assert force.source_id.startswith("vocabulary:uk-police@")


def test_a_force_that_is_not_named_is_a_record_of_the_source(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path, "forces:\n  - {id: north, region: North West, why_unidentified: withheld, locator: p 1}\n"
    )
    (force,) = facts.records
    assert force.properties == {"region": "North West", "why_unidentified": "withheld", "identified": False}


@pytest.mark.parametrize(
    ("officer", "identified"),
    [
        ("name: Pike", None),
        ("number: 4417", None),
        ("why_unidentified: not_stated", False),
        ("name: Officer A, why_unidentified: withheld", False),
    ],
)
def test_somebody_without_a_name_is_not_identified(tmp_path: Path, officer: str, identified: bool | None) -> None:
    (record,) = facts_of(tmp_path, f"officers:\n  - {{id: pike, {officer}, locator: p 1}}\n").records
    assert record.properties.get("identified") is identified


def test_a_name_is_made_of_its_parts_where_only_they_are_written(tmp_path: Path) -> None:
    (record,) = facts_of(tmp_path, "officers:\n  - {id: p, first_name: Jan, last_name: Pike, locator: p 1}\n").records
    assert record.properties == {"first_name": "Jan", "last_name": "Pike", "name": "Jan Pike"}


@pytest.mark.parametrize(
    ("written", "value", "bound"),
    [
        ("7", 7, "exact"),
        ("about 12", 12, "about"),
        ("at least 1,200", 1200, "at_least"),
        ("more than 3", 3, "more_than"),
    ],
)
def test_a_number_is_a_value_with_its_bound_and_unit(tmp_path: Path, written: str, value: int, bound: str) -> None:
    text = f"cohorts:\n  - {{id: some, size: '{written}', unit: women, locator: p 1}}\n"
    (record,) = facts_of(tmp_path, text).records
    assert record.properties == {"size": value, "bound": bound, "unit": "women"}


def test_bounds_of_publication_hold_for_everything_the_source_states(tmp_path: Path) -> None:
    head = SOURCE.replace("  published: 2021-03-03\n", "  published_from: 2021-03\n  published_to: 2022\n")
    path = casebook_file(tmp_path, head + TWO_PEOPLE)
    facts = map_casebook(read_casebook(path))
    assert {each.recorded for each in (facts.source, *facts.records)} == {Recorded("2021-03", "2022", "bounded")}
    assert facts.source.properties["published_to"] == "2022"


def test_a_cited_source_is_shared_and_not_held(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "cites:\n  - {id: echo, publisher: The Echo, published: 2020-05, locator: para 3}\n")
    (cited,) = facts.shared
    assert (cited.id, cited.properties["publisher"], cited.recorded.start) == ("source:echo", "The Echo", "2020-05")
    assert "held" not in cited.properties
    assert ends(facts, "CITES") == {("source:harbour-post", "source:echo")}
    assert only(facts, "CITES").locator == "para 3"


def test_a_denial_names_two_records_and_joins_none(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        TWO_PEOPLE + "denials:\n  - id: not\n    between: [{investigation: first}, {investigation: second}]\n"
        "    of: link\n    as_stated: The two are apart.\n    said_by: the force\n    locator: para 9\n",
    )
    (denial,) = (each for each in facts.records if each.kind == "Denial")
    assert denial.properties == {
        "from_id": own("Investigation", "first"),
        "to_id": own("Investigation", "second"),
        "of": "link",
        "as_stated": "The two are apart.",
        "said_by": "the force",
    }
    assert facts.statements == ()


def test_a_suggestion_may_name_an_entry_of_another_source_that_nobody_has_loaded(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        TWO_PEOPLE + "suggestions:\n  - id: same\n    between: [{officer: pike}, {officer: daily-news#the-pike}]\n"
        "    reasons: [Same name.]\n    locator: para 1\n",
    )
    (suggestion,) = (each for each in facts.records if each.kind == "Suggestion")
    pair = {own("Officer", "pike"), record_id("Officer", "the-pike", "daily-news")}
    assert {suggestion.properties["left_id"], suggestion.properties["right_id"]} == pair
    assert str(suggestion.properties["left_id"]) < str(suggestion.properties["right_id"])
    assert suggestion.properties["reasons"] == ("Same name.",)


def test_order_and_locators_do_not_enter_ids(tmp_path: Path) -> None:
    one = "{id: a, name: A, locator: para 1, subject_of: [{investigation: i, locator: para 2}]}"
    two = "{id: b, name: B, locator: para 3}"
    investigation = "investigations:\n  - {id: i, locator: para 1}\n"
    first = facts_of(tmp_path, f"officers:\n  - {one}\n  - {two}\n{investigation}")
    moved = one.replace("para 1", "para 7").replace("para 2", "para 8")
    second = facts_of(tmp_path, f"{investigation}officers:\n  - {two}\n  - {moved}\n")
    assert {each.id for each in first.records} == {each.id for each in second.records}
    assert {each.id for each in first.statements} == {each.id for each in second.statements}


def test_steps_of_two_kinds_and_subjects_in_two_strands_are_statements_of_their_own(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        "investigations:\n  - {id: i, locator: p 1}\nofficers:\n  - id: pike\n    name: Pike\n    locator: p 1\n"
        "    step:\n"
        "      - {investigation: i, kind: steps/arrest, at: 2021-03-01}\n"
        "      - {investigation: i, kind: steps/bail, at_as_stated: later}\n"
        "    subject_of:\n      - {investigation: i, strand: criminal}\n      - {investigation: i, strand: conduct}\n",
    )
    assert {each.properties["kind"] for each in statements(facts, "STEP")} == {"steps/arrest", "steps/bail"}
    assert len({each.id for each in facts.statements}) == len(facts.statements) == 4
