"""CSV for spreadsheets: a folder (or a zip of it) with a file a kind and a type, and about.csv beside them.

UTF-8 with a byte order mark. A text that a spreadsheet would run as a formula has an apostrophe before it, and so
has one that begins with an apostrophe: take one away and the text is exact again.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from exports.about import About
from exports.tables import record_tables, statement_tables
from exports.values import text_of
from graph.formulas import unexecuted
from graph.model.properties import Property
from graph.redaction.cells import Cell
from graph.subgraph import Row, Subgraph

ABOUT = "about.csv"
_ENDS = ("from_id", "to_id")
csv.field_size_limit(2**31 - 1)  # a message may be longer than the default lets a cell be


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the files into the folder `path`, which exists and is empty."""
    for name, lines in _files(subgraph, about):
        with (path / name).open("w", encoding="utf-8-sig", errors="replace", newline="") as out:
            csv.writer(out).writerows(lines)


def write_zip(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the same files into the zip `path`."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, lines in _files(subgraph, about):
            with archive.open(name, "w", force_zip64=True) as raw:
                out = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
                csv.writer(out).writerows(lines)
                out.flush()
                out.detach()


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished folder."""
    for file in sorted(path.glob("*.csv")):
        with file.open("rb") as raw:
            yield from _cells(file.name, raw)


def read_back_zip(path: Path) -> Iterator[Cell]:
    """Every value of a finished zip."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            with archive.open(name) as raw:
                yield from _cells(name, raw)


def _files(subgraph: Subgraph, about: About) -> Iterator[tuple[str, Iterator[list[str]]]]:
    yield ABOUT, _about_lines(about)
    for records in record_tables(subgraph):
        lines = ((each.properties, ()) for each in records.rows)
        yield f"{records.label}.csv", _lines((), records.properties, lines)
    for statements in statement_tables(subgraph):
        ends = ((each.properties, (each.from_id, each.to_id)) for each in statements.rows)
        yield f"{statements.type}.csv", _lines(_ENDS, statements.properties, ends)


def _about_lines(about: About) -> Iterator[list[str]]:
    yield ["name", "value"]
    for name, value in about.items():
        for each in value if isinstance(value, list) else [value]:
            yield [name, _cell(each)]


def _lines(
    ends: tuple[str, ...], properties: Iterable[Property], rows: Iterable[tuple[Row, tuple[str, ...]]]
) -> Iterator[list[str]]:
    names = [each.name for each in properties if each.name != "id"]
    yield ["id", *ends, *names]
    for row, between in rows:
        yield [_cell(row["id"]), *(_cell(each) for each in between), *(_cell(row.get(name)) for name in names)]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return text_of(value)  # a negative number is no formula
    text = text_of(value)
    return f"'{text}" if text.startswith("'") else unexecuted(text)


def _cells(name: str, raw: IO[bytes]) -> Iterator[Cell]:
    lines = csv.reader(io.TextIOWrapper(raw, encoding="utf-8-sig", newline=""))
    columns = next(lines)
    for line in lines:
        if name == ABOUT:
            yield Cell("", line[0], line[1].removeprefix("'"))
        else:
            for column, value in zip(columns, line, strict=True):
                if value:
                    yield Cell(Path(name).stem, column, value.removeprefix("'"))
