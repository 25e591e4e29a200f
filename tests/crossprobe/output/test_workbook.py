"""Rows as a workbook: every value is read back, nothing runs as a formula, and no row is left out."""

import stat
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from crossprobe.output.cells import exact
from crossprobe.output.handing import Destination, Format, hand_over
from crossprobe.output.result import Result
from crossprobe.output.terminal import harmless, has_controls
from exports import sheets
from graph.errors import CrossprobeError, UsageError

NUMBERS = st.integers() | st.floats()


def _written(result: Result, folder: Path, name: str = "rows.xlsx") -> Path:
    file = folder / name
    hand_over(result, Destination(Format.XLSX, file, force=False, quiet=False))
    return file


def _cells(file: Path) -> list[list[Any]]:
    (sheet,) = openpyxl.load_workbook(file).worksheets
    return [list(row) for row in sheet.iter_rows()]


def test_a_workbook_holds_the_columns_and_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("Ann", 3, True, ["one", "two"], {"n": 1}), (None, -2.5, False, [], None)]
    file = _written(Result.of(("name", "count", "stated", "ranks", "map"), rows), tmp_path)
    assert [[cell.value for cell in row] for row in _cells(file)] == [
        ["name", "count", "stated", "ranks", "map"],
        ["Ann", 3, True, "one; two", '{"n": 1}'],
        [None, -2.5, False, None, None],
    ]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert capsys.readouterr().err == f"{file}: 2 rows, {file.stat().st_size:,} bytes\n"


def test_no_rows_are_their_columns_alone(tmp_path: Path) -> None:
    assert [[cell.value for cell in row] for row in _cells(_written(Result.of(("a", "b"), []), tmp_path))] == [
        ["a", "b"]
    ]


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=30), number=NUMBERS)
@example(text='=HYPERLINK("http://example.org")', number=2**60)
@example(text="@SUM(A1)\x1b[2J\u202e", number=float("nan"))
@example(text="_x000D_", number=float("inf"))
def test_no_text_runs_as_a_formula_and_no_number_loses_a_digit(text: str, number: float) -> None:
    with TemporaryDirectory() as folder, redirect_stderr(StringIO()):
        heading, row = _cells(_written(Result.of((text, "number"), [(text, number)]), Path(folder)))
    for cell in (heading[0], row[0], row[1]):
        assert cell.data_type != "f"
        assert cell.hyperlink is None
        assert not has_controls(str(cell.value or ""))
    assert unescape(row[0].value or "") == (harmless(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
    if isinstance(row[1].value, str):
        assert row[1].value == exact(number)
    else:
        assert row[1].value == pytest.approx(number, rel=1e-15)  # sixteen digits


def test_rows_that_one_sheet_has_no_room_for_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "ROWS", 2)
    file = _written(Result.of(("n",), [(each,) for each in range(5)]), tmp_path)
    book = openpyxl.load_workbook(file)
    assert {sheet.title: [row[0].value for row in sheet.iter_rows()] for sheet in book.worksheets} == {
        "rows": ["n", 0, 1],
        "rows 2": ["n", 2, 3],
        "rows 3": ["n", 4],
    }


def test_a_text_that_no_cell_holds_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(CrossprobeError, match="does not fit"):
        _written(Result.of(("a",), [("x" * 40_000,)]), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "rows.xlsx").write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        _written(Result.of(("a",), []), tmp_path)
    assert (tmp_path / "rows.xlsx").read_text() == "mine"
