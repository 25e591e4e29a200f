"""XLSX: a sheet a kind and a type, the sources among them, and a sheet that says what the workbook is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.about import About
from exports.sheets import Value, workbook, write_sheet, write_sheets
from exports.tables import record_tables, statement_tables
from exports.values import text_of
from graph.redaction.cells import Cell
from graph.subgraph import Subgraph

ABOUT = "about"


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the workbook `path`. Raises CrossprobeError for a text that no cell holds, OSError where writing fails."""
    with workbook(path) as book:
        said = (
            (name, each) for name, value in about.items() for each in (value if isinstance(value, list) else [value])
        )
        write_sheet(book, ABOUT, ("name", "value"), ((name, _value(each)) for name, each in said))
        for records in record_tables(subgraph):
            names = [each.name for each in records.properties]
            rows: Iterator[list[Value]] = (
                [_value(each.properties.get(name)) for name in names] for each in records.rows
            )
            write_sheets(book, records.label, names, rows)
        for statements in statement_tables(subgraph):
            names = [each.name for each in statements.properties]
            rows = (
                [each.from_id, each.to_id, *(_value(each.properties.get(name)) for name in names)]
                for each in statements.rows
            )
            write_sheets(book, statements.type, ("from_id", "to_id", *names), rows)


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


def _value(value: Any) -> Value:  # noqa: ANN401 - any stored value
    return value if value is None or isinstance(value, bool | int | float) else text_of(value)
