"""Who may be somebody of both: held, suggested, or because both may be a third."""

import pytest

from graph.identity.found import Found
from graph.identity.other_kinds.people import suggested_people
from graph.identity.other_kinds.things import things
from graph.loads.loading import load_facts
from graph.stores.store import Store
from tests.invented import Invented

SOURCES = ("article", "roll", "system")


def in_common(store: Store, *pairs: tuple[str, str, float]) -> float:
    """How probable it is that the article's case and the system's have a subject in common; `pairs` are what is
    suggested, by source. One in conflict has probability -1."""
    officers = {}
    for slug in SOURCES:
        told = Invented(slug)
        officers[slug] = told.officer("Ada Pike")
        told.states(officers[slug], "SUBJECT_OF", told.investigation(f"case of the {slug}"))
        load_facts(store, told.facts, digest=slug, loader="casebook", now="2026-01-01T00:00:00Z")
    found = []
    for one, two, score in pairs:
        left, right = sorted((officers[one], officers[two]))
        found.append(Found(left, right, abs(score), (), (), conflict=score < 0))
    cases = {each.source: each for each in things(store, "Investigation")}
    return suggested_people(store, found).in_common(cases["article"], cases["system"])


def test_whoever_is_suggested_counts_as_likely_as_the_suggestion(embedded_store: Store) -> None:
    assert in_common(embedded_store, ("article", "system", 0.6)) == 0.6


def test_two_may_be_one_because_both_may_be_a_third(embedded_store: Store) -> None:
    found = in_common(embedded_store, ("article", "roll", 0.9), ("roll", "system", 0.8))
    assert found == pytest.approx(0.72)


def test_a_conflict_is_not_got_round_by_a_third(embedded_store: Store) -> None:
    pairs = (("article", "roll", 0.9), ("roll", "system", 0.8), ("article", "system", -1.0))
    assert in_common(embedded_store, *pairs) == 0.0


def test_nobody_suggested_is_nobody_in_common(embedded_store: Store) -> None:
    assert in_common(embedded_store) == 0.0
