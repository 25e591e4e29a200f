"""Taking a source out: everything it stated goes, and nothing that others state."""

import pytest

from graph.errors import NotFoundError
from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.loads.removing import remove_source
from graph.loads.states import loads
from graph.stores.store import Store
from tests.invented import Invented
from tests.reading import canonical_ids, graph

NOW = "2026-01-01T00:00:00Z"


def load(store: Store, told: Invented) -> None:
    load_facts(store, told.facts, digest=told.slug, loader="casebook", now=NOW)


def told(slug: str) -> Invented:
    source = Invented(slug)
    source.states(source.officer("sergeant"), "SERVED_IN", source.force("northvale"))
    source.states(source.officer("constable"), "SERVED_IN", source.force(slug))
    return source


def test_removing_a_source_leaves_what_the_other_alone_would_have_made(store: Store) -> None:
    load(store, told("one"))
    alone = graph(store)
    load(store, told("two"))
    removed = remove_source(store, "two", now=NOW)
    assert graph(store) == alone
    assert (removed.records, removed.statements, removed.still_cited) == (3, 2, False)
    assert [each["of_source"] for each in loads(store)] == ["one"]


def test_a_source_that_others_cite_stays_as_a_node_that_is_not_held(store: Store) -> None:
    load(store, told("one"))
    citing = Invented("citing")
    citing.shared.append(Invented("one").source)
    citing.states("source:citing", "CITES", "source:one")
    load(store, citing)
    assert remove_source(store, "one", now=NOW).still_cited
    assert store.read("MATCH (s:Source {id: 'source:one'}) RETURN s.held").rows == [(False,)]
    with pytest.raises(NotFoundError):
        remove_source(store, "one", now=NOW)
    load(store, told("one"))
    assert store.read("MATCH (s:Source {id: 'source:one'}) RETURN s.held").rows == [(True,)]


def test_the_last_citation_takes_a_source_that_is_not_held_with_it(store: Store) -> None:
    citing = Invented("citing")
    citing.shared.append(Invented("one").source)
    citing.states("source:citing", "CITES", "source:one")
    load(store, citing)
    remove_source(store, "citing", now=NOW)
    assert graph(store) == (set(), set())


def test_a_source_nobody_loaded_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError, match="No source 'one' is loaded"):
        remove_source(store, "one", now=NOW)


def test_a_decision_sleeps_while_its_record_is_away_and_wakes_when_it_returns(store: Store) -> None:
    one, two = told("one"), told("two")
    load(store, one)
    load(store, two)
    same = decision(one.records[0].id, two.records[0].id, "same", by="a", at=NOW, reason="same number")
    decide(store, same)
    joined = graph(store), canonical_ids(store)
    remove_source(store, "two", now=NOW)
    assert store.read("MATCH (d:Decision) RETURN d.state").rows == [("dormant",)]
    assert all(own == canonical for own, canonical in canonical_ids(store).items())
    load(store, two)
    assert (graph(store), canonical_ids(store)) == joined
