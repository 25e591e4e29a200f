"""Selections: what is drawn of the graph, with all that bears on it and nothing else."""

from typing import Any

import pytest

from graph.errors import NotFoundError, UsageError
from graph.identity.deciding import decide, withdraw
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.records import Recorded
from graph.stores.store import Store
from graph.subgraph import Subgraph
from queries.catalogue import find
from queries.selection import Around, Asked, Everything, Listed, Selection, take
from tests.invented import Invented

NOW = "2026-01-01T00:00:00Z"


class World:
    """Two sources: Ash in two investigations, the second one linked to a third; a paper that calls him Asche.

    The roll says who serves where. Ash's second investigation is denied to have to do with the third.
    """

    def __init__(self, store: Store) -> None:
        told = Invented("article", Recorded("2021", "2021"))
        self.ash, self.birch = told.officer("Ash"), told.officer("Birch")
        self.first, self.second, self.third = (told.investigation(key) for key in ("first", "second", "third"))
        self.force = told.force("northvale")
        self.in_first = told.states(self.ash, "SUBJECT_OF", self.first)
        self.in_second = told.states(self.ash, "SUBJECT_OF", self.second)
        self.linked = told.states(self.second, "LINKED_TO", self.third)
        self.ash_serves = told.states(self.ash, "SERVED_IN", self.force, valid_to="2019")
        self.birch_serves = told.states(self.birch, "SERVED_IN", self.force)
        self.denial = told.record("Denial", "d", from_id=self.second, to_id=self.third, of="link")
        paper = Invented("paper", Recorded("2023", "2023"))
        self.asche = paper.officer("Asche")
        self.fourth = paper.investigation("fourth")
        self.in_fourth = paper.states(self.asche, "SUBJECT_OF", self.fourth)
        self.suggestion = paper.record("Suggestion", "s", left_id=self.asche, right_id=self.ash, reasons=("a guess",))
        for source in (told, paper):
            load_facts(store, source.facts, digest="1", loader="casebook", now=NOW)

    def same(self, store: Store) -> str:
        """Decides that Ash and Asche are one; gives the decision's id."""
        one = decision(self.ash, self.asche, "same", by="a reviewer", at=NOW, reason="same face")
        decide(store, one)
        return one.id


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def ids(subgraph: Subgraph) -> tuple[set[str], set[str]]:
    """Ids of records and of statements."""
    return {each.id for each in subgraph.records}, {each.id for each in subgraph.statements}


def holds_its_invariants(subgraph: Subgraph) -> None:
    records = {each.id for each in subgraph.records}
    assert all({each.from_id, each.to_id} <= records for each in subgraph.statements)
    ends = ("from_id", "to_id", "left_id", "right_id")
    for each in (*subgraph.denials, *subgraph.decisions, *subgraph.suggestions):
        assert {each.properties[end] for end in ends if end in each.properties} <= records
    stated: list[Any] = [*subgraph.records, *subgraph.statements, *subgraph.denials, *subgraph.suggestions]
    slugs = {each.properties["source_id"] for each in stated}
    sources = {each.properties["source_id"] for each in subgraph.sources}
    assert sources == {each for each in slugs if not each.startswith("vocabulary:")}
    assert {each.properties["of_source"] for each in subgraph.loads} == sources
    for name in ("records", "statements", "denials", "decisions", "suggestions", "sources", "loads"):
        found = [each.id for each in getattr(subgraph, name)]
        assert found == sorted(set(found))


def test_a_query_draws_what_its_rows_rest_on_and_nothing_else(store: Store, world: World) -> None:
    drawn = take(store, Asked(find("recurring-officers")))
    holds_its_invariants(drawn)
    assert ids(drawn) == (
        {world.ash, world.first, world.second, world.force},
        {world.in_first, world.in_second, world.ash_serves},
    )
    assert drawn.header.title == "Officers recurring across separate investigations"
    assert drawn.header.selection == "--query recurring-officers"


def test_what_a_decision_joins_is_drawn_with_the_decision(store: Store, world: World) -> None:
    decided = world.same(store)
    drawn = take(store, Asked(find("recurring-officers"), {"minimum": "3"}))
    holds_its_invariants(drawn)
    assert {world.asche, world.fourth} <= ids(drawn)[0]
    assert world.in_fourth in ids(drawn)[1]
    assert [each.id for each in drawn.decisions] == [decided]
    assert [each.id for each in drawn.suggestions] == [world.suggestion]
    assert drawn.header.selection == "--query recurring-officers -p minimum=3"


