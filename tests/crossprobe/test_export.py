"""`export`: what leaves is whole, checked and logged before it has a name; what fails leaves nothing."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from crossprobe.sealing import LocalKey
from exports.formats import FORMATS
from graph.redaction.redacting import Redacted
from tests.crossprobe.calling import Caller, log_of

FOLDERS = [each.name for each in FORMATS.values() if each.is_folder]


def disclosures(state: Path) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    lines = log_of(state)
    answered = {each["call"]: each for each in lines if each["entry"] == "answered"}
    return [(each, answered[each["call"]]) for each in lines if each.get("operation") == "disclosure"]


def left_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {"state", "data", "config"}


def test_a_file_says_what_it_is_and_the_log_knows_its_digest_and_who_gets_it(
    call: Caller, tmp_path: Path, articles: Path
) -> None:
    line = (
        "export",
        "--all",
        "-o",
        "all.jsonl",
        "--recipient",
        "the panel",
        "--marking",
        "OFFICIAL",
        "-d",
        str(articles),
    )
    said = call(*line)
    assert said.code == 0, said.err
    header = json.loads((tmp_path / "all.jsonl").read_text("utf-8").splitlines()[0])
    ((asked, answered),) = disclosures(tmp_path / "state")
    assert (answered["digest"], answered["count"]) == (header["digest"], header["records"] + header["statements"])
    assert header["marking"] == "OFFICIAL"
    assert header["access_log"].split(" ")[1] == str(asked["line"])
    key = LocalKey(tmp_path / "state" / "crossprobe" / "access-log.key")
    assert key.unsealed(asked["sealed"])["recipient"] == ["the panel"]
    assert stat.S_IMODE((tmp_path / "all.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_appears_whole_for_its_owner_only_and_only_where_nothing_is(
    name: str, call: Caller, tmp_path: Path, articles: Path
) -> None:
    assert call("export", "--all", "--as", name, "-o", "out", "-d", str(articles)).code == 0
    assert {stat.S_IMODE(each.stat().st_mode) for each in (tmp_path / "out").iterdir()} == {0o600}
    assert left_in(tmp_path) == {"out"}
    again = call("export", "--all", "--as", name, "-o", "out", "--force", "-d", str(articles))
    assert (again.code, "holds something already" in again.err) == (2, True)


def test_a_file_that_is_there_is_written_over_with_force_only(call: Caller, tmp_path: Path, articles: Path) -> None:
    (tmp_path / "all.graphml").write_text("mine")
    line = ("export", "--query", "recurring-officers", "-o", "all.graphml", "-d", str(articles))
    assert call(*line).code == 2
    assert (tmp_path / "all.graphml").read_text() == "mine"
    assert call(*line, "--force").code == 0
    assert (tmp_path / "all.graphml").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("--all", "-o", "all.doc"), 2),
        (("--all", "-o", "all", "--as", "doc"), 2),
        (("--all", "-o", "all.jsonl", "--redact", "names"), 2),
        (("--all", "-o", "all.jsonl", "--key", "case.key"), 2),
        (("-o", "all.jsonl"), 2),
        (("--all", "--query", "recurring-officers", "-o", "all.jsonl"), 2),
        (("--all", "-o", "nowhere/all.jsonl"), 3),
        (("--around", "nobody", "-o", "all.jsonl"), 3),
    ],
)
def test_what_makes_no_sense_leaves_nothing(
    line: tuple[str, ...], code: int, call: Caller, tmp_path: Path, articles: Path
) -> None:
    assert call("export", *line, "-d", str(articles)).code == code
    assert left_in(tmp_path) == set()


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_disk_leaves_nothing_and_says_so(name: str, call: Caller, tmp_path: Path, articles: Path) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    target = f"out{FORMATS[name].suffix}"
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, before[1]))
    try:
        said = call("export", "--all", "--as", name, "-o", target, "-d", str(articles))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert said.code == 1
    assert "cannot be written" in said.err
    assert left_in(tmp_path) == set()
    ((_, answered),) = disclosures(tmp_path / "state")
    assert "failed" in answered


def test_where_the_log_cannot_say_that_it_leaves_it_does_not_leave(
    call: Caller, tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from crossprobe.access_log import AccessLog
    from graph.errors import CrossprobeError

    append = AccessLog.append

    def failing(self: AccessLog, entry: dict[str, Any]) -> object:
        if entry["entry"] == "answered":
            raise CrossprobeError("The access log cannot be written, so nothing is answered.")
        return append(self, entry)

    monkeypatch.setattr(AccessLog, "append", failing)
    assert call("export", "--all", "-o", "all.jsonl", "-d", str(articles)).code == 1
    assert left_in(tmp_path) == set()


def test_a_redacted_file_is_checked_before_it_has_a_name(
    call: Caller, tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("export", "--all", "-o", "all.graphml", "--redact", "names", "--key", "case.key", "-d", str(articles))
    named = call(*line, "--title", "The case of Couzens")
    assert named.code == 1
    assert "failed its check" in named.err
    assert left_in(tmp_path) == {"case.key"}
    assert call(*line, "--title", "For the panel").code == 0
    assert "Couzens" not in (tmp_path / "all.graphml").read_text("utf-8")
    monkeypatch.setattr("crossprobe.redacting.Redaction.of", _not_redacted)
    assert call(*line, "--force").code == 1
    assert left_in(tmp_path) == {"case.key", "all.graphml"}


def _not_redacted(self: Any, subgraph: Any, *, title: str) -> Redacted:  # noqa: ANN401 - as it is called
    from graph.redaction.levels import Level
    from graph.redaction.redacting import redact

    made = redact(subgraph, Level.NAMES, self.key, title=title)
    return Redacted(subgraph, made.level, made.names, made.public)


def test_the_same_key_gives_the_same_pseudonyms_and_a_redacted_file_is_not_loaded(
    call: Caller, tmp_path: Path, articles: Path
) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        line = ("export", "--all", "-o", name, "--redact", "persons", "--key", "case.key", "-d", str(articles))
        assert call(*line).code == 0
    one, two = ((tmp_path / name).read_text("utf-8").splitlines()[1:] for name in ("one.jsonl", "two.jsonl"))
    assert one == two
    assert stat.S_IMODE((tmp_path / "case.key").stat().st_mode) == 0o600
    refused = call("load", "graph", "one.jsonl", "-d", "database")
    assert (refused.code, "is redacted" in refused.err) == (1, True)


def test_an_unfinished_load_is_refused_or_named(call: Caller, tmp_path: Path) -> None:
    from graph.stores import open_store

    call("load", "casebook", str(Path(__file__).parents[2] / "examples" / "articles"), "-d", "database")
    store = open_store("database", purpose="tests")
    with store.transaction() as tx:
        tx.run("CREATE (:Load {id: 'load:x', of_source: 'big-file', state: 'running', started: '2026'})")
    store.close()
    refused = call("export", "--all", "-o", "all.jsonl", "-d", "database")
    assert (refused.code, "big-file is unfinished" in refused.err) == (1, True)
    assert call("export", "--all", "-o", "all.jsonl", "--incomplete", "-d", "database").code == 0
    header = json.loads((tmp_path / "all.jsonl").read_text("utf-8").splitlines()[0])
    assert header["unfinished"] == ["big-file"]
