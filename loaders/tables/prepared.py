"""A table's rows as the mapping sees them: columns named, others joined, and rows left out by rules with names."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from graph.errors import LoadError
from loaders.tables.conditions import all_hold
from loaders.tables.files import ROW, SHORT
from loaders.tables.models import Table
from loaders.tables.rejects import Rejects
from loaders.tables.values import text_of

EMPTY = "empty-row"
"""The rule by which rows without any cell are excluded."""

LONGEST = 100_000
"""Characters a cell may hold. A longer one is mostly a quote that was never closed and has swallowed rows."""

UNJOINED = "joined-by-no-row"
"""The rule by which rows of a table that is only joined to others are excluded where none of those names them."""

_KEY = "_join"
_RIGHT = "_joined"


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows that are left, how many each rule excluded, how many rows the file has, and which rows of other tables
    were joined to them (a frame with ROW, by table)."""

    rows: pl.DataFrame
    excluded: Mapping[str, int]
    read: int
    joined: Mapping[str, pl.DataFrame]


def named(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """The rows of a file with the names the mapping gives its columns, blank texts as null."""
    renamed = frame.rename({old: new for old, new in table.columns.items() if old in frame.columns})
    if not table.blank:
        return renamed
    cells = [pl.col(name) for name in renamed.columns if name not in (ROW, SHORT)]
    return renamed.with_columns([pl.when(~each.is_in(table.blank)).then(each) for each in cells])


def prepared(name: str, frames: Mapping[str, pl.DataFrame], table: Table, rejects: Rejects) -> Prepared:
    """The rows of the table `name`, joined and without what its rules exclude; rows that are none are rejected.

    `frames` holds the named rows of every table. Raises LoadError where the key of a join is not unique over there.
    """
    rows = frames[name]
    excluded: dict[str, int] = {}
    joined: dict[str, pl.DataFrame] = {}
    cells = [column for column in rows.columns if column not in (ROW, SHORT)]
    rows = _without(rows, EMPTY, pl.all_horizontal([pl.col(each).is_null() for each in cells]), excluded)
    rows = _rejected(name, rows, cells, rejects)
    for other, join in table.join.items():
        right = frames[other].select(
            text_of(join.right).alias(_KEY), pl.col(ROW).alias(_RIGHT), pl.exclude(ROW, SHORT).name.prefix(f"{other}.")
        )
        right = right.filter(pl.col(_KEY).is_not_null())
        if right[_KEY].n_unique() != right.height:
            twice = right.filter(pl.col(_KEY).is_duplicated())[_KEY][0]
            raise LoadError(
                f"{name} cannot be joined to {other}: {twice!r} stands there more than once.",
                do="Join by a key that is unique there.",
            )
        rows = rows.with_columns(text_of(join.left).alias(_KEY)).join(right, on=_KEY, how="left", maintain_order="left")
        joined[other] = rows.select(pl.col(_RIGHT).alias(ROW)).drop_nulls().unique()
        rows = rows.drop(_KEY, _RIGHT)
    for rule, conditions in table.exclude.items():
        rows = _without(rows, rule, all_hold(conditions), excluded)
    for column, separator in table.split.items():
        pieces = pl.col(column).str.split(separator).list.eval(pl.element().str.strip_chars())
        rows = rows.with_columns(pieces).explode(column)
        rows = rows.with_columns(pl.when(pl.col(column) != "").then(pl.col(column)))
    return Prepared(rows, excluded, frames[name].height, joined)


def _without(rows: pl.DataFrame, rule: str, condition: pl.Expr, excluded: dict[str, int]) -> pl.DataFrame:
    left = rows.filter(~condition)
    if left.height < rows.height:
        excluded[rule] = rows.height - left.height
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
