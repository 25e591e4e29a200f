"""Opening an embedded database: where one is, where none is, where one cannot be, and who may look into it."""

import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import NotFoundError, UnreachableError, UsageError
from graph.stores import open_store
from graph.stores.embedded import jvm
from graph.stores.embedded.database import MUCH, work_on
from graph.stores.store import Store
from tests.graph.stores.processes import child, heard, said

HOLD = """
store = open_store(sys.argv[1], purpose="load casebook", create=True)
say("open")
sys.stdin.readline()
store.close()
say("closed")
sys.stdin.readline()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "database"


def made(folder: Path) -> Path:
    open_store(str(folder), purpose="tests", create=True).close()
    return folder


def files(folder: Path) -> dict[str, bytes | None]:
    return {str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None for each in folder.rglob("*")}


def test_what_was_written_is_there_when_opened_again(folder: Path) -> None:
    store = open_store(str(folder), purpose="tests", create=True)
    with store.transaction() as tx:
        tx.run("CREATE (n:Officer {id: 'officer:a'})")
    store.close()

    again = open_store(str(folder), purpose="tests")
    assert again.read("MATCH (n:Officer) RETURN n.id AS id").rows == [("officer:a",)]
    assert (again.engine.name, again.engine.address) == ("embedded", str(folder))
    again.close()


def test_java_is_started_for_what_is_to_be_done(folder: Path, tmp_path: Path) -> None:
    made(folder)
    assert work_on(folder, for_loading=False) == jvm.ASKING
    assert work_on(tmp_path / "new", for_loading=True) == jvm.FILLING
    assert work_on(folder, for_loading=True) == jvm.FILLING
    with (folder / "engine" / "Officer_0.1.65536.v0.bucket").open("ab") as file:
        file.truncate(MUCH + 1)
    assert work_on(folder, for_loading=True) == jvm.COMPARING


def test_two_databases_are_open_at_once_and_know_nothing_of_each_other(tmp_path: Path) -> None:
    one, other = (open_store(str(tmp_path / name), purpose="tests", create=True) for name in ("one", "other"))
    with one.transaction() as tx:
        tx.run("CREATE (n:Officer {id: 'officer:a'})")
    counts = [store.read("MATCH (n) RETURN count(n) AS number").rows for store in (one, other)]
    one.close()
    other.close()
    assert counts == [[(1,)], [(0,)]]


def test_a_missing_database_is_made_only_where_asked_for(folder: Path) -> None:
    with pytest.raises(NotFoundError, match="crossprobe init"):
        open_store(str(folder), purpose="tests")
    assert not folder.exists()


def test_an_empty_folder_is_not_yet_a_database_and_can_become_one(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    with pytest.raises(NotFoundError):
        open_store(str(folder), purpose="tests")
    assert files(folder) == {}
    made(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_of_other_things_is_refused_and_left_alone(folder: Path, create: bool) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("not a database")
    (folder / "schema.json").write_text("{}")
    before = files(folder)
    with pytest.raises(UsageError if create else NotFoundError):
        open_store(str(folder), purpose="tests", create=create)
    assert files(folder) == before


@pytest.mark.parametrize("create", [False, True])
def test_a_file_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("not a database")
    with pytest.raises(UsageError, match="is a file"):
        open_store(str(file), purpose="tests", create=create)
    assert files(tmp_path) == {"letter.txt": b"not a database"}


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnreachableError, match="cannot be made"):
        open_store(str(tmp_path / "file" / "database"), purpose="tests", create=True)


def test_only_the_owner_may_read_anything_of_it(folder: Path) -> None:
    before = os.umask(0o022)
    try:
        store = open_store(str(folder), purpose="tests", create=True)
        store.prepare(["CREATE CONSTRAINT officer_id IF NOT EXISTS FOR (n:Officer) REQUIRE n.id IS UNIQUE"])
        with store.transaction() as tx:
            tx.run("CREATE (a:Officer {id: 'a'})-[:SUBJECT_OF]->(:Investigation)")
        while_open = modes(folder)
        store.close()
        umask_after = os.umask(0o022)
    finally:
        os.umask(before)
    assert while_open | modes(folder) == {("folder", 0o700), ("file", 0o600)}
    assert umask_after == 0o022


def modes(folder: Path) -> set[tuple[str, int]]:
    found = [folder, *folder.rglob("*")]
    return {("folder" if each.is_dir() else "file", stat.S_IMODE(each.stat().st_mode)) for each in found}


def test_one_that_others_could_enter_is_closed_to_them(folder: Path) -> None:
    made(folder).chmod(0o755)
    open_store(str(folder), purpose="tests").close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.fixture
def held(folder: Path) -> Iterator[Path]:
    """A database that another process has open."""
    with child(HOLD, folder) as process:
        assert heard(process) == "open"
        yield folder


def test_a_second_process_is_told_who_holds_the_database(folder: Path) -> None:
    with child(HOLD, folder) as process:
        assert heard(process) == "open"
        note = json.loads((folder / "holder.json").read_text())
        with pytest.raises(UnreachableError) as refused:
            open_store(str(folder), purpose="query run")
        assert note == {"command": "load casebook", "pid": process.pid, "since": note["since"]}
        assert f"in use by load casebook (process {process.pid}, since {note['since']})" in refused.value.what
        assert "\n" not in refused.value.what

        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        assert heard(process) == "closed"
        assert not (folder / "holder.json").exists()
        open_store(str(folder), purpose="query run").close()


def test_a_second_opening_in_one_process_is_refused_too(folder: Path) -> None:
    store = open_store(str(folder), purpose="load table", create=True)
    with pytest.raises(UnreachableError, match=f"load table .process {os.getpid()}"):
        open_store(str(folder), purpose="query run")
    assert store.read("RETURN 1 AS one").rows == [(1,)]
    store.close()


def test_a_note_left_by_a_killed_process_does_not_matter(folder: Path) -> None:
    made(folder)
    (folder / "holder.json").write_text('{"command": "load", "pid": 1, "since": "2020-01-01"}')
    store = open_store(str(folder), purpose="query run")
    assert json.loads((folder / "holder.json").read_text())["command"] == "query run"
    store.close()


@pytest.mark.parametrize("note", ["", "[]", "null", '{"command": "x"}', '{"command": 1, "pid": "x", "since": []}'])
def test_a_note_that_cannot_be_read_names_nobody(held: Path, note: str) -> None:
    (held / "holder.json").write_text(note)
    with pytest.raises(UnreachableError, match="in use by another process"):
        open_store(str(held), purpose="query run")


def test_a_full_disk_is_told_as_one_whatever_was_being_done(
    embedded_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = jvm.java("java.io.IOException")("No space left on device")
    error = jvm.java("java.lang.RuntimeException")("Error on closing the page", full)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("graph.stores.embedded.database._factory", fail)
    with pytest.raises(UnreachableError, match="The disk that holds the database is full"):
        open_store(str(tmp_path / "other"), purpose="tests", create=True)
    monkeypatch.setattr("graph.stores.embedded.transaction.gathered", fail)
    with pytest.raises(UnreachableError, match="The disk that holds the database is full"):
        embedded_store.prepare(["CREATE INDEX one IF NOT EXISTS FOR (n:Officer) ON (n.rank)"])


def test_a_note_cannot_write_to_the_terminal(held: Path) -> None:
    (held / "holder.json").write_text('{"command": "\\u001b[2Jx\\n", "pid": 7, "since": "now\\r"}')
    with pytest.raises(UnreachableError) as refused:
        open_store(str(held), purpose="query run")
    assert "in use by [2Jx (process 7, since now)" in refused.value.what


def test_a_closed_store_says_so_and_closes_twice(embedded_store: Store) -> None:
    embedded_store.close()
    embedded_store.close()
    for use in (lambda: embedded_store.read("RETURN 1 AS x"), embedded_store.transaction):
        with pytest.raises(UnreachableError, match="was closed"):
            use()


def test_a_process_that_forgets_to_close_ends_cleanly_and_prints_nothing(folder: Path, tmp_path: Path) -> None:
    code = """
import os
os.chdir(sys.argv[2])
store = open_store(sys.argv[1], purpose="tests", create=True)
with store.transaction() as tx:
    tx.run("CREATE (n:Officer {id: 'a'})")
"""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert said(code, folder, elsewhere) == ""
    assert list(elsewhere.iterdir()) == []
    assert not (folder / "holder.json").exists()
    assert not (folder / "engine" / "database.lck").exists()  # the engine takes it away when it closes cleanly


def test_where_there_is_no_engine_for_the_machine_a_server_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    with pytest.raises(UnreachableError, match="bolt://"):
        open_store(str(folder), purpose="tests", create=True)
    assert not folder.exists()


@pytest.mark.parametrize("create", [False, True])
def test_a_damaged_database_is_not_taken_for_a_new_one(folder: Path, create: bool) -> None:
    made(folder)
    (folder / "engine" / "schema.json").unlink()
    before = files(folder)
    with pytest.raises(UnreachableError, match="damaged"):
        open_store(str(folder), purpose="tests", create=create)
    assert files(folder) == before
