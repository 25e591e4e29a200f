"""Loading in batches: the same graph as in one transaction, whenever it was cut off, and an account that adds up."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace as replace_fields
from typing import Any

import polars as pl
import pytest

import graph.loads.before
from graph.columns.facts import ColumnFacts, RulePairs
from graph.columns.from_facts import as_columns
from graph.errors import LoadError
from graph.identity.deciding import decide, withdraw
from graph.identity.decisions import decision
from graph.loads import batches
from graph.loads.batched_loading import BatchedResult, load_columns
from graph.loads.before import look
from graph.loads.loading import load_facts
from graph.loads.removing import remove_source
from graph.loads.states import loads, unfinished
from graph.stores.store import Store
from tests.graph.loads.clock import Clock
from tests.invented import Invented
from tests.reading import canonical_ids
from tests.reading import graph as stored_graph


def roll(people: int = 7, **first: str) -> Invented:
    """Officers who all serve with Northvale and are subject of one investigation each."""
    told = Invented("roll")
    for place in range(people):
        officer = told.officer(f"officer {place}", **(first if place == 0 else {}))
        told.states(officer, "SERVED_IN", told.force("northvale"), rank="uk-ranks/sergeant")
        told.states(officer, "SUBJECT_OF", told.investigation(f"case {place}"), status="alleged")
    return told


def load(
    store: Store,
    told: Invented | ColumnFacts,
    digest: str = "1",
    *,
    clock: Clock | None = None,
    replace: bool = False,
    dry_run: bool = False,
) -> BatchedResult:
    facts = as_columns(told.facts) if isinstance(told, Invented) else told
    return load_columns(
        store, facts, digest=digest, loader="table", clock=clock or Clock(), replace=replace, dry_run=dry_run
    )


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "ROWS", 3)


def test_it_stores_what_one_transaction_stores(store: Store) -> None:
    load_facts(store, roll().facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")
    in_one = stored_graph(store), canonical_ids(store)
    remove_source(store, "roll", now="2026-01-01T00:00:01Z")
    result = load(store, roll())
    assert (stored_graph(store), canonical_ids(store)) == in_one
    assert result.result.account.new == result.result.account.read == 29
    assert {name: account.new for name, account in result.kinds.items()} == {
        "Source": 1, "Officer": 7, "Investigation": 7, "SERVED_IN": 7, "SUBJECT_OF": 7,
    }  # fmt: skip
    assert [(each["state"], each["read"]) for each in loads(store)] == [("finished", 29)]


def test_links_of_few_records_are_written_at_once_without_a_deadlock(bolt_store: Store) -> None:
    told = Invented("roll")
    cases = [told.investigation(f"case {number}") for number in range(3)]
    for number in range(150):
        officer = told.officer(f"officer {number}")
        told.states(officer, "SERVED_IN", told.force("northvale"))
        for case in cases:
            told.states(officer, "SUBJECT_OF", case, status="alleged")
    for _ in range(3):
        account = load(bolt_store, told).result.account
        assert account.new == account.read == 1 + 3 + 150 + 150 + 450
        linked = (
            "MATCH (o:Officer)-[r]->(x) RETURN count(DISTINCT r.id), count(r), count(DISTINCT o), count(DISTINCT x)"
        )
        assert bolt_store.read(linked).rows == [(600, 600, 150, 4)]
        remove_source(bolt_store, "roll", now="2026-01-01T00:00:01Z")


def test_loading_twice_changes_nothing(store: Store) -> None:
    load(store, roll())
    before, loaded = stored_graph(store), loads(store)
    account = load(store, roll()).result.account
    assert account.unchanged == account.read == 29
    assert (stored_graph(store), loads(store)) == (before, loaded)


def test_what_others_state_is_never_taken_for_its_own(store: Store) -> None:
    load(store, roll())
    with store.transaction() as tx:
        tx.run("MATCH (:Officer {name: 'officer 0'})-[s:SERVED_IN]->() DELETE s")  # as much is stored as before
        tx.run("CREATE (:Suggestion {id: 'suggestion:1', source_id: 'model'})")
    account = load(store, roll(), "2", replace=True).result.account
    assert (account.gone, account.new) == (0, 1)
    other = Invented("gazette")
    other.officer("somebody")
    load(store, other)
    account = load(store, roll(6), "3", replace=True).result.account
    assert (account.gone, account.unchanged) == (4, 25)
    assert store.read("MATCH (n) WHERE n.source_id IN ['model', 'gazette'] RETURN count(n)").rows == [(3,)]


@pytest.mark.parametrize("walked", [0, 1000], ids=["looked up", "read from end to end"])
def test_replace_changes_only_what_differs(store: Store, monkeypatch: pytest.MonkeyPatch, walked: int) -> None:
    monkeypatch.setattr(graph.loads.before, "WALKED", walked)
    load(store, roll())
    corrected = roll(6, description="a sergeant")
    corrected.statements[1] = replace_fields(corrected.statements[1], locator="row 9")
    with pytest.raises(LoadError, match="1 changed, 1 moved, 4 gone"):
        load(store, corrected, "2")
    load(store, corrected, "2", replace=True)
    stored = stored_graph(store)
    remove_source(store, "roll", now="2026-01-01T00:00:01Z")
    load(store, corrected, "2")
    assert stored_graph(store) == stored


def test_what_others_loaded_while_it_was_compared_is_not_loaded_over(store: Store) -> None:
    compared = look(store, "roll", "2026-01-01T00:00:00Z")
    load(store, roll(5))
    held = stored_graph(store)
    with pytest.raises(LoadError, match="roll was loaded or removed by somebody else"):
        load_columns(store, as_columns(roll(6).facts), digest="2", loader="table", clock=Clock(), before=compared)
    assert stored_graph(store) == held


def test_what_nothing_touches_any_more_goes(store: Store) -> None:
    load(store, roll())
    without = roll()
    without.statements[:] = [each for each in without.statements if each.type != "SERVED_IN"]
    without.shared.clear()
    load(store, without, "2", replace=True)
    assert store.read("MATCH (f:Force) RETURN count(f)").rows == [(0,)]


def test_a_dry_run_finds_the_same_account_and_leaves_nothing(store: Store) -> None:
    assert load(store, roll(), dry_run=True).result.account.new == 29
    assert stored_graph(store) == (set(), set())
    assert loads(store) == []


def test_facts_the_model_does_not_allow_store_nothing(store: Store) -> None:
    told = roll()
    told.states(told.records[0].id, "SUBJECT_OF", told.force("northvale"))
    with pytest.raises(LoadError, match="The model has no SUBJECT_OF from Officer to Force"):
        load(store, told)
    assert stored_graph(store) == (set(), set())


class CutOffError(Exception):
    """Stands for the moment a process is killed."""


@contextmanager
def cut_off_after(monkeypatch: pytest.MonkeyPatch, written: int) -> Iterator[None]:
    """Within it, the load is cut off when that many batches are written."""
    left = [written]
    whole = batches.Batches._commit

    def counting(self: batches.Batches, text: str, batch: pl.DataFrame) -> None:
        if not left[0]:
            raise CutOffError
        left[0] -= 1
        whole(self, text, batch)

    with monkeypatch.context() as patched:
        patched.setattr(batches.Batches, "_commit", counting)
        with pytest.raises(CutOffError):
            yield


@pytest.mark.parametrize("written", [0, 1, 4, 7, 9])
def test_cut_off_and_run_again_it_is_as_if_it_had_not_been(
    store: Store, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    load(store, roll())
    whole = stored_graph(store), canonical_ids(store)
    remove_source(store, "roll", now="2026-01-01T00:00:01Z")
    clock = Clock()
    with cut_off_after(monkeypatch, written):
        load(store, roll(), clock=clock)
    assert [each["source_id"] for each in unfinished(store)] == ["roll"]
    clock.second = 600
    load(store, roll(), clock=clock)
    assert (stored_graph(store), canonical_ids(store)) == whole
    assert unfinished(store) == []
    assert [each["started"] for each in loads(store)] == ["2026-01-01T00:00:00Z"]


def test_another_load_waits_until_the_lease_lapses(bolt_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    with cut_off_after(monkeypatch, 2):
        load(bolt_store, roll(), clock=clock)
    with pytest.raises(LoadError, match="A load of roll has been running since 2026-01-01T00:00:00Z"):
        load(bolt_store, Invented("other"), clock=clock)
    clock.second = 121
    load(bolt_store, Invented("other"), clock=clock)


def test_a_load_that_stood_still_too_long_writes_nothing_more(
    bolt_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    whole = batches.Batches.statements

    def taken_over(self: batches.Batches, *arguments: Any) -> None:  # noqa: ANN401 - whatever statements takes
        clock.second += 600
        monkeypatch.setattr(batches.Batches, "statements", whole)
        load(bolt_store, roll(), clock=clock)
        whole(self, *arguments)

    monkeypatch.setattr(batches.Batches, "statements", taken_over)
    with pytest.raises(LoadError, match="has lost its lease"):
        load(bolt_store, roll(), clock=clock)
    assert bolt_store.read("MATCH ()-[r]->() RETURN count(r), count(DISTINCT r.id)").rows == [(14, 14)]
    assert unfinished(bolt_store) == []


def test_other_input_does_not_finish_what_was_cut_off(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    with cut_off_after(monkeypatch, 2):
        load(store, roll(), clock=clock)
    clock.second = 600
    with pytest.raises(LoadError, match="differs from it"):
        load(store, roll(8), "2", clock=clock)
    load(store, roll(8), "2", clock=clock, replace=True)
    assert len(loads(store)) == 1


def by_number(told: Invented) -> ColumnFacts:
    """The roll, where a rule holds officers 0 and 1, and 1 and 2, to be one."""
    officers = [each.id for each in told.records if each.kind == "Officer"]
    pairs = pl.DataFrame({"left_id": officers[:2], "right_id": officers[1:3]})
    return as_columns(told.facts, RulePairs("roll/number", "one number", pairs))


def test_a_rule_decides_once_and_a_withdrawal_outlives_a_reload(store: Store) -> None:
    load(store, by_number(roll()))
    assert len(set(canonical_ids(store).values())) == len(canonical_ids(store)) - 2
    assert store.read("MATCH ()-[r:SAME_AS]->() RETURN count(r)").rows == [(2,)]
    load(store, by_number(roll(description="x")), "2", replace=True)
    decided = store.read("MATCH (d:Decision) RETURN d.id ORDER BY d.id").rows
    assert len(decided) == 2
    withdraw(store, decided[0][0], by="a person", at="2026-02-01T00:00:00Z", reason="two people")
    load(store, by_number(roll(description="y")), "3", replace=True)
    assert store.read("MATCH ()-[r:SAME_AS]->() RETURN count(r)").rows == [(1,)]


def test_a_rule_that_no_longer_finds_a_pair_takes_its_decision_back(store: Store) -> None:
    load(store, by_number(roll()))
    load(
        store,
        as_columns(
            roll(description="x").facts,
            RulePairs(
                "roll/number",
                "one number",
                pl.DataFrame({"left_id": [], "right_id": []}, schema={"left_id": pl.String, "right_id": pl.String}),
            ),
        ),
        "2",
        replace=True,
    )
    assert store.read("MATCH ()-[r:SAME_AS]->() RETURN count(r)").rows == [(0,)]
    assert all(own == canonical for own, canonical in canonical_ids(store).items())


def test_decisions_of_people_revive_with_the_records(store: Store) -> None:
    told = roll()
    load(store, told)
    one, other = (each.id for each in told.records if each.properties["name"] in ("officer 0", "officer 1"))
    decide(store, decision(one, other, "same", by="a person", at="2026-02-01T00:00:00Z", reason="both say so"))
    before = canonical_ids(store)
    remove_source(store, "roll", now="2026-02-02T00:00:00Z")
    load(store, told)
    assert canonical_ids(store) == before
    assert before[one] == before[other]
