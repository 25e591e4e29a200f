"""Filling an empty database in one go: what batches would have written, or nothing at all."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import polars as pl
import pytest

from graph.columns.facts import RulePairs
from graph.columns.from_facts import as_columns
from graph.errors import LoadError, UnreachableError
from graph.loads import batched_loading
from graph.loads.batched_loading import load_columns
from graph.loads.removing import remove_source
from graph.loads.states import loads
from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.embedded import engine_batches, filling, folder, jvm
from graph.stores.embedded.database import nobodys
from graph.stores.store import Filling, Store
from tests.graph.loads.clock import Clock
from tests.graph.loads.test_batched_loading import load, roll
from tests.graph.stores.processes import child, heard
from tests.invented import Invented
from tests.reading import canonical_ids, graph


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = open_store(str(tmp_path / "empty"), purpose="tests", create=True)
    store.prepare(constraints())
    yield store
    store.close()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batched_loading, "FILLS", 1)


def stored(store: Store) -> tuple[object, ...]:
    return graph(store), canonical_ids(store), [(each["state"], each["read"]) for each in loads(store)]


def test_it_is_what_batches_write(store: Store, empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told = roll(9, description='a "quoted" name, with ,"description":null in it', suffix="Jr")
    people = [each.id for each in told.records if each.kind == "Officer"]
    pairs = pl.DataFrame({"left_id": [people[0]], "right_id": [people[1]]})
    facts = as_columns(told.facts, RulePairs("roll/same", "One number.", pairs))
    load(store, facts)
    monkeypatch.setattr(batched_loading, "FILLS", 1)
    load(empty, facts)
    assert stored(empty) == stored(store)
    text = "MATCH (o:Officer) RETURN properties(o) AS p ORDER BY o.id"
    assert empty.read(text).rows == store.read(text).rows
    links = "MATCH (:Officer)-[s]->(i) RETURN properties(s) AS p, i.id ORDER BY s.id"
    assert empty.read(links).rows == store.read(links).rows


@pytest.mark.parametrize("rows", [1, 30, 1_000])
def test_every_link_is_found_from_both_its_ends_however_many_batches_wrote_it(
    empty: Store, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    told = Invented("roll")
    cases = [told.investigation(f"case {number}") for number in range(6)]
    told_of: set[tuple[str, str]] = set()
    for number in range(40):
        officer = told.officer(f"officer {number}")
        told.states(officer, "SERVED_IN", told.force("northvale"))
        for case in {cases[number % 6], cases[number * 5 % 7 % 6], cases[0]}:
            told.states(officer, "SUBJECT_OF", case, status="alleged")
            told_of.add((officer, case))
    sizes = (
        (filling, "_PIECE", 4),
        (engine_batches, "ROWS", rows),
        (engine_batches, "_BUFFERED", 3),
        (engine_batches, "_CACHED", 1),
    )
    for owner, name, size in sizes:
        monkeypatch.setattr(owner, name, size)
    monkeypatch.setattr(batched_loading, "FILLS", 1)
    load(empty, told)
    outwards = "MATCH (o:Officer) MATCH (o)-[:SUBJECT_OF]->(i) RETURN o.id, i.id"
    inwards = "MATCH (i:Investigation) MATCH (i)<-[:SUBJECT_OF]-(o) RETURN o.id, i.id"
    for text in (outwards, inwards):
        found = empty.read(text).rows
        assert len(found) == len(told_of)
        assert set(found) == told_of
    served = empty.read("MATCH (f:Force) MATCH (f)<-[s:SERVED_IN]-(o) RETURN count(DISTINCT s.id), count(s)").rows
    assert served == [(40, 40)]
    assert load(empty, told).result.account.unchanged == 1 + 40 + 6 + 40 + len(told_of)


@pytest.mark.parametrize("asked", ["SHOW INDEXES", "SHOW CONSTRAINTS"])
def test_it_has_the_indexes_and_constraints_that_any_database_has(
    empty: Store, embedded_store: Store, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    embedded_store.prepare(constraints())
    load(embedded_store, roll())
    monkeypatch.setattr(batched_loading, "FILLS", 1)
    load(empty, roll())

    def shown(store: Store) -> set[tuple[str, ...]]:
        told = ("name", "type", "labelsOrTypes", "properties")
        return {tuple(str(each[name]) for name in told) for each in store.read(asked).dicts()}

    assert shown(empty) == shown(embedded_store)
    assert {each.split()[2] for each in constraints() if asked.removeprefix("SHOW ")[:5] in each} <= {
        name for name, *_ in shown(empty)
    }


@pytest.mark.usefixtures("at_once")
def test_no_id_can_come_twice_into_what_was_filled(empty: Store, tmp_path: Path) -> None:
    load(empty, roll())
    empty.close()
    again = open_store(str(tmp_path / "empty"), purpose="tests")
    (person,) = again.read("MATCH (o:Officer) RETURN o.id ORDER BY o.id LIMIT 1").rows[0]
    with pytest.raises(Exception, match=r"[Dd]uplicate"), again.transaction() as tx:
        tx.run("CREATE (:Officer {id: $id})", {"id": person})
    assert again.read("MATCH (o:Officer {id: $id}) RETURN count(o)", {"id": person}).rows == [(1,)]
    again.close()


@pytest.mark.usefixtures("at_once")
def test_loaded_again_it_is_found_unchanged_and_corrected_as_ever(empty: Store) -> None:
    load(empty, roll())
    account = load(empty, roll()).result.account
    assert account.unchanged == account.read == 29
    load(empty, roll(6), "2", replace=True)
    corrected = graph(empty)
    remove_source(empty, "roll", now="2026-01-01T00:00:01Z")
    load(empty, roll(6), "2")
    assert graph(empty) == corrected


@pytest.mark.usefixtures("at_once")
def test_a_database_that_holds_anything_is_added_to(empty: Store) -> None:
    load(empty, roll())
    before = graph(empty)
    assert empty.fill(Filling([], [], [], lambda: None)) is False
    assert graph(empty) == before


@pytest.mark.usefixtures("at_once")
def test_what_fails_on_the_way_leaves_the_empty_database(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LoadError("the last step failed")

    monkeypatch.setattr(batched_loading, "_finish", fail)
    with pytest.raises(LoadError, match="the last step failed"):
        load(empty, roll())
    assert graph(empty) == (set(), set())
    assert loads(empty) == []
    assert sorted(each.name for each in (tmp_path / "empty").iterdir() if "new" in each.name) == []
    monkeypatch.undo()
    assert load_columns(
        empty, as_columns(roll().facts), digest="1", loader="table", clock=Clock()
    ).result.account.new == 29  # fmt: skip


@pytest.mark.usefixtures("at_once")
def test_more_than_the_engine_has_memory_for_is_told_as_a_load(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise jvm.java("java.lang.OutOfMemoryError")("Java heap space")

    monkeypatch.setattr(engine_batches.EngineBatches, "taking", full)
    with pytest.raises(LoadError, match="memory does not do"):
        load(empty, roll())
    assert graph(empty) == (set(), set())


WRITES = """
store = open_store(sys.argv[1], purpose="link decide")
say("open")
sys.stdin.readline()
with store.transaction() as tx:
    tx.run("CREATE (n:Officer {id: 'officer:theirs'})")
