"""What each of the first questions must and must not answer in the ready-made world, checked without a database."""

from collections import defaultdict

import pytest

from examples.world.truth import READY, NearMiss, Truth, read_truth

QUERIES = {
    "accused-not-suspended-no-outcome",
    "allegations-by-category-and-year",
    "denied-links",
    "groups-falling-silent",
    "groups-sharing-members",
    "how-far-each-case",
    "how-investigations-began",
    "joined-close-together",
    "left-under-gross-misconduct",
    "members-of-several-groups",
    "moved-while-under-investigation",
    "outcomes-by-force",
    "pairs-recurring-together",
    "people-per-investigation",
    "recurring-officers",
    "recurring-same-category",
    "totals-alike-but-different",
    "unidentified",
}


@pytest.fixture(scope="module")
def truth() -> Truth:
    return read_truth(READY)


def of_query(truth: Truth, query: str, expect: str) -> list[NearMiss]:
    """What is expected of one query."""
    return [each for each in truth.near_misses if (each.query, each.expect) == (query, expect)]


@pytest.mark.parametrize("query", sorted(QUERIES))
def test_every_question_has_a_row_and_near_misses(truth: Truth, query: str) -> None:
    assert of_query(truth, query, "row")
    if query != "unidentified":
        assert of_query(truth, query, "no_row")


def test_expectations_name_known_questions_and_records(truth: Truth) -> None:
    assert {each.query for each in truth.near_misses} == QUERIES
    assert [
        each for each in truth.near_misses if not each.ids or any(truth.record(one) is None for one in each.ids)
    ] == []


def recurring(truth: Truth) -> set[str]:
    """Canonical ids of the officers who are subjects of two investigations or more, as decisions stand."""
    subjects = defaultdict(set)
    for each in truth.of_type("SUBJECT_OF"):
        record = truth.record(each.from_id)
        if record and record.kind == "Officer":
            subjects[record.canonical_id].add(truth.canonical(each.to_id))
    return {each for each, investigations in subjects.items() if len(investigations) > 1}


def test_who_must_recur_does_and_who_must_not_does_not(truth: Truth) -> None:
    found = recurring(truth)
    for each in of_query(truth, "recurring-officers", "row"):
        assert {truth.canonical(one) for one in each.ids} & found, each.why
    for each in of_query(truth, "recurring-officers", "no_row"):
        assert not {truth.canonical(one) for one in each.ids} & found, each.why


def test_somebody_truly_recurs_whom_decisions_do_not_show_yet(truth: Truth) -> None:
    subjects = defaultdict(set)
    for each in truth.of_type("SUBJECT_OF"):
        subjects[truth.truth_of(each.from_id)].add(truth.truth_of(each.to_id))
    truly = {
        each for each, investigations in subjects.items() if len(investigations) > 1 and str(each).startswith("person")
    }
    shown = {truth.truth_of(each) for each in recurring(truth)}
    assert shown < truly


def test_denied_links_are_denials_and_near_misses_are_not(truth: Truth) -> None:
    denied = {(each.properties["from_id"], each.properties["to_id"]) for each in truth.of_kind("Denial")}
    assert {each.ids for each in of_query(truth, "denied-links", "row")} == denied
    assert not {each.ids for each in of_query(truth, "denied-links", "no_row")} & denied


def test_members_shared_by_two_groups_are_only_those_expected(truth: Truth) -> None:
    groups = defaultdict(set)
    for each in truth.of_type("MEMBER_OF"):
        groups[truth.canonical(each.from_id)].add(truth.canonical(each.to_id))
    shared = {member for member, found in groups.items() if len(found) > 1}
    expected = {truth.canonical(one) for each in of_query(truth, "groups-sharing-members", "row") for one in each.ids}
    assert shared == expected


def test_the_unidentified_are_those_expected(truth: Truth) -> None:
    unnamed = {
        each.id for each in truth.records if not each.properties.get("identified", True) or each.kind == "Cohort"
    }
    expected = {one for each in of_query(truth, "unidentified", "row") for one in each.ids}
    assert expected <= unnamed
    named = {one for each in of_query(truth, "unidentified", "no_row") for one in each.ids}
    assert {truth.canonical(one) for one in named}.isdisjoint({truth.canonical(one) for one in expected})


def test_figures_that_look_alike_bear_one_number_and_differ_in_what_they_count(truth: Truth) -> None:
    for each in of_query(truth, "totals-alike-but-different", "row"):
        for one in each.ids:
            record = truth.record(one)
            assert record is not None
            twins = [
                other
                for other in truth.of_kind("Statistic")
                if other.id != one and other.properties.get("value") == record.properties["value"]
            ]
            told = ("unit", "population", "period_from")
            assert any(
                tuple(other.properties.get(name) for name in told)
                != tuple(record.properties.get(name) for name in told)
                for other in twins
            )
