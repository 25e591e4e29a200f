"""Rows as tab-separated text and as CSV. Both lose control characters: the next reader may be a terminal.

CSV quotes the cells that a spreadsheet would run as formulas; numbers stay numbers, because only texts are quoted.
"""

import csv
from collections.abc import Iterator
from typing import Any, TextIO

from crossprobe.output.cells import exact
from crossprobe.output.result import Result
from crossprobe.output.terminal import harmless, one_line

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tabs(result: Result, out: TextIO) -> None:
    """A line of column names and a line a row, one tab between cells; breaks and tabs inside a cell are spaces."""
    out.write("\t".join(one_line(column.name) for column in result.columns) + "\n")
    for row in result.rows:
        out.write("\t".join(one_line(exact(value)) for value in row) + "\n")


def write_csv(result: Result, out: TextIO) -> None:
    """CSV as RFC 4180 has it, lines ended by a line feed."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_unexecuted(column.name) for column in result.columns)
    for row in result.rows:
        writer.writerow(_csv_cells(row))


def _csv_cells(row: tuple[Any, ...]) -> Iterator[str]:
    for value in row:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        yield exact(value) if number else _unexecuted(exact(value))


def _unexecuted(text: str) -> str:
    # The sign is looked for before and after controls are taken out: neither must let a formula through.
    plain = harmless(text)
    return f"'{plain}" if text.startswith(_FORMULA) or plain.startswith(_FORMULA) else plain