store.close()
say("closed")
"""


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("ended", [False, True], ids=["has it open", "wrote into it"])
def test_what_another_process_begins_as_the_empty_database_goes_is_not_lost(
    empty: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: bool
) -> None:
    flush = folder._flush  # the step between closing the empty database and taking it away
    others: list[subprocess.Popen[str]] = []

    def interrupted(place: Path) -> None:
        flush(place)
        if not others:
            others.append(running.enter_context(child(WRITES, tmp_path / "empty")))
            assert heard(others[0]) == "open"
            if ended:
                write(others[0])

    def write(other: subprocess.Popen[str]) -> None:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert heard(other) == "closed"

    monkeypatch.setattr(folder, "_flush", interrupted)
    with ExitStack() as running:
        with pytest.raises(UnreachableError, match="another process may have opened"):
            load(empty, roll())
        if not ended:
            write(others[0])
    empty.close()
    again = open_store(str(tmp_path / "empty"), purpose="tests")
    assert again.read("MATCH (n) RETURN n.id AS id").rows == [("officer:theirs",)]
    again.close()


@pytest.mark.usefixtures("at_once")
def test_an_empty_database_that_somebody_has_open_is_put_back(empty: Store, tmp_path: Path) -> None:
    empty.close()
    with child(WRITES, tmp_path / "empty") as other:
        assert heard(other) == "open"
        with (
            pytest.raises(UnreachableError, match="in use by link decide"),
            folder.replacing(tmp_path / "empty", unless=partial(nobodys, tmp_path / "empty")),
        ):
            pass
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert heard(other) == "closed"
    again = open_store(str(tmp_path / "empty"), purpose="tests")
    assert again.read("MATCH (n) RETURN n.id AS id").rows == [("officer:theirs",)]
    again.close()