def test_a_query_whose_dates_are_not_asked_for_is_refused(store: Store, world: World) -> None:
    assert world
    with pytest.raises(UsageError, match="knows no --at"):
        take(store, Asked(find("denied-links")), at="2021")


def test_around_walks_so_many_statements_and_not_through_a_force(store: Store, world: World) -> None:
    near, far = (take(store, Around((world.ash,), depth)) for depth in (1, 2))
    holds_its_invariants(near)
    holds_its_invariants(far)
    assert ids(near)[0] == {world.ash, world.first, world.second, world.force}
    assert ids(far)[0] == ids(near)[0] | {world.third}
    assert world.linked in ids(far)[1]
    assert [each.id for each in far.denials] == [world.denial]
    assert near.denials == ()
    assert ids(take(store, Around((world.ash,), 0))) == ({world.ash}, set())


def test_around_a_force_reaches_those_who_serve_in_it(store: Store, world: World) -> None:
    assert ids(take(store, Around((world.force,), 1)))[0] == {world.force, world.ash, world.birch}


def test_around_walks_only_the_types_that_are_asked_for(store: Store, world: World) -> None:
    drawn = take(store, Around((world.ash,), 2, ("SUBJECT_OF",)))
    assert ids(drawn) == ({world.ash, world.first, world.second}, {world.in_first, world.in_second})


def test_records_that_are_one_are_walked_as_one(store: Store, world: World) -> None:
    alone = ids(take(store, Around((world.ash,), 1)))[0]
    assert world.asche not in alone
    decided = world.same(store)
    together = take(store, Around((world.ash,), 1))
    holds_its_invariants(together)
    assert ids(together)[0] == alone | {world.asche, world.fourth}
    withdraw(store, decided, by="a reviewer", at=NOW, reason="another face")
    assert ids(take(store, Around((world.ash,), 1)))[0] == alone


def test_dates_leave_out_what_was_not_true_or_not_yet_stated(store: Store, world: World) -> None:
    true_then = take(store, Around((world.ash,), 1), at="2020")
    assert ids(true_then)[0] == {world.ash, world.first, world.second}
    world.same(store)
    known_then = take(store, Around((world.ash,), 2), known="2022")
    holds_its_invariants(known_then)
    assert not {world.asche, world.fourth} & ids(known_then)[0]
    assert world.force in ids(known_then)[0]
    assert (known_then.header.at, known_then.header.known) == (None, "2022")


def test_listed_records_come_with_the_statements_between_them(store: Store, world: World) -> None:
    drawn = take(store, Listed((world.ash, world.first, world.third)))
    holds_its_invariants(drawn)
    assert ids(drawn) == ({world.ash, world.first, world.third}, {world.in_first})


def test_everything_is_everything(store: Store, world: World) -> None:
    decided = world.same(store)
    drawn = take(store, Everything(), title="All of it", marking="OFFICIAL")
    holds_its_invariants(drawn)
    sources = {"source:article", "source:paper"}
    records = {world.ash, world.asche, world.birch, world.first, world.second, world.third, world.fourth, world.force}
    statements = {world.in_first, world.in_second, world.in_fourth, world.linked, world.ash_serves, world.birch_serves}
    assert ids(drawn) == (records | sources, statements)
    assert [each.id for each in drawn.decisions] == [decided]
    assert [each.id for each in drawn.denials] == [world.denial]
    assert (drawn.header.title, drawn.header.marking) == ("All of it", "OFFICIAL")


@pytest.mark.parametrize("missing", ["officer:" + "0" * 26, "no id at all"])
def test_what_is_not_held_is_named(store: Store, world: World, missing: str) -> None:
    selections: list[Selection] = [Around((world.ash, missing), 1), Listed((world.ash, missing))]
    for selection in selections:
        with pytest.raises(NotFoundError, match=missing):
            take(store, selection)


def test_the_same_selection_has_the_same_digest_whatever_is_decided(store: Store, world: World) -> None:
    listed = Listed((world.ash, world.first))
    before = take(store, listed)
    assert before.digest == take(store, listed).digest
    world.same(store)
    assert take(store, listed).digest == before.digest
