"""Rows as sheets of a workbook. Text is text, never a formula or a link.

A table with more rows than a sheet holds goes on in a second one.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from graph.errors import CrossprobeError

Value: TypeAlias = bool | int | float | str | None
"""What a cell holds; a number is finite, and None is an empty cell."""

ROWS = 1_048_575
"""Rows that a sheet holds below its heading."""

_LONGEST = 32_767
_NO_CHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # XML cannot say them
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def workbook(path: Path) -> Iterator[Workbook]:
    """A workbook that stands at `path` when the block ends. Raises OSError where writing fails."""
    try:
        # What is not yet in the workbook waits in files: beside it, not where others may look.
        with Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)}) as book:
            yield book
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from None


def write_sheets(book: Workbook, name: str, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """The rows below their names, in a sheet `name`, and in `name 2` what that has no room for; in none without rows.

    Raises CrossprobeError for a text that no cell holds.
    """
    left = iter(rows)
    for number, first in enumerate(left, start=1):  # what a sheet has no room for begins the next one
        write_sheet(book, name if number == 1 else f"{name} {number}", names, chain([first], islice(left, ROWS - 1)))


def write_sheet(book: Workbook, name: str, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """One sheet, also where there are no rows."""
    sheet = book.add_worksheet(name)
    for place, each in enumerate(names):
        _write_cell(sheet, 0, place, each)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if value is not None:
                _write_cell(sheet, number, place, value)
    sheet.freeze_panes(1, 1)


def _write_cell(sheet: Worksheet, row: int, column: int, value: bool | int | float | str) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        text = value.encode("utf-8", "replace").decode().translate(_NO_CHARACTERS)
        if len(text) > _LONGEST:
            raise CrossprobeError(
                f"A text of {len(text):,} signs does not fit into a cell of a workbook.",
                do="Write csv or jsonl instead.",
            )
        sheet.write_string(row, column, text)
