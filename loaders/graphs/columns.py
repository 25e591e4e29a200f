"""Rows of a file as columns: parts for each source of each kind of record and type of statement, made as rows come."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import polars as pl

from graph.columns.facts import Ends
from graph.columns.parts import Parts
from graph.columns.rows import TYPES as COLUMN_TYPES
from graph.columns.rows import record_rows, statement_rows
from graph.columns.spool import Spool
from graph.errors import LoadError
from graph.loads.checks import label_of
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.properties import Property, PropertyType
from graph.records import Recorded

PIECE = 20_000
"""Rows of one kind or type that stay Python objects until they become columns."""

_WHEN = ("recorded_from", "recorded_to", "recorded_basis")
_ENDS = ("from_id", "to_id")
_MADE_AGAIN = ("canonical_id", "name_folded", "source_id", "content_hash", *_WHEN)


class Columns:
    """`records` by source and label, `statements` by source and their ends, as graph.columns.facts wants them.

    What memory does not hold goes into the spool. Until `finish` some rows are still on their way.
    """

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self.records: dict[str, dict[str, Parts]] = defaultdict(dict)
        self.statements: dict[str, dict[Ends, Parts]] = defaultdict(dict)

    def add(self, owner: str, row: Mapping[str, Any]) -> None:
        """Takes a row of a label or a type. Raises LoadError where the model has no such row, and where a row is not
        what its own content hash says: at once, or when it is finished."""
        rows = self._rows[owner]
        rows.append(row)
        if len(rows) >= PIECE:
            self._make(owner)

    def finish(self) -> None:
        """Makes columns of what is left. Raises as `add` does."""
        for owner in sorted(self._rows):
            self._make(owner)

    def _make(self, owner: str) -> None:
        whole = _columns(owner, self._rows.pop(owner))
        for (slug,), rows in whole.partition_by(["source_id"], as_dict=True).items():
            source = str(slug)
            stated = _as_stated(owner, source, rows)
            if owner in KINDS:
                self.records[source].setdefault(owner, Parts("id", self._spool)).add(stated)
            else:
                for ends, between in _by_ends(owner, stated):
                    self.statements[source].setdefault(ends, Parts("from_id", self._spool)).add(between)


def _columns(owner: str, rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    known = {each.name: each for each in _properties(owner)}
    names = {name for row in rows for name in row} | {"source_id", "locator", "content_hash", *_WHEN}
    if unknown := sorted(names - known.keys() - set(_ENDS)):
        raise LoadError(f"{owner} has no property {unknown[0]!r}.")
    columns = []
    for name in sorted(names):
        wanted = COLUMN_TYPES.get(known[name].type, pl.String()) if name in known else pl.String()
        try:
            column = pl.Series(name, [row.get(name) for row in rows], wanted, strict=True)
        except (TypeError, ValueError, OverflowError):
            raise LoadError(f"A {owner} has a {name} of another type than the model's.") from None
        if name in known:
            _check(owner, known[name], column)
        columns.append(column)
    return pl.DataFrame(columns)


def _properties(owner: str) -> tuple[Property, ...]:
    if owner in KINDS:
        return record_properties(owner)
    if owner in TYPES:
        return statement_properties(owner)
    raise LoadError(f"The model has no {owner!r}.")


def _check(owner: str, known: Property, column: pl.Series) -> None:
    values = column.drop_nulls()
    allowed = True
    if known.type is PropertyType.CHOICE:
        allowed = values.is_in(known.choices).all()
    elif known.type is PropertyType.CODE:
        allowed = values.str.contains("/", literal=True).all()
    if not allowed:
        raise LoadError(f"A {owner} has a {known.name} that the model does not allow.")


def _as_stated(owner: str, source: str, rows: pl.DataFrame) -> pl.DataFrame:
    made = []
    for (start, end, basis), part in rows.partition_by(_WHEN, as_dict=True).items():
        recorded = Recorded(start or "", end or start or "", basis or "stated")
        stated = part.drop(_MADE_AGAIN, strict=False).with_columns(pl.col("locator").fill_null(""))
        again = (record_rows if owner in KINDS else statement_rows)(stated, owner, source, recorded)
        changed = again["id"].filter(again["content_hash"].ne_missing(part["content_hash"]))
        if changed.len():
            raise LoadError(f"{changed[0]} is not what its content hash says: it was changed.")
        made.append(again)
    whole = pl.concat(made, how="diagonal")
    return whole.select(each for each in whole if each.null_count() < whole.height)


def _by_ends(name: str, rows: pl.DataFrame) -> Iterator[tuple[Ends, pl.DataFrame]]:
    prefixes = [pl.col(each).str.extract("^([^:]*:)").alias(f"_{each}") for each in _ENDS]
    parts = rows.with_columns(prefixes).partition_by([f"_{each}" for each in _ENDS], as_dict=True, include_key=False)
    for (start, end), part in parts.items():
        yield (name, label_of(str(start)), label_of(str(end))), part
