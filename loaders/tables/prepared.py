"""A table's rows as the mapping sees them: columns named, others joined, and rows left out by rules with names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import polars as pl

from graph.columns.spool import Spool
from loaders.tables.conditions import all_hold
from loaders.tables.files import ROW, SHORT, TableFile
from loaders.tables.joining import RIGHT, join
from loaders.tables.models import Table
from loaders.tables.rejects import Rejects
from loaders.tables.row_sets import RowSet

EMPTY = "empty-row"
"""The rule by which rows without any cell are excluded."""

LONGEST = 100_000
"""Characters a cell may hold. A longer one is mostly a quote that was never closed and has swallowed rows."""

UNJOINED = "joined-by-no-row"
"""The rule by which rows of a table that is only joined to others are excluded where none of those names them."""


@dataclass(slots=True)
class Counted:
    """What is counted of a table as its pieces are prepared: how many rows its file has, how many each rule excluded,
    which are left, and which rows of other tables were joined to them."""

    read: int = 0
    excluded: dict[str, int] = field(default_factory=dict)
    left: RowSet = field(default_factory=RowSet)
    joined: dict[str, RowSet] = field(default_factory=dict)


def named(file: TableFile, table: Table) -> TableFile:
    """The file with the names the mapping gives its columns, blank texts as null."""
    names = {old: new for old, new in table.columns.items() if old in file.columns}

    def renamed() -> Iterator[pl.DataFrame]:
        for piece in file.pieces():
            rows = piece.rename(names)
            cells = [pl.col(name) for name in rows.columns if name not in (ROW, SHORT)]
            blank = [pl.when(~each.is_in(table.blank)).then(each) for each in cells] if table.blank else []
            yield rows.with_columns(blank)

    return TableFile([names.get(each, each) for each in file.columns], renamed, file.height)


def prepared(
    name: str,
    files: Mapping[str, TableFile],
    table: Table,
    used: Mapping[str, Sequence[str]],
    rejects: Rejects,
    counted: Counted,
    spool: Spool,
) -> Iterator[pl.DataFrame]:
    """The rows of the table `name`, joined and without what its rules exclude; rows that are none are rejected.

    `files` are the named ones of every table, `used` the columns that are wanted of each joined one. Raises LoadError
    where the key of a join is not unique over there.
    """
    pieces = map(partial(_whole_rows, name, rejects=rejects, counted=counted), files[name].pieces())
    for other, how in table.join.items():
        found = counted.joined.setdefault(other, RowSet())
        pieces = map(partial(_noted, found), join(pieces, (name, other), how, files[other], used[other], spool))
    for piece in pieces:
        rows = piece
        for rule, conditions in table.exclude.items():
            rows = _without(rows, rule, all_hold(conditions), counted.excluded)
        for column, separator in table.split.items():
            cells = pl.col(column).str.split(separator).list.eval(pl.element().str.strip_chars())
            rows = rows.with_columns(cells).explode(column)
            rows = rows.with_columns(pl.when(pl.col(column) != "").then(pl.col(column)))
        counted.left.add(rows[ROW])
        yield rows


def _whole_rows(name: str, rows: pl.DataFrame, rejects: Rejects, counted: Counted) -> pl.DataFrame:
    counted.read += rows.height
    cells = [column for column in rows.columns if column not in (ROW, SHORT)]
    rows = _without(rows, EMPTY, pl.all_horizontal([pl.col(each).is_null() for each in cells]), counted.excluded)
    return _rejected(name, rows, cells, rejects)


def _noted(found: RowSet, rows: pl.DataFrame) -> pl.DataFrame:
    found.add(rows[RIGHT].drop_nulls())
    return rows.drop(RIGHT)


def _without(rows: pl.DataFrame, rule: str, condition: pl.Expr, excluded: dict[str, int]) -> pl.DataFrame:
    left = rows.filter(~condition)
    if left.height < rows.height:
        excluded[rule] = excluded.get(rule, 0) + rows.height - left.height
    return left


def _rejected(name: str, rows: pl.DataFrame, cells: list[str], rejects: Rejects) -> pl.DataFrame:
    if SHORT in rows.columns:
        rejects.add(name, rows.filter(SHORT), cells[-1], pl.col(cells[0]), "the row ends before the last column")
        rows = rows.drop(SHORT)
    again = pl.all_horizontal([pl.col(each).fill_null(each) == each for each in cells])
    rejects.add(name, rows.filter(again), cells[0], pl.col(cells[0]), "the header stands here again")
    for each in cells:
        too_long = rows.filter(pl.col(each).str.len_bytes() > LONGEST)
        rejects.add(name, too_long, each, pl.col(each), f"longer than {LONGEST:,} characters: a quote left open?")
    return rejects.without(name, rows)
