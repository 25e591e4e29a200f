"""One record taken out of a cluster: only it leaves, a load does not bring it back, and undoing restores everything."""

import pytest

from graph.errors import UsageError
from graph.identity.deciding import decide
from graph.identity.decisions import Basis, decision
from graph.identity.separating import rejoin, separate
from graph.loads.loading import load_facts
from graph.stores.store import Store
from tests.invented import Invented
from tests.reading import canonical_ids, links

NOW, LATER, LATEST = (f"2026-01-0{day}T00:00:00Z" for day in (1, 2, 3))


@pytest.fixture
def records(store: Store) -> dict[str, str]:
    """Four officers, each of a source of its own."""
    found = {}
    for name in "abcd":
        told = Invented(f"source-{name}")
        found[name] = told.officer(name)
        load_facts(store, told.facts, digest=name, loader="casebook", now=NOW)
    return found


def held(store: Store, records: dict[str, str], *pairs: str, basis: Basis = "person") -> None:
    """Decides that each two are the same: `ab` are a and b."""
    for pair in pairs:
        one, two = pair[0], pair[1]
        rule = None if basis == "person" else "roll/number"
        made = decision(records[one], records[two], "same", by="x", at=NOW, reason="alike", basis=basis, rule=rule)
        decide(store, made)


def clusters(store: Store, records: dict[str, str]) -> set[str]:
    canonical = canonical_ids(store)
    found: dict[str, str] = {}
    for name in sorted(records):
        found[canonical[records[name]]] = found.get(canonical[records[name]], "") + name
    return set(found.values())


@pytest.mark.parametrize("basis", ["person", "rule", "score"])
def test_it_leaves_and_the_others_stay_one(store: Store, records: dict[str, str], basis: Basis) -> None:
    held(store, records, "ab", "bc", "ac", basis=basis)
    done = separate(store, records["a"], by="reviewer", at=LATER, reason="his father")
    assert clusters(store, records) == {"a", "bc", "d"}
    assert {each.reason for each in done.decisions} == {"his father"}
    assert done.others == (tuple(sorted((records["b"], records["c"]))),)


def test_what_only_it_held_together_falls_apart_and_is_told(store: Store, records: dict[str, str]) -> None:
    held(store, records, "ab", "ac", "cd")
    done = separate(store, records["a"], by="reviewer", at=LATER, reason="his father")
    assert clusters(store, records) == {"a", "b", "cd"}
    assert set(done.others) == {(records["b"],), tuple(sorted((records["c"], records["d"])))}
    assert [each.judgement for each in done.overruled] == ["same", "same"]


def test_undoing_restores_exactly_what_was_there(store: Store, records: dict[str, str]) -> None:
    held(store, records, "ab", "ac", "cd")
    before = links(store), canonical_ids(store)
    separate(store, records["c"], by="reviewer", at=LATER, reason="his father")
    assert clusters(store, records) == {"ab", "c", "d"}
    rejoin(store, records["c"], by="reviewer", at=LATEST, reason="no, himself")
    assert (links(store), canonical_ids(store)) == before
    separate(store, records["c"], by="reviewer", at="2026-01-04T00:00:00Z", reason="his father after all")
    assert clusters(store, records) == {"ab", "c", "d"}


def test_the_same_link_found_again_does_not_bring_it_back(store: Store, records: dict[str, str]) -> None:
    held(store, records, "ab", "bc")
    separate(store, records["a"], by="reviewer", at=LATER, reason="his father")
    again = decision(records["a"], records["b"], "same", by="rule", at=LATEST, reason="n", basis="rule", rule="roll/x")
    decide(store, again)
    assert clusters(store, records) == {"a", "bc", "d"}


def test_who_is_alone_cannot_leave_and_who_never_left_cannot_come_back(store: Store, records: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="with no other record"):
        separate(store, records["a"], by="reviewer", at=NOW, reason="x")
    decide(store, decision(records["a"], records["b"], "different", by="x", at=NOW, reason="two people"))
    with pytest.raises(UsageError, match="not taken out"):
        rejoin(store, records["a"], by="reviewer", at=LATER, reason="x")
    assert clusters(store, records) == {"a", "b", "c", "d"}
