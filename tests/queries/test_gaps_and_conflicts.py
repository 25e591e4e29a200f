"""What sources leave open and where they contradict each other; decisions close gaps and bring contradictions out."""

import pytest

from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Recorded
from graph.stores.store import Store
from queries.conflicts import conflicts
from queries.gaps import gaps, looked_at
from queries.times import Times
from tests.invented import Invented

EVER = Times()


@pytest.fixture
def paper(store: Store) -> Invented:
    store.prepare(constraints())
    return Invented("paper", Recorded("2019", "2019"))


def load(store: Store, *sources: Invented) -> None:
    for each in sources:
        load_facts(store, each.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")


def same(store: Store, one: str, other: str) -> None:
    decide(store, decision(one, other, "same", by="me", at="2026-01-02T00:00:00Z", reason="One thing."))


def test_gaps_are_told_until_a_decision_closes_them(store: Store, paper: Invented) -> None:
    unnamed = paper.record("Officer", "who", description="A sergeant", identified=False, why_unidentified="not_stated")
    named = paper.officer("Ann")
    bare, whole = paper.investigation("bare"), paper.investigation("whole", opened="2018")
    paper.states(whole, "CONDUCTED_BY", paper.force("northvale"))
    load(store, paper)
    told = {(each.kind, each.id): each.why for each in gaps(store, EVER)}
    assert told == {
        ("not identified", unnamed): "not stated",
        ("no date", bare): "no source says when it began",
        ("no lead body", bare): "no source says who leads it",
    }
    same(store, unnamed, named)
    same(store, bare, whole)
    assert gaps(store, EVER) == []


def test_gaps_of_what_was_stated_later_are_left_out(store: Store, paper: Invented) -> None:
    paper.recorded = Recorded("2023", "2023")
    paper.investigation("bare")
    load(store, paper)
    assert len(gaps(store, EVER)) == 2
    assert gaps(store, Times(known="2020")) == []


def test_what_was_stated_later_closes_no_gap_before_and_opens_none(store: Store, paper: Invented) -> None:
    later = Invented("later", Recorded("2023", "2023"))
    unnamed = paper.record("Officer", "who", description="A sergeant", identified=False, why_unidentified="not_stated")
    bare = paper.investigation("bare", opened="2018")
    paper.recorded = later.recorded
    paper.states(bare, "CONDUCTED_BY", paper.force("northvale"))
    answer = Invented("an-answer").source
    later.shared.append(answer)
    later.states(later.source.id, "CITES", answer.id)
    named = later.officer("Ann")
    load(store, paper, later)
    same(store, unnamed, named)
    assert {each.kind for each in gaps(store, EVER)} == {"cited, not held"}
    before = {(each.kind, each.id) for each in gaps(store, Times(known="2020"))}
    assert before == {("not identified", unnamed), ("no lead body", bare)}


def test_gaps_are_counted_among_what_was_looked_at(store: Store, paper: Invented) -> None:
    paper.investigation("one")
    paper.recorded = Recorded("2023", "2023")
    paper.investigation("two")
    paper.officer("Ann")
    load(store, paper)
    assert looked_at(store, EVER) == {
        "not identified": "3 records of people, cases, groups and forces",
        "no date": "2 records of investigations",
        "no lead body": "2 records of investigations",
        "cited, not held": "0 sources that others cite",
    }
    assert looked_at(store, Times(known="2020"))["no date"] == "1 records of investigations"


def test_records_contradict_each_other_once_they_are_held_to_be_one(store: Store, paper: Invented) -> None:
    other = Invented("answer", Recorded("2022", "2022"))
    one = paper.investigation("one", opened="2018-03", closed="2019", state="open")
    two = other.investigation("two", opened="2018-05-01", closed="2019-02", state="open")
    load(store, paper, other)
    assert conflicts(store, EVER) == []
    same(store, one, two)
    (found,) = conflicts(store, EVER)
    assert (found.property, found.one.value, found.other.value) == ("opened", "2018-03", "2018-05-01")
    assert (str(found.one), str(found.other)) == ("paper, para 1", "answer, para 1")
    assert conflicts(store, Times(known="2020")) == [], "by then only one of the two was stated"


def test_sizes_that_are_not_exact_are_no_contradiction(store: Store, paper: Invented) -> None:
    about = paper.record("Cohort", "about", size=12, bound="about", unit="people")
    six, seven = (paper.record("Cohort", str(size), size=size, unit="people") for size in (6, 7))
    load(store, paper)
    same(store, about, six)
    assert conflicts(store, EVER) == []
    same(store, six, seven)
    assert [(each.one.value, each.other.value) for each in conflicts(store, EVER)] == [("6", "7")]


def test_statements_of_two_sources_contradict_each_other_and_two_times_of_one_do_not(
    store: Store, paper: Invented
) -> None:
    other = Invented("answer")
    ann, again = paper.officer("Ann"), other.officer("Ann")
    for told, who, years in ((paper, ann, ("2001", "2010")), (other, again, ("2003",))):
        for place, year in enumerate(years):
            told.states(who, "SERVED_IN", told.force("northvale"), key=str(place), valid_from=year)
    load(store, paper, other)
    assert conflicts(store, EVER) == []
    same(store, ann, again)
    assert {(each.one.value, each.other.value) for each in conflicts(store, EVER)} == {
        ("2001", "2003"),
        ("2003", "2010"),
    }


def test_what_agrees_with_one_of_several_statements_of_the_other_source_contradicts_none(
    store: Store, paper: Invented
) -> None:
    other = Invented("answer")
    ann, again = paper.officer("Ann"), other.officer("Ann")
    for told, who, years in ((paper, ann, ("2001", "2010")), (other, again, ("2001-05", "2003"))):
        for place, year in enumerate(years):
            told.states(who, "SERVED_IN", told.force("northvale"), key=str(place), valid_from=year)
    load(store, paper, other)
    same(store, ann, again)
    (found,) = conflicts(store, EVER)
    assert (found.property, found.one.value, found.other.value) == ("valid_from", "2003", "2010")
    assert (found.one.source_id, found.other.source_id) == ("answer", "paper")


def test_statements_of_one_pair_are_compared_whoever_they_are_between(store: Store, paper: Invented) -> None:
    other = Invented("answer", Recorded("2022", "2022"))
    ends: dict[str, list[tuple[str, str]]] = {}
    for told, outcome in ((paper, "no_case"), (other, "proven")):
        for name in ("Ann", "Bea"):
            who, case = told.officer(name), told.investigation(f"case of {name}")
            told.states(who, "SUBJECT_OF", case, outcome_as_stated="it ended", outcome=f"outcomes-2020/{outcome}")
            ends.setdefault(name, []).append((who, case))
    load(store, paper, other)
    for (who, case), (again, same_case) in ends.values():
        same(store, who, again)
        same(store, case, same_case)
    found = conflicts(store, EVER)
    assert sorted(each.about for each in found) == ["Ann and case of Ann", "Bea and case of Bea"]
    assert {(each.property, each.one.source_id, each.other.source_id) for each in found} == {
        ("outcome", "paper", "answer")
    }
    assert conflicts(store, Times(known="2020")) == [], "by then only one of the two was stated"
