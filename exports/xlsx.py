"""XLSX: a sheet a kind and a type, the sources among them, and a sheet that says what the workbook is.

Text is text, never a formula or a link. A kind with more rows than a sheet holds goes on in a second one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.worksheet import Worksheet

from exports.about import About
from exports.tables import record_tables, statement_tables
from exports.values import text_of
from graph.errors import CrossprobeError
from graph.redaction.cells import Cell
from graph.subgraph import Subgraph

ABOUT = "about"
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


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the workbook `path`. Raises CrossprobeError for a text that no cell holds, OSError where writing fails."""
    try:
        _write_workbook(subgraph, about, path)
    except FileCreateError as error:
        raise (error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error))) from None


def _write_workbook(subgraph: Subgraph, about: About, path: Path) -> None:
    # What is not yet in the workbook waits in files: beside it, not where others may look.
    with xlsxwriter.Workbook(str(path), {**_OPTIONS, "tmpdir": str(path.parent)}) as workbook:
        _write(
            workbook.add_worksheet(ABOUT),
            ["name", "value"],
            ([name, each] for name, value in about.items() for each in (value if isinstance(value, list) else [value])),
        )
        for records in record_tables(subgraph):
            names = [each.name for each in records.properties]
            rows: Iterator[list[Any]] = ([each.properties.get(name) for name in names] for each in records.rows)
            _write_sheets(workbook, records.label, names, rows)
        for statements in statement_tables(subgraph):
            names = [each.name for each in statements.properties]
            rows = (
                [each.from_id, each.to_id, *(each.properties.get(name) for name in names)] for each in statements.rows
            )
            _write_sheets(workbook, statements.type, ["from_id", "to_id", *names], rows)


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished workbook."""
    import fastexcel

    workbook = fastexcel.read_excel(path)
    for name in workbook.sheet_names:
        frame = workbook.load_sheet(name, dtypes="string").to_polars()
        owner = re.sub(r" \d+$", "", name)
        for row in frame.iter_rows(named=True):
            if name == ABOUT:
                yield Cell("", row["name"], row["value"] or "")
            else:
                yield from (Cell(owner, column, value) for column, value in row.items() if value is not None)


def _write_sheets(workbook: Any, name: str, names: list[str], rows: Iterator[list[Any]]) -> None:  # noqa: ANN401
    for number, first in enumerate(rows, start=1):  # what a sheet has no room for begins the next one
        sheet = workbook.add_worksheet(name if number == 1 else f"{name} {number}")
        _write(sheet, names, chain([first], islice(rows, ROWS - 1)))


def _write(sheet: Worksheet, names: list[str], rows: Iterable[list[Any]]) -> None:
    for place, name in enumerate(names):
        sheet.write_string(0, place, name)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if value is not None:
                _write_cell(sheet, number, place, value)
    sheet.freeze_panes(1, 1)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Any) -> None:  # noqa: ANN401 - any stored value
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        text = text_of(value).encode("utf-8", "replace").decode().translate(_NO_CHARACTERS)
        if len(text) > _LONGEST:
            raise CrossprobeError(
                f"A text of {len(text):,} signs does not fit into a cell of a workbook.",
                do="Export to csv, jsonl or graphml instead.",
            )
        sheet.write_string(row, column, text)
