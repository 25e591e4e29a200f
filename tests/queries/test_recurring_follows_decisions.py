"""Who recurs follows decisions: before one, after it, and after it was withdrawn, as the review foretold."""

import itertools

from graph.identity.deciding import decide, withdraw
from graph.identity.decisions import decision
from graph.identity.effects import subjects
from graph.loads.loading import load_facts
from graph.stores.store import Store
from queries.catalogue import find
from queries.running import run
from tests.invented import Invented

NOW = "2026-01-01T00:00:00Z"
LATER = "2026-01-02T00:00:00Z"


def load(store: Store, slug: str) -> tuple[str, str]:
    """One source with an officer of the same name, date and year in each, and a case of its own."""
    told = Invented(slug)
    officer = told.officer("pike", name="Adalynn Pikestaff", appointed="2001-02-03", birth_year=1975)
    case = told.investigation(f"Case of {slug}")
    told.states(officer, "SUBJECT_OF", case)
    load_facts(store, told.facts, digest=slug, loader="casebook", now=NOW)
    return officer, case


def recurring(store: Store) -> int:
    return len(run(store, find("recurring-officers"), {}).rows)


def test_an_officer_recurs_from_the_decision_until_it_is_withdrawn(store: Store) -> None:
    (one, _), (two, _) = load(store, "one"), load(store, "two")
    assert subjects(store).recurring_if_one((one, two)) == 1
    assert recurring(store) == 0
    made = decide(store, decision(one, two, "same", by="reviewer", at=NOW, reason="one number")).decision
    assert recurring(store) == 1
    withdraw(store, made.id, by="reviewer", at=LATER, reason="a namesake")
    assert recurring(store) == 0


def test_taking_one_record_out_of_a_cluster_leaves_the_others_in_it(store: Store) -> None:
    officers = [load(store, slug)[0] for slug in ("one", "two", "three")]
    made = [
        decide(store, decision(left, right, "same", by="reviewer", at=NOW, reason="one number")).decision
        for left, right in itertools.combinations(officers, 2)
    ]
    out = officers[2]
    for each in made:
        if out in (each.left_id, each.right_id):
            withdraw(store, each.id, by="reviewer", at=LATER, reason="a namesake")
    rows = dict(store.read("MATCH (o:Officer) RETURN o.id, o.canonical_id").rows)
    assert rows[officers[0]] == rows[officers[1]] != rows[out] == out
    assert recurring(store) == 1


def test_one_investigation_instead_of_two_makes_nobody_recur(store: Store) -> None:
    (one, first), (two, second) = load(store, "one"), load(store, "two")
    decide(store, decision(one, two, "same", by="reviewer", at=NOW, reason="one number"))
    assert recurring(store) == 1
    decide(store, decision(first, second, "same", by="reviewer", at=NOW, reason="one reference"))
    assert recurring(store) == 0
