"""The access log: whole lines, for its owner only, whoever writes and whatever breaks."""

import json
import multiprocessing
import stat
from pathlib import Path

import pytest

from crossprobe.access_log import AccessLog
from graph.errors import CrossprobeError


def _entries(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def _append_many(path: Path, who: str, times: int) -> None:
    log = AccessLog(path)
    for number in range(times):
        log.append({"who": who, "number": number, "padding": "x" * 5_000})


def test_a_line_is_one_versioned_object(tmp_path: Path) -> None:
    log = AccessLog(tmp_path / "state" / "log.jsonl")
    log.append({"entry": "asked", "command": "search"})
    (entry,) = _entries(log.path)
    assert entry == {"version": 1, "line": 1, "previous": "", "entry": "asked", "command": "search"}


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    log = AccessLog(tmp_path / "state" / "log.jsonl")
    log.append({"entry": "asked"})
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir(mode=0o755)
    AccessLog(folder / "log.jsonl").append({"entry": "asked"})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_torn_last_line_spoils_no_other(tmp_path: Path) -> None:
    log = AccessLog(tmp_path / "log.jsonl")
    log.append({"number": 1})
    with log.path.open("ab") as file:
        file.write(b'{"version":1,"num')
    log.append({"number": 2})
    lines = log.path.read_text().splitlines()
    assert [json.loads(lines[0])["number"], json.loads(lines[2])["number"]] == [1, 2]
    assert lines[1] == '{"version":1,"num'


def test_two_processes_never_mix_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_append_many, args=(path, who, 40)) for who in ("first", "second")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    written = [(entry["who"], entry["number"]) for entry in _entries(path)]
    assert sorted(written) == sorted((who, number) for who in ("first", "second") for number in range(40))


def test_where_it_cannot_be_written_that_is_an_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(CrossprobeError, match="cannot"):
        AccessLog(blocked / "log.jsonl").append({"entry": "asked"})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
def test_a_full_disk_is_an_error(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    folder.mkdir()
    (folder / "log.jsonl").symlink_to("/dev/full")
    with pytest.raises(CrossprobeError, match="nothing is answered"):
        AccessLog(folder / "log.jsonl").append({"entry": "asked"})
