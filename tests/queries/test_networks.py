"""Networks read from a database: by canonical id, at dates, as rows and as a selection, alike on both engines."""

import pytest

from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Recorded
from graph.stores.store import Store
from queries.networks import network, network_drawn
from queries.selection import Network, take
from queries.times import Times
from tests.invented import Invented

EVER = Times()


class World:
    """Ann and Bo are in two cases together, one of them under another record of Bo; Cy only in one; Di later."""

    def __init__(self, store: Store) -> None:
        store.prepare(constraints())
        told = Invented("paper", Recorded("2019", "2019"))
        self.ann, self.bo, self.bob, self.cy, self.di = (
            told.officer(each) for each in ("Ann", "Bo", "Bob", "Cy", "Di")
        )
        self.first = told.investigation("first", opened="2015-03")
        self.second = told.investigation("second", opened="2018")
        undated = told.investigation("undated")
        self.facts = [
            told.states(each, "SUBJECT_OF", case)
            for each, case in (
                (self.ann, self.first), (self.bo, self.first), (self.cy, self.first),
                (self.ann, self.second), (self.bob, self.second), (self.di, undated),
            )
        ]  # fmt: skip
        told.recorded = Recorded("2023", "2023")
        for each in (self.ann, self.cy):
            told.states(each, "SUBJECT_OF", undated)
        load_facts(store, told.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
        decide(store, decision(self.bo, self.bob, "same", by="me", at="2026-01-02T00:00:00Z", reason="One man."))
        self.one = min(self.bo, self.bob)


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def test_pairs_are_of_people_and_say_how_often_when_and_out_of_how_many(store: Store, world: World) -> None:
    told = network(store, "pairs", 2, EVER)
    names = [name for name, _ in told.columns]
    rows = [dict(zip(names, row, strict=True)) for row in told.rows]
    pair = tuple(sorted((world.ann, world.one)))
    assert {(row["officer"], row["other"]) for row in rows} == {pair, tuple(sorted((world.ann, world.cy)))}
    with_bo = next(row for row in rows if (row["officer"], row["other"]) == pair)
    assert (with_bo["together"], with_bo["first"], with_bo["last"], with_bo["large"]) == (2, "2015-03", "2018", 0)
    assert {with_bo["officer_in"], with_bo["other_in"]} == {2, 3}
    assert {with_bo["name"], with_bo["other_name"]} == {"Ann", "Bo"}
    assert told.notes[0].startswith("Out of 4 people who are subjects of an investigation; 2 pairs")


def test_dates_leave_out_what_began_or_was_stated_later(store: Store, world: World) -> None:
    assert len(network(store, "pairs", 2, Times(known="2020")).rows) == 1
    assert network(store, "pairs", 2, Times(at="2016")).rows != []
    nobody = network(store, "pairs", 2, Times(at="2016", known="2020"))
    assert (nobody.rows, nobody.no_rows[:16]) == ([], "None of the 4 pe")
    assert network(store, "brokers", 2, EVER).rows == [(world.ann, "Ann", 2, ["1", "1"], 1)]
    assert network(store, "communities", 2, Times(known="2010")).rows == []


def test_rows_rest_on_the_statements_that_make_their_pairs(store: Store, world: World) -> None:
    pairs = network(store, "pairs", 2, Times(known="2020"), with_statements=True)
    together = {world.facts[each] for each in (0, 1, 3, 4)}
    assert pairs.rests_on == [together]
    (of_ann,) = network(store, "brokers", 2, EVER, with_statements=True).rests_on
    assert together < of_ann
    assert world.facts[5] not in of_ann
    communities = network(store, "communities", 2, EVER, with_statements=True)
    assert [len(each) for each in communities.rests_on] == [len(of_ann)]
    assert network(store, "pairs", 2, EVER).rests_on == []


def test_a_network_is_a_selection_of_the_records_that_make_it(store: Store, world: World) -> None:
    drawn = take(store, Network("pairs"), known="2020")
    assert {each.id for each in drawn.records} == {world.ann, world.bo, world.bob, world.first, world.second}
    assert {each.id for each in drawn.statements} == {world.facts[each] for each in (0, 1, 3, 4)}
    assert str(Network("brokers", 3)) == "--network brokers --threshold 3"
    assert network_drawn(store, "communities", 9, EVER).records == frozenset()
