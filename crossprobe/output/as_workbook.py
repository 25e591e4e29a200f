"""Rows as a workbook: numbers as numbers, all else as text, which no program runs as a formula or opens as a link.

Text loses its control characters, as in CSV.
"""

import math
from pathlib import Path
from typing import Any

from crossprobe.output.cells import exact
from crossprobe.output.result import Result
from crossprobe.output.terminal import harmless
from exports.sheets import Value, workbook, write_sheet, write_sheets

SHEET = "rows"

_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number; a longer one is text."""


def write_workbook(result: Result, path: Path) -> None:
    """Writes the workbook `path`. Raises CrossprobeError for a text that no cell holds, OSError where writing fails."""
    names = [harmless(column.name) for column in result.columns]
    with workbook(path) as book:
        if result.rows:
            write_sheets(book, SHEET, names, ([_value(each) for each in row] for row in result.rows))
        else:
            write_sheet(book, SHEET, names, ())


def _value(value: Any) -> Value:  # noqa: ANN401 - whatever a row holds
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float) and math.isfinite(value) and abs(value) < _EXACT:
        return value
    return harmless(exact(value)) or None
