"""Loading chat exports from the command line: what a dry run prints, what a load stores, and how each ends."""

import json
import shlex
from pathlib import Path

import pytest

from tests.crossprobe.calling import Caller

TEXT = """\
31/01/2024, 09:00 - Ann created group "Team C"
31/01/2024, 09:01 - Ann added Bob
31/01/2024, 09:02 - Bob: run a plate for me
31/01/2024, 09:03 - Ann: no
31/01/2024, 09:04 - Ann removed Bob
"""
COUNTED = {
    "file",
    "lines",
    "messages",
    "events",
    "unclassified",
    "continuations",
    "suspect",
    "rejects",
    "first",
    "last",
}


@pytest.fixture
def chat(tmp_path: Path) -> str:
    (tmp_path / "chat.txt").write_text(TEXT, encoding="utf-8")
    return "chat.txt"


def test_a_dry_run_prints_one_object_a_file_and_makes_no_database(call: Caller, chat: str, tmp_path: Path) -> None:
    said = call("load", "chat", chat, chat, "--dry-run", "--format", "jsonl", "-d", "database")
    assert said.code == 0
    first, second = (json.loads(line) for line in said.out.splitlines())
    assert first == second
    assert set(first) == COUNTED | {"date_order", "members"}
    assert (first["lines"], first["messages"], first["events"], first["members"]) == (5, 2, 3, 2)
    assert (first["first"], first["date_order"]) == ("2024-01-31T09:00", "dmy")
    assert not (tmp_path / "database").exists()


def test_a_dry_run_goes_on_after_a_file_that_is_no_chat(call: Caller, chat: str, tmp_path: Path) -> None:
    (tmp_path / "poem.txt").write_text("two\nlines\n", encoding="utf-8")
    said = call("load", "chat", "poem.txt", chat, "--dry-run", "--format", "jsonl")
    assert (said.code, len(said.out.splitlines())) == (1, 1)
    assert "poem.txt is no chat export" in said.err


def test_a_load_stores_who_was_a_member_and_no_word_of_theirs(call: Caller, chat: str) -> None:
    said = call("load", "chat", chat, "--exhibit", "AB/1", "--time-zone", "Europe/London", "-d", "database")
    assert said.code == 0
    assert said.out.splitlines()[1].split("\t")[:3] == ["ab-1", "6", "6"]
    text = "MATCH (a:Account)-[m:MEMBER_OF]->(g:ChatGroup) RETURN a.name, m.how, m.how_ended, g.name ORDER BY a.name"
    rows = json.loads(call("cypher", text, "--format", "json", "-d", "database").out)
    assert [tuple(row.values()) for row in rows] == [
        ("Ann", "created", None, "Team C"),
        ("Bob", "added", "removed", "Team C"),
    ]
    assert "plate" not in call("cypher", "MATCH (n) RETURN properties(n)", "--format", "json", "-d", "database").out


def test_messages_that_hold_a_term_are_kept_on_request(call: Caller, chat: str, tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text("plate*\n", encoding="utf-8")
    kept = ("--messages", "terms", "--terms", "terms.txt")
    assert call("load", "chat", chat, "--exhibit", "1", *kept, "-d", "database").code == 0
    text = "MATCH (m:Message) RETURN m.number AS number, m.terms AS terms ORDER BY number"
    rows = json.loads(call("cypher", text, "--format", "json", "-d", "database").out)
    assert rows == [{"number": 3, "terms": ["plate*"]}, {"number": 4, "terms": None}]


def test_an_ambiguous_date_order_is_refused_by_name(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text("03/02/2024, 09:00 - Ann: a\n", encoding="utf-8")
    refused = call("load", "chat", "chat.txt", "--exhibit", "1", "-d", "database")
    assert refused.code == 1
    assert "--date-order" in refused.err
    assert call("load", "chat", "chat.txt", "--exhibit", "1", "--date-order", "dmy", "-d", "database").code == 0


def test_rejected_lines_end_in_a_file_and_in_an_exit_code_of_their_own(call: Caller, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text("a title\n" + TEXT, encoding="utf-8")
    said = call("load", "chat", "chat.txt", "--exhibit", "1", "-d", "database")
    assert said.code == 5
    path = Path(next(word for word in said.err.split() if word.endswith(".jsonl")))
    (line,) = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "file": "chat.txt",
        "row": 1,
        "field": "line",
        "value": "a title",
        "reason": "nothing before it that it could go on from",
    }
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--exhibit", "1", "--exhibit", "2"),
        ("--exhibit", "1", "--messages", "terms"),
        ("--exhibit", "1", "--terms", "chat.txt"),
    ],
)
def test_a_call_that_does_not_fit_together_is_a_wrong_call(call: Caller, chat: str, options: tuple[str, ...]) -> None:
    assert call("load", "chat", chat, *options, "-d", "database").code == 2


def test_two_exports_of_one_group_are_suggested_to_be_one(call: Caller, chat: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(TEXT.replace("31/01/2024, 09:03 - Ann: no\n", ""), encoding="utf-8")
    said = call("load", "chat", chat, "other.txt", "--exhibit", "A", "--exhibit", "B", "-d", "database")
    assert said.code == 0
    assert "B lacks 1 of the messages that A holds: 4." in said.err
    path = Path(next(word for word in said.err.split() if word.endswith(".jsonl")))
    missing = {"missing_in": "B", "held_by": "A", "number": 4, "line": 4, "at": "2024-01-31T09:03"}
    assert json.loads(path.read_text(encoding="utf-8")) == {**missing, "deleted_there": False}
    assert path.stat().st_mode & 0o077 == 0
    command = next(line for line in said.err.splitlines() if line.startswith("Decide: crossprobe "))
    assert call(*shlex.split(command)[2:]).code == 0
    text = "MATCH (g:ChatGroup) RETURN count(DISTINCT g.canonical_id) AS n"
    assert json.loads(call("cypher", text, "--format", "json", "-d", "database").out) == [{"n": 1}]
