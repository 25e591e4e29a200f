"""Joins between the tables of a mapping: in memory where the other table is small, else part by part on the disk."""

from collections.abc import Iterator, Sequence

import polars as pl

from graph.columns.parts import Parts, together
from graph.columns.spool import Spool
from graph.errors import LoadError
from loaders.tables.files import ROW, TableFile
from loaders.tables.models import Join
from loaders.tables.values import text_of

RIGHT = "_joined"
"""The column that holds the ROW of the other table's row that was joined."""

_KEY = "_join"


def join(
    pieces: Iterator[pl.DataFrame],
    names: tuple[str, str],
    how: Join,
    right: TableFile,
    used: Sequence[str],
    spool: Spool,
) -> Iterator[pl.DataFrame]:
    """The rows of the first table with the columns `used` of the second as `second.column`, and RIGHT; all null where
    its key is not there. Raises LoadError where the key is not unique over there.

    Rows come in another order and in other pieces where the second table is not held in memory.
    """
    columns = [pl.col(each).alias(f"{names[1]}.{each}") for each in used]
    others = Parts(_KEY, spool)
    for piece in right.pieces():
        rows = piece.select(text_of(how.right).alias(_KEY), pl.col(ROW).alias(RIGHT), *columns)
        others.add(rows.filter(pl.col(_KEY).is_not_null()))
    _unique(others, names)
    if not others.on_disk:
        whole = others.whole()
        for piece in pieces:
            yield _joined(_keyed(piece, how), whole)
        return
    nothing = next(others.frames()).clear()
    left = Parts(_KEY, spool)
    for piece in pieces:
        keyed = _keyed(piece, how)
        left.add(keyed.filter(pl.col(_KEY).is_not_null()))
        yield _joined(keyed.filter(pl.col(_KEY).is_null()), nothing)
    for rows, beside in together(left, others):
        yield _joined(rows, beside)
    left.drop()
    others.drop()


def _keyed(rows: pl.DataFrame, how: Join) -> pl.DataFrame:
    return rows.with_columns(text_of(how.left).alias(_KEY))


def _joined(rows: pl.DataFrame, others: pl.DataFrame) -> pl.DataFrame:
    return rows.join(others, on=_KEY, how="left", maintain_order="left").drop(_KEY)


def _unique(rows: Parts, names: tuple[str, str]) -> None:
    for keys in rows.only(_KEY).frames():
        if keys[_KEY].n_unique() != keys.height:
            twice = keys.filter(pl.col(_KEY).is_duplicated())[_KEY][0]
            raise LoadError(
                f"{names[0]} cannot be joined to {names[1]}: {twice!r} stands there more than once.",
                do="Join by a key that is unique there.",
            )
