"""`audit`: what was asked and typed, for those who may know it, and every way of bending the log found."""

import json
from pathlib import Path

import pytest

from tests.crossprobe.calling import Caller, log_of

ARTICLE = Path(__file__).resolve().parents[2] / "examples" / "articles" / "003-west-midlands-firearms.yaml"


@pytest.fixture
def log(call: Caller, tmp_path: Path) -> Path:
    """The log of a load and two looks."""
    call("load", "casebook", str(ARTICLE), "-d", "database")
    for _ in range(2):
        call("search", "sergeant", "--purpose", "review 7", "-d", "database")
    return tmp_path / "state" / "crossprobe" / "access-log.jsonl"


@pytest.mark.usefixtures("log")
def test_the_list_shows_what_was_asked_why_and_how_much_came(call: Caller) -> None:
    rows = json.loads(call("audit", "list", "--format", "json").out)
    assert [each["command"] for each in rows] == ["load casebook", "search", "search", "audit list"]
    assert json.loads(rows[1]["typed"]) == {"purpose": "review 7", "text": "sergeant"}
    assert (rows[0]["operation"], rows[0]["count"]) == ("collection", 39)


def test_a_regulator_gets_every_line_with_what_was_typed(call: Caller, log: Path) -> None:
    assert call("audit", "export", "-o", "log.jsonl").code == 0
    lines = [json.loads(line) for line in Path("log.jsonl").read_text("utf-8").splitlines()]
    written = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [{name: each[name] for name in each if name != "typed"} for each in lines] == written[: len(lines)]
    assert [each["typed"]["purpose"] for each in lines if "typed" in each and "purpose" in each["typed"]] == [
        "review 7"
    ] * 2


def test_a_whole_log_is_said_to_be_whole(call: Caller, log: Path) -> None:
    said = call("audit", "verify", "-d", "database")
    assert (said.code, "Whole" in said.err) == (0, True)
    assert log.exists()


def test_without_a_database_the_chain_alone_is_looked_at_and_that_is_said(call: Caller, log: Path) -> None:
    said = call("audit", "verify")
    assert (said.code, "Whole" in said.err, "Compared with no database" in said.err) == (0, True, True)
    log.write_text(log.read_text().replace('"command":"search"', '"command":"nothing"', 1))
    assert call("audit", "verify").code == 1
    assert call("audit", "verify", "-d", "nowhere").code == 3


def test_the_log_says_which_part_of_the_graph_left(call: Caller, log: Path) -> None:
    assert log.exists()
    call("export", "--all", "-o", "all.jsonl", "-d", "database")
    officer = next(each for each in Path("all.jsonl").read_text("utf-8").split('"') if each.startswith("officer:"))
    call("export", "--around", officer, "--depth", "2", "-o", "some.jsonl", "--recipient", "A", "-d", "database")
    typed = [json.loads(each["typed"]) for each in json.loads(call("audit", "list", "--format", "json").out)[-3:-1]]
    assert typed == [{"all": True}, {"around": [officer], "depth": 2, "recipient": ["A"]}]


def test_a_changed_line_is_found(call: Caller, log: Path) -> None:
    log.write_text(log.read_text().replace('"command":"search"', '"command":"nothing"', 1))
    said = call("audit", "verify", "--format", "json", "-d", "database")
    assert said.code == 1
    assert [each["line"] for each in json.loads(said.out)] == [4]


def test_a_removed_line_is_found(call: Caller, log: Path) -> None:
    lines = log.read_text().splitlines(keepends=True)
    log.write_text("".join(lines[:2] + lines[3:]))
    said = call("audit", "verify", "-d", "database")
    assert (said.code, "removed or moved" in said.out) == (1, True)


def test_a_tail_cut_behind_a_change_of_the_database_is_found_by_the_database(call: Caller, log: Path) -> None:
    call("load", "remove", "west-midlands-firearms-officer", "--why", "test", "--yes", "-d", "database")
    log.write_text("".join(log.read_text().splitlines(keepends=True)[:3]))
    said = call("audit", "verify", "-d", "database")
    assert (said.code, "noted elsewhere" in said.out) == (1, True)


def test_a_tail_cut_behind_an_export_is_found_by_the_file(call: Caller, log: Path) -> None:
    call("export", "--all", "-o", "all.jsonl", "-d", "database")
    noted = json.loads(Path("all.jsonl").read_text("utf-8").splitlines()[0])["access_log"]
    assert call("audit", "verify", "--noted", noted, "-d", "database").code == 0
    log.write_text("".join(log.read_text().splitlines(keepends=True)[:4]))
    assert call("audit", "verify", "-d", "database").code == 0
    log.write_text("".join(log.read_text().splitlines(keepends=True)[:4]))
    assert call("audit", "verify", "--noted", noted, "-d", "database").code == 1


def test_a_look_alone_never_writes_to_the_database(call: Caller, log: Path) -> None:
    text = "MATCH (d:Database) RETURN d.revision AS revision, d.access_logs AS logs"
    before = call("cypher", text, "--format", "json", "-d", "database").out
    call("export", "--all", "-o", "all.jsonl", "-d", "database")
    call("search", "sergeant", "-d", "database")
    assert call("cypher", text, "--format", "json", "-d", "database").out == before
    ((row),) = json.loads(before)
    assert [each.split(" ")[1] for each in row["logs"]] == ["1"]
    assert log_of(log.parents[1])


def test_logs_of_several_users_are_verified_together(call: Caller, log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_bytes(log.read_bytes())
    log.unlink()
    call("load", "remove", "west-midlands-firearms-officer", "--why", "test", "--yes", "-d", "database")
    alone = call("audit", "verify", "-d", "database")
    assert (alone.code, "is not among these" in alone.err) == (0, True)
    both = call("audit", "verify", str(log), str(other), "-d", "database")
    assert (both.code, "is not among these" in both.err) == (0, False)
    assert call("audit", "verify", "nowhere.jsonl", "-d", "database").code == 3
