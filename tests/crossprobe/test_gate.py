"""The gate: nothing is asked before it is written down that it is asked, nothing answered before that is."""

import getpass
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from crossprobe.app import app
from crossprobe.asking import session
from crossprobe.everywhere import Choices
from crossprobe.help_pages import leaves
from crossprobe.output.handing import Destination, Format
from crossprobe.sealing import LocalKey
from graph.errors import CrossprobeError, UsageError
from graph.stores.store import Store
from tests.crossprobe.calling import Caller, log_of
from tests.docs.reading import blocks

NOT_LOGGED = frozenset(
    {
        "vocab list",
        "vocab find",
        "casebook new",
        "casebook check",
        "load check",
        "load suggest",
        "query list",
        "query show",
        "query new",
        "doctor",
    }
)
"""Commands that show nothing of a database."""

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples" / "articles"


def _choices(database: Path, purpose: str | None = None) -> Choices:
    to = Destination(Format.TABLE, None, force=False, quiet=True)
    return Choices("testing", str(database), purpose, insecure=False, yes=False, quiet=True, to=to)


def _pairs(entries: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    asked = [each for each in entries if each["entry"] == "asked"]
    answered = {each["call"]: each for each in entries if each["entry"] == "answered"}
    assert len(asked) == len(answered)
    return ((each, answered[each["call"]]) for each in asked)


@pytest.fixture
def every_command(call: Caller, tmp_path: Path) -> dict[str, Callable[[], tuple[str, ...]]]:
    """A call of every command there is that does what it is for, in an order in which they can follow each other."""
    database = ("-d", str(tmp_path / "database"))
    cypher = tmp_path / "who.cypher"
    cypher.write_text("// Who is held?\nMATCH (o:Officer) RETURN o.id AS officer\n")
    chat = tmp_path / "chat.txt"
    chat.write_text("13/05/2021, 09:12 - Ann Other: Hello\n13/05/2021, 09:13 - Bo Example: Hello\n")
    for block in blocks(ROOT / "docs" / "guide" / "tables.md"):
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")

    def officers() -> list[str]:
        text = "MATCH (o:Officer) RETURN o.id AS id ORDER BY id LIMIT 2"
        return [row["id"] for row in json.loads(call("cypher", text, "--format", "json", *database).out)]

    def decisions() -> list[str]:
        return [json.loads(line)["id"] for line in call("link", "dump", *database).out.splitlines()]

    return {
        "init": lambda: ("init", *database),
        "link review": lambda: ("link", "review", *database),  # nothing waits yet: there is no terminal here
        "load casebook": lambda: ("load", "casebook", str(ARTICLES), *database),
        "load chat": lambda: ("load", "chat", str(chat), "--exhibit", "ABC-1", "--time-zone", "+00:00", *database),
        "load table": lambda: ("load", "table", "cases.yaml", "--data", ".", *database),
        "load check": lambda: ("load", "check", "cases.yaml"),
        "load suggest": lambda: ("load", "suggest", "cases.csv"),
        "load list": lambda: ("load", "list", *database),
        "cypher": lambda: ("cypher", "MATCH (o:Officer) RETURN o.id", *database),
        "search": lambda: ("search", "sergeant", *database),
        "show": lambda: ("show", officers()[0], *database),
        "timeline": lambda: ("timeline", officers()[0], *database),
        "path": lambda: ("path", *officers(), *database),
        "network pairs": lambda: ("network", "pairs", "--threshold", "1", *database),
        "network communities": lambda: ("network", "communities", *database),
        "network brokers": lambda: ("network", "brokers", *database),
        "visualise": lambda: ("visualise", "--query", "recurring-officers", "-o", "recurring.html", *database),
        "query run": lambda: ("query", "run", "recurring-officers", *database),
        "link suggest": lambda: ("link", "suggest", *database),
        "link list": lambda: ("link", "list", "--changes", *database),
        "export": lambda: ("export", "--all", "-o", "all.jsonl", *database),
        "load graph": lambda: ("load", "graph", "all.jsonl", "-d", "another"),
        "link decide": lambda: ("link", "decide", *officers(), "same", "--why", "one number", *database),
        "link dump": lambda: ("link", "dump", "-o", "decisions.jsonl", *database),
        "link separate": lambda: ("link", "separate", officers()[0], "--why", "a test", *database),
        "link withdraw": lambda: ("link", "withdraw", decisions()[0], "--why", "a test", *database),
        "link restore": lambda: ("link", "restore", "decisions.jsonl", *database),
        "audit list": lambda: ("audit", "list", *database),
        "audit verify": lambda: ("audit", "verify", *database),
        "audit export": lambda: ("audit", "export", "-o", "log.jsonl", *database),
        "erase": lambda: ("erase", officers()[1], "--why", "a test", "--yes", *database),
        "load remove": lambda: ("load", "remove", "huffpost-met-obscene-images", "--why", "a test", "--yes", *database),
        "demo": lambda: ("demo",),
        "vocab list": lambda: ("vocab", "list"),
        "vocab find": lambda: ("vocab", "find", "sergeant"),
        "casebook new": lambda: ("casebook", "new", "new.yaml"),
        "casebook check": lambda: ("casebook", "check", "new.yaml"),
        "query list": lambda: ("query", "list"),
        "query show": lambda: ("query", "show", "recurring-officers"),
        "conflicts": lambda: ("conflicts", *database),
        "gaps": lambda: ("gaps", *database),
        "reconcile": lambda: ("reconcile", *database),
        "query new": lambda: ("query", "new", "officers-by-name.yaml"),
        "query check": lambda: ("query", "check", "officers-by-name.yaml", *database),
        "query import": lambda: ("query", "import", str(cypher), *database),
        "doctor": lambda: ("doctor",),
    }


def test_every_command_leaves_its_lines_or_stands_in_the_short_list(
    call: Caller, tmp_path: Path, every_command: dict[str, Callable[[], tuple[str, ...]]]
) -> None:
    assert set(every_command) == {name for name, _ in leaves(get_command(app))}
    for name, arguments in every_command.items():
        line = arguments()
        before = len(log_of(tmp_path / "state"))
        called = call(*line)
        assert called.code == 0, f"{name}: {called.err}"
        left = log_of(tmp_path / "state")[before:]
        assert bool(left) is (name not in NOT_LOGGED), name
        for asked, answered in _pairs(left):
            assert asked["command"] == name
            assert "failed" not in answered


def test_each_operation_is_named(call: Caller, tmp_path: Path, articles: Path) -> None:
    database = ("-d", str(tmp_path / "database"))
    casebook = str(ARTICLES / "003-west-midlands-firearms.yaml")
    call("init", *database)
    call("load", "casebook", casebook, *database)
    call("load", "casebook", casebook, "--replace", *database)
    call("load", "remove", "west-midlands-firearms-officer", "--why", "test", "--yes", *database)
    call("search", "sergeant", "-d", str(articles))
    call("link", "decide", "nobody", "somebody", "same", "--why", "test", "-d", str(articles))
    operations = [each["operation"] for each in log_of(tmp_path / "state") if each["entry"] == "asked"]
    assert operations == ["alteration", "collection", "alteration", "erasure", "consultation", "combination"]


def test_a_saved_query_leaves_its_id_revision_count_and_the_ids_shown(
    call: Caller, tmp_path: Path, articles: Path
) -> None:
    rows = json.loads(call("query", "run", "recurring-officers", "-d", str(articles), "--format", "json").out)
    ((asked, answered),) = _pairs(log_of(tmp_path / "state"))
    assert (asked["query"], asked["revision"], asked["user"]) == ("recurring-officers", 1, getpass.getuser())
    assert answered["count"] == len(rows) == 1
    assert rows[0]["officer"] in answered["ids"]


def test_what_shows_no_record_leaves_a_digest(call: Caller, tmp_path: Path, articles: Path) -> None:
    for text in ("RETURN 1", "RETURN 2", "RETURN 1"):
        call("cypher", text, "-d", str(articles))
    digests = [answered["digest"] for _, answered in _pairs(log_of(tmp_path / "state"))]
    assert digests[0] == digests[2] != digests[1]


def test_nothing_typed_and_no_name_stands_in_the_log_in_clear(call: Caller, tmp_path: Path, articles: Path) -> None:
    said = call("search", "couzens", "--purpose", "case of Merriweather", "-d", str(articles))
    assert "Couzens" in said.out
    folder = tmp_path / "state" / "crossprobe"
    text = (folder / "access-log.jsonl").read_text().lower()
    assert not [each for each in ("couzens", "merriweather", str(articles)) if each.lower() in text]
    ((asked, _),) = _pairs(log_of(tmp_path / "state"))
    sealed = LocalKey(folder / "access-log.key").unsealed(asked["sealed"])
    assert sealed == {"purpose": "case of Merriweather", "text": "couzens"}


@pytest.mark.usefixtures("call")
def test_asked_is_on_the_disk_before_the_question_runs(tmp_path: Path, articles: Path) -> None:
    seen: list[list[str]] = []

    def ask(store: Store) -> int:
        seen.append([each["entry"] for each in log_of(tmp_path / "state")])
        return len(store.read("RETURN 1").rows)

    with session(_choices(articles)) as opened:
        assert opened.read(ask, count=lambda rows: rows) == 1
        seen.append([each["entry"] for each in log_of(tmp_path / "state")])
    assert seen == [["asked"], ["asked", "answered"]]


def test_what_fails_is_answered_too_without_its_message(call: Caller, tmp_path: Path, articles: Path) -> None:
    assert call("show", "nobody of that name", "-d", str(articles)).code == 3
    ((_, answered),) = _pairs(log_of(tmp_path / "state"))
    assert answered["failed"] == "NotFoundError"
    assert "nobody" not in json.dumps(answered)


def test_candidates_that_are_listed_are_shown_and_so_logged(call: Caller, tmp_path: Path) -> None:
    call("demo")
    text = "MATCH (o:Officer) WITH o.name AS name, count(*) AS n WHERE n > 1 AND name IS NOT NULL RETURN name LIMIT 1"
    world = ("-d", "crossprobe-demo/world")
    (row,) = json.loads(call("cypher", text, "--format", "json", *world).out)
    assert call("show", row["name"], *world).code == 2
    *_, (_, answered) = _pairs(log_of(tmp_path / "state"))
    assert answered["failed"] == "AmbiguousError"
    assert len(answered["ids"]) > 1


def test_where_the_log_cannot_be_written_nothing_is_asked(call: Caller, tmp_path: Path, articles: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    said = call("query", "run", "recurring-officers", "-d", str(articles))
    assert (said.code, said.out) == (1, "")
    assert "nothing is answered" in said.err or "cannot be made" in said.err

    asked: list[object] = []
    with pytest.raises(CrossprobeError), session(_choices(articles)) as opened:
        opened.read(asked.append, count=lambda _: 0)
    assert asked == []


@pytest.mark.usefixtures("call")
def test_where_the_answer_cannot_be_logged_it_is_not_given(tmp_path: Path, articles: Path) -> None:
    log = tmp_path / "state" / "crossprobe" / "access-log.jsonl"

    def ask(_store: Store) -> str:
        log.unlink()
        log.mkdir()
        return "the answer"

    with session(_choices(articles)) as opened, pytest.raises(CrossprobeError, match="nothing is answered"):
        opened.read(ask, count=len)


def test_settings_can_make_the_purpose_a_must(call: Caller, tmp_path: Path, articles: Path) -> None:
    folder = tmp_path / "config" / "crossprobe"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("purpose_required = true\n")
    said = call("search", "sergeant", "-d", str(articles))
    assert (said.code, said.out) == (2, "")
    assert "--purpose" in said.err
    assert call("search", "sergeant", "-d", str(articles), "--purpose", "review 7").code == 0


@pytest.mark.usefixtures("call")
def test_a_purpose_that_is_needed_is_missed_before_the_database_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "config" / "crossprobe"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("purpose_required = true\n")
    with pytest.raises(UsageError), session(_choices(tmp_path / "none")):
        pass
