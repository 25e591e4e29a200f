"""The chain: every way of changing a log is found, and where; only a cut tail needs what was noted elsewhere."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossprobe.access_log import AccessLog
from crossprobe.log_chain import Broken, Standing, broken


@pytest.fixture
def log(tmp_path: Path) -> AccessLog:
    return AccessLog(tmp_path / "log.jsonl")


def written(log: AccessLog, times: int = 6) -> list[Standing]:
    return [log.append({"entry": "asked", "call": str(each)}) for each in range(times)]


def found(log: AccessLog, *noted: Standing) -> list[Broken]:
    return list(broken(log.path.read_bytes().splitlines(keepends=True), noted))


def rewrite(log: AccessLog, lines: list[bytes]) -> None:
    log.path.write_bytes(b"".join(lines))


def test_what_was_written_holds_together_and_shows_every_standing(log: AccessLog) -> None:
    standings = written(log)
    assert [each.length for each in standings] == [1, 2, 3, 4, 5, 6]
    assert len({each.log for each in standings}) == 1
    assert found(log, *standings) == []
    assert [Standing.read(str(each)) for each in standings] == standings


def test_a_changed_line_breaks_the_chain_right_after_it(log: AccessLog) -> None:
    written(log)
    lines = log.path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b'"call":"2"', b'"call":"9"')
    rewrite(log, lines)
    assert [each.line for each in found(log)] == [4]


def test_a_removed_line_is_missed(log: AccessLog) -> None:
    written(log)
    lines = log.path.read_bytes().splitlines(keepends=True)
    rewrite(log, lines[:2] + lines[3:])
    assert [(each.line, "line 3 was to come" in each.what) for each in found(log)] == [(3, True)]


def test_a_removed_beginning_is_missed(log: AccessLog) -> None:
    written(log)
    rewrite(log, log.path.read_bytes().splitlines(keepends=True)[2:])
    assert found(log)[0].line == 1


def test_moved_lines_are_found(log: AccessLog) -> None:
    written(log)
    lines = log.path.read_bytes().splitlines(keepends=True)
    lines[1], lines[2] = lines[2], lines[1]
    rewrite(log, lines)
    assert [each.line for each in found(log)][:2] == [2, 3]


def test_a_cut_tail_is_found_by_what_was_noted_elsewhere_and_by_nothing_else(log: AccessLog) -> None:
    standings = written(log)
    rewrite(log, log.path.read_bytes().splitlines(keepends=True)[:4])
    assert found(log) == []
    assert [each.line for each in found(log, standings[5])] == [4]
    assert "is gone: 4 lines are left" in found(log, standings[5])[0].what


def test_a_last_line_that_was_changed_is_found_by_what_was_noted(log: AccessLog) -> None:
    standings = written(log)
    lines = log.path.read_bytes().splitlines(keepends=True)
    lines[5] = lines[5].replace(b'"call":"5"', b'"call":"7"')
    rewrite(log, lines)
    assert [each.what for each in found(log, standings[5])] == ["line 6, noted elsewhere, was changed"]


def test_a_standing_of_another_log_says_nothing_of_this_one(log: AccessLog) -> None:
    written(log)
    assert found(log, Standing("0" * 16, 99, "0" * 64)) == []


def test_a_line_torn_by_a_kill_is_no_break_and_is_sealed_by_the_next(log: AccessLog) -> None:
    written(log, 2)
    with log.path.open("ab") as file:
        file.write(b'{"version":1,"li')
    assert [each.line for each in found(log)] == [3]
    written(log, 2)
    assert found(log) == []
    rewrite(log, [each for each in log.path.read_bytes().splitlines(keepends=True) if b'"li\n' not in each])
    assert [each.line for each in found(log)] == [3]


def test_the_chain_goes_on_over_a_line_longer_than_what_is_read_at_once(log: AccessLog) -> None:
    log.append({"entry": "answered", "ids": ["x" * 300_000]})
    written(log, 2)
    assert found(log) == []


@given(st.data())
def test_no_single_byte_before_the_last_line_can_change_unseen(data: st.DataObject) -> None:
    lines: list[bytes] = []
    from crossprobe.access_log import _chained

    for number in range(4):
        lines.append(_chained({"entry": "asked", "call": str(number)}, lines[-1] if lines else b"")[0])
    whole = bytearray(b"".join(lines))
    place = data.draw(st.integers(0, len(whole) - len(lines[-1]) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda each: each != whole[place]))
    whole[place] = value
    assert json.loads(lines[-1])["line"] == 4
    assert list(broken(_raw_lines(bytes(whole))))


def _raw_lines(text: bytes) -> list[bytes]:
    return [each + b"\n" for each in text.split(b"\n")[:-1]]
