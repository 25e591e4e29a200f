"""Processes that die or are interrupted at a bad moment: the next one opens the database and finds it whole."""

import signal
from pathlib import Path

import pytest

from graph.errors import NotFoundError
from graph.model.constraints import constraints
from graph.stores import open_store
from tests.graph.stores.processes import child, heard

KILLED_IN_A_TRANSACTION = """
store = open_store(sys.argv[1], purpose="tests", create=True)
rows = [{"id": f"officer:{number}"} for number in range(2000)]
write = "UNWIND $rows AS row CREATE (n:Officer {id: row.id}) RETURN count(*) AS written"
with store.transaction() as tx:
    tx.run_rows(write, rows[:1000])
with store.transaction() as tx:
    say("half written", tx.run_rows(write, rows[1000:]))
    sys.stdin.readline()
"""

KILLED_WHILE_IT_COMMITS = """
store = open_store(sys.argv[1], purpose="tests", create=True)
write = "UNWIND $rows AS row CREATE (n:Officer {id: row.id}) RETURN count(*) AS written"
for number in range(100_000):
    with store.transaction() as tx:
        tx.run_rows(write, [{"id": f"officer:{number}:{row}"} for row in range(100)])
    say(number + 1)
"""

KILLED_WHILE_IT_MAKES = """
from graph.stores.embedded import folder
path = Path(sys.argv[1])
folder.own(path)
with folder.making(path) as new:
    (new / "dictionary.0.65536.v1.dict").write_bytes(b"half")
    say("making")
    sys.stdin.readline()
"""

KILLED_WHILE_IT_PREPARES = """
from graph.model.constraints import constraints
store = open_store(sys.argv[1], purpose="tests", create=True)
for statement in constraints():
    say("next")
    store.prepare([statement])
say("prepared")
"""

INTERRUPTED = """
store = open_store(sys.argv[1], purpose="tests", create=True)
store.prepare(["CREATE CONSTRAINT officer_id IF NOT EXISTS FOR (n:Officer) REQUIRE n.id IS UNIQUE"])
asked = "RETURN size([x IN range(1, 100000) WHERE size([y IN range(1, 100000) WHERE y = x]) > 0]) AS number"
try:
    with store.transaction() as tx:
        tx.run("CREATE (n:Officer {id: 'officer:a'})")
        say("asking")
        store.read(asked, timeout=3000)
except KeyboardInterrupt:
    say("interrupted", store.read("MATCH (n) RETURN count(n) AS number").rows)
store.close()
say("closed")
"""

NUMBER = "MATCH (n:Officer) RETURN count(n) AS number"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "database"


def officers_in(folder: Path) -> int:
    store = open_store(str(folder), purpose="tests")
    (number,) = store.read(NUMBER).rows[0]
    with store.transaction() as tx:
        tx.run("CREATE (n:Officer {id: 'officer:next'})")
    assert store.read(NUMBER).rows == [(number + 1,)]
    store.close()
    assert type(number) is int
    return number


def test_nothing_of_a_transaction_is_left_by_a_process_killed_in_it(folder: Path) -> None:
    with child(KILLED_IN_A_TRANSACTION, folder) as process:
        assert heard(process) == "half written 1000"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (folder / "holder.json").exists()
    assert officers_in(folder) == 1000


@pytest.mark.parametrize("commits", [1, 7, 40])
def test_every_acknowledged_transaction_survives_a_kill_and_none_by_half(folder: Path, commits: int) -> None:
    with child(KILLED_WHILE_IT_COMMITS, folder) as process:
        acknowledged = [heard(process) for _ in range(commits)]
        process.send_signal(signal.SIGKILL)
        assert process.stdout is not None
        acknowledged += process.stdout.read().splitlines()
    number = officers_in(folder)
    assert number % 100 == 0
    assert number // 100 in (int(acknowledged[-1]), int(acknowledged[-1]) + 1)  # the last was perhaps not yet said


def test_a_database_whose_making_was_cut_off_is_made_anew(folder: Path) -> None:
    with child(KILLED_WHILE_IT_MAKES, folder) as process:
        assert heard(process) == "making"
        process.send_signal(signal.SIGKILL)
        process.wait()
    with pytest.raises(NotFoundError):
        open_store(str(folder), purpose="tests")
    open_store(str(folder), purpose="tests", create=True).close()
    assert {each.name for each in folder.iterdir()} - {"engine.log"} == {"engine"}
    assert officers_in(folder) == 0


@pytest.mark.parametrize("statements", [1, 2, 20])
def test_a_schema_whose_making_was_cut_off_is_finished_by_the_next(folder: Path, statements: int) -> None:
    with child(KILLED_WHILE_IT_PREPARES, folder) as process:
        assert {heard(process) for _ in range(statements)} == {"next"}
        process.send_signal(signal.SIGKILL)
        process.wait()
    store = open_store(str(folder), purpose="tests")
    store.prepare(constraints())
    shown = store.read("SHOW CONSTRAINTS").dicts()
    store.close()
    assert {each["name"] for each in shown} == {text.split()[2] for text in constraints() if "CONSTRAINT" in text}
    assert officers_in(folder) == 0


def test_two_processes_that_make_one_database_at_once_end_with_one(folder: Path) -> None:
    with child(KILLED_WHILE_IT_MAKES, folder) as process:
        assert heard(process) == "making"
        store = open_store(str(folder), purpose="tests", create=True)  # faster than the other, which still makes
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.close()
        assert process.wait() == 0
        with store.transaction() as tx:
            tx.run("CREATE (n:Officer {id: 'officer:a'})")
        store.close()
    assert officers_in(folder) == 1


def test_ctrl_c_ends_a_question_at_once_rolls_back_and_leaves_no_lock(folder: Path) -> None:
    with child(INTERRUPTED, folder) as process:
        assert heard(process) == "asking"
        process.send_signal(signal.SIGINT)
        assert heard(process) == "interrupted [(0,)]"  # long before the timeout, which is longer than this test may run
        assert heard(process) == "closed"
        assert process.wait(timeout=60) == 0
    assert officers_in(folder) == 0
