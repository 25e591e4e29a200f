"""Searching: in folded names and in descriptions, the best first, namesakes told apart."""

import pytest

from graph.loads.loading import load_facts
from graph.stores.store import Store
from queries.searching import search
from tests.invented import Invented


@pytest.fixture
def loaded(store: Store) -> Store:
    invented = Invented("example-article")
    north = invented.officer("1", name="Ann Bell")
    invented.states(north, "SERVED_IN", invented.force("north"))
    invented.officer("2", name="Bell-Other")
    invented.officer("3", name="Campbell")
    invented.record("Cohort", "4", description="Six officers who knew of the bell")
    invented.investigation("5", name="BELL")
    load_facts(store, invented.facts, digest="d", loader="casebook", now="2024-01-01T00:00:00.000Z")
    return store


def test_the_whole_name_comes_first_then_beginnings_then_parts_then_descriptions(loaded: Store) -> None:
    hits, more = search(loaded, "Bell", limit=10)
    assert [hit.name or hit.kind for hit in hits] == ["BELL", "Bell-Other", "Ann Bell", "Campbell", "cohort"]
    assert not more


def test_case_accents_and_punctuation_do_not_matter(loaded: Store) -> None:
    assert [hit.name for hit in search(loaded, "béll OTHER", limit=10)[0]] == ["Bell-Other"]


def test_a_hit_tells_force_and_source(loaded: Store) -> None:
    ((hit,), _) = search(loaded, "ann bell", limit=10)
    assert (hit.forces, hit.source_id, hit.kind, hit.same_as) == (("north",), "example-article", "officer", None)


def test_what_does_not_fit_is_said_to_be_left_out(loaded: Store) -> None:
    hits, more = search(loaded, "bell", limit=2)
    assert [hit.name for hit in hits] == ["BELL", "Bell-Other"]
    assert more


def test_nothing_looked_for_finds_nothing(loaded: Store) -> None:
    assert search(loaded, "  ", limit=10) == ([], False)


def test_signs_alone_are_looked_for_in_descriptions_only(loaded: Store) -> None:
    assert search(loaded, "***", limit=10) == ([], False)
