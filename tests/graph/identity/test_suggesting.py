"""Suggesting on a store: only what is new is compared, decided pairs stay decided, and accepting obeys conflicts."""

import itertools

import pytest

from graph.errors import UsageError
from graph.identity.deciding import decide, withdraw
from graph.identity.decisions import decision
from graph.identity.dumping import dump, read_dump, restore
from graph.identity.suggesting import accept, suggest
from graph.identity.suggestions import open_suggestions, stored_suggestions
from graph.loads.loading import load_facts
from graph.loads.removing import remove_source
from graph.stores.store import Store
from tests.invented import Invented
from tests.reading import canonical_ids

NOW = "2026-01-01T00:00:00Z"
LATER = "2026-01-02T00:00:00Z"
MINUTES = itertools.cycle(range(60))
PEOPLE = {
    "pike": {"name": "PC Adalynn Pikestaff", "appointed": "2001-02-03", "birth_year": 1975},
    "dent": {"name": "Bo Dentworthy", "appointed": "1999-12-06", "birth_year": 1970},
    "vale": {"name": "Cy Valemont", "appointed": "2010-06-07", "birth_year": 1988},
}


def load(store: Store, slug: str, *names: str, **differently: object) -> dict[str, str]:
    told = Invented(slug)
    found = {name: told.officer(name, **{**PEOPLE[name], **differently}) for name in names}  # type: ignore[arg-type]
    for each in found.values():
        told.states(each, "SERVED_IN", told.force("northvale"))
    now = f"2025-12-01T00:{next(MINUTES):02}:00Z"
    load_facts(store, told.facts, digest=slug + str(differently), loader="casebook", now=now, replace=True)
    return found


def pairs(store: Store) -> set[frozenset[str]]:
    return {frozenset(each.pair) for each in open_suggestions(store)}


def test_what_is_suggested_is_stored_with_model_inputs_and_reasons_and_links_nothing(store: Store) -> None:
    one, two = load(store, "one", "pike", "dent"), load(store, "two", "pike", "vale")
    assert suggest(store, at=NOW).new_sources == ("one", "two")
    (found,) = open_suggestions(store)
    assert set(found.pair) == {one["pike"], two["pike"]}
    assert found.model.startswith("officers@")
    assert len(found.inputs) == 26
    assert found.score is not None
    assert found.score > 0.8
    assert "Appointed the same day, 2001-02-03." in found.reasons
    assert all(canonical == record for record, canonical in canonical_ids(store).items())


def test_a_further_source_is_compared_and_the_others_are_not_again(store: Store) -> None:
    load(store, "one", "pike", "dent")
    load(store, "two", "pike")
    suggest(store, at=NOW)
    before = stored_suggestions(store)
    assert suggest(store, at=LATER).new_sources == ()
    load(store, "three", "dent")
    assert suggest(store, at=LATER).new_sources == ("three",)
    assert [each for each in stored_suggestions(store) if each in before] == before
    assert len(pairs(store)) == 2


def test_a_decided_or_withdrawn_pair_is_never_suggested_again(store: Store) -> None:
    one, two = load(store, "one", "pike", "dent"), load(store, "two", "pike", "dent")
    suggest(store, at=NOW)
    decide(store, decision(one["pike"], two["pike"], "different", by="reviewer", reason="read", at=NOW))
    made = decide(store, decision(one["dent"], two["dent"], "same", by="reviewer", reason="read", at=NOW)).decision
    assert pairs(store) == set()
    withdraw(store, made.id, by="reviewer", at=LATER, reason="mistaken")
    load(store, "one", "pike", "dent", description="corrected")
    assert suggest(store, at=LATER).new_sources == ("one",)
    assert pairs(store) == set()
    assert accept(store, 0.8, by="reviewer", at=LATER) == []


def test_what_is_corrected_is_scored_anew(store: Store) -> None:
    load(store, "one", "pike")
    load(store, "two", "pike")
    suggest(store, at=NOW)
    load(store, "two", "pike", name="Somebody Elsewhere", appointed="1960", birth_year=1940)
    suggest(store, at=LATER)
    assert pairs(store) == set()


def test_accepting_names_model_and_inputs_and_can_be_withdrawn(store: Store) -> None:
    one, two = load(store, "one", "pike"), load(store, "two", "pike")
    suggest(store, at=NOW)
    (found,) = open_suggestions(store)
    (made,) = accept(store, 0.8, by="reviewer", at=NOW)
    assert (made.basis, made.rule, made.by) == ("score", found.model, "reviewer")
    assert found.inputs in made.reason
    assert canonical_ids(store)[one["pike"]] == canonical_ids(store)[two["pike"]]
    assert pairs(store) == set()
    withdraw(store, made.id, by="reviewer", at=LATER, reason="mistaken")
    assert canonical_ids(store)[one["pike"]] != canonical_ids(store)[two["pike"]]


def test_a_conflict_is_never_accepted_whatever_the_score(store: Store) -> None:
    load(store, "one", "pike", suffix="JR", number="4411", number_kind="warrant")
    load(store, "two", "pike", suffix="III", number="4411", number_kind="warrant")
    load(store, "three", "pike", "dent", "vale")
    suggest(store, at=NOW)
    refused = [each for each in open_suggestions(store) if each.conflict]
    assert refused
    accepted = {(each.left_id, each.right_id) for each in accept(store, 0.8, by="reviewer", at=NOW)}
    assert not accepted & {each.pair for each in refused}


@pytest.mark.parametrize("least", [0.79, 0.0, -1.0, 1.01, float("nan")])
def test_less_than_four_in_five_is_no_ground_to_link(embedded_store: Store, least: float) -> None:
    with pytest.raises(UsageError, match="no probability"):
        accept(embedded_store, least, by="reviewer", at=NOW)


def test_suggestions_of_what_was_removed_wait_and_decisions_survive_a_rebuild(store: Store) -> None:
    one, two = load(store, "one", "pike"), load(store, "two", "pike")
    suggest(store, at=NOW)
    accept(store, 0.8, by="reviewer", at=NOW)
    lines = list(dump(store))
    remove_source(store, "two", now=NOW)
    assert pairs(store) == set()
    load(store, "two", "pike")
    assert canonical_ids(store)[two["pike"]] == canonical_ids(store)[one["pike"]]
    assert restore(store, read_dump(lines, file="dump")) == (0, 0)


def test_an_unnamed_officer_is_nobody_s_namesake(store: Store) -> None:
    told = Invented("one")
    told.record("Officer", "x", identified=False, description="A sergeant")
    load_facts(store, told.facts, digest="one", loader="casebook", now=NOW)
    load(store, "two", "pike")
    suggest(store, at=NOW)
    assert pairs(store) == set()


def test_an_empty_database_has_nothing_to_suggest(store: Store) -> None:
    assert suggest(store, at=NOW).new_sources == ()
    assert open_suggestions(store) == []
