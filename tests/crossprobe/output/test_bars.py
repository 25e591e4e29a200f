"""Bars of a load: what is told of each file, on a terminal and nowhere else."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from rich.console import Console

from crossprobe.output.bars import Bars, bars, progress_on
from loaders.watching import NOBODY
from tests.crossprobe.calling import environment, process

MAPPING = """\
source: {id: own-cases, title: Own cases, kind: case_export, published: 2026-01-01}
tables: {cases: {file: cases.csv}}
records:
  case:
    kind: Investigation
    table: cases
    key: ["{number}"]
    properties: {reference: "{number}", opened: "{opened}"}
"""


def drawn(progress: Iterator[str] | str) -> str:
    return " ".join("".join(progress).split())


def test_a_file_is_told_by_rows_and_rejects_and_storing_by_what_is_stored() -> None:
    screen = Console(file=io.StringIO(), force_terminal=True, width=120, color_system=None)
    progress = progress_on(screen)
    watching = Bars(progress)
    watching.begins("complaints\x1b[31m[red]", lambda: 2_000)
    watching.has_read(1_500, 12)
    watching.stores(4_321)
    with screen.capture() as captured:
        screen.print(progress.get_renderable())
    told = drawn(captured.get())
    assert "complaints[31m[red]" in told
    assert "1,500 of 2,000 rows" in told
    assert "12 rejected" in told
    assert "storing" in told
    assert "4,321 records and statements" in told


def test_nobody_watches_where_there_is_no_terminal_or_quiet_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    with bars(quiet=False) as watching:
        assert watching is NOBODY
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with bars(quiet=True) as watching:
        assert watching is NOBODY
    with bars(quiet=False) as watching:
        assert isinstance(watching, Bars)


def test_a_load_shows_bars_on_a_terminal_alone(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "own.yaml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "cases.csv").write_text("number,opened\nA1,2020-01-02\nA2,soon\n", encoding="utf-8")
    load = ["load", "table", "own.yaml", "--data", ".", "--dry-run"]
    shown, hidden = (
        pexpect.run(
            " ".join([sys.executable, "-m", "crossprobe", *load, *more]), cwd=tmp_path, encoding="utf-8", timeout=120,
            env={**environment(tmp_path, cache), "TERM": "xterm", "COLUMNS": "120"},
        )
        for more in ((), ("--quiet",))
    )  # fmt: skip
    piped = process(*load, home=tmp_path, cache=cache)
    assert "2 of 2 rows" in shown
    assert "1 rejected" in shown
    assert "of 2 rows" not in hidden + piped.stdout + piped.stderr
    assert "\x1b" not in piped.stderr
