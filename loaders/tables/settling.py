"""What all rows state together: each record and statement once, and nothing that contradicts or leads nowhere.

A row whose record another row states with other values, or whose statement leads to a record that no row states, is
rejected as a whole; what it stated goes, and so on until nothing more falls. All of it is found part by part, and a row
falls only when every part was looked at: so it does not matter into how many they are cut.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.columns.facts import Ends
from graph.columns.parts import Parts, together
from loaders.tables.files import ROW
from loaders.tables.gathering import ENTRY, PLACE, TABLE, Gathered, table_and_row
from loaders.tables.rejects import Rejects
from loaders.tables.row_sets import RowSet


@dataclass(frozen=True, slots=True)
class Settled:
    """Records by label, cut by id, and statements by ends, cut by where they start; each id once."""

    records: Mapping[str, Parts]
    statements: Mapping[Ends, Parts]


def settle(gathered: Gathered, tables: Sequence[str], shared: frozenset[str], rejects: Rejects) -> Settled:
    """Settles what the entries state. `tables` are the names of all tables in their order; `shared` are the labels
    whose records come from vocabularies."""
    records, statements = gathered.records, gathered.statements
    ended = {ends: each.only("to_id", PLACE).cut_by("to_id") for ends, each in statements.items()}
    fallen = 1
    while fallen:
        fallen = 0
        for each in (*records.values(), *statements.values()):
            for found in _contradicting(each, _fallen(tables, rejects)):
                fallen += _reject(found, tables, rejects)
        for ends, each in statements.items():
            for column, label, parts in (("from_id", ends[1], each), ("to_id", ends[2], ended[ends])):
                if label not in shared or label in records:
                    known = records.get(label, Parts("id"))
                    reason = f"it leads to a record of kind {label} that no row states"
                    for missing in _dangling(parts, column, known, _fallen(tables, rejects)):
                        if label in shared:
                            missing = missing.filter(~pl.col("value").str.contains("/", literal=True))
                        found = missing.with_columns(pl.lit(ends[0]).alias("field"), pl.lit(reason).alias("reason"))
                        fallen += _reject(found, tables, rejects)
    once = _once(_fallen(tables, rejects))
    return Settled(
        {label: _replaced(each, once) for label, each in records.items()},
        {ends: _replaced(each, once) for ends, each in statements.items()},
    )


def _contradicting(stated: Parts, fallen: "_Fallen") -> Iterator[pl.DataFrame]:
    """Part by part the rows that state something else of an id than the first row that has it."""
    reason = "a row before it has the same key and states something else"
    for rows in stated.only("id", "content_hash", "locator", PLACE, ENTRY).frames():
        if rows["id"].n_unique() < rows.height:
            ordered = fallen.left_of(rows).sort(ENTRY, PLACE)
            first = pl.col("content_hash").first().over("id"), pl.col("locator").first().over("id")
            others = ordered.with_columns(first[0].alias("_first"), first[1].alias("value"))
            found = others.filter(pl.col("content_hash") != pl.col("_first")).select(PLACE, "value")
            yield found.with_columns(pl.lit("key").alias("field"), pl.lit(reason).alias("reason"))


def _dangling(stated: Parts, column: str, known: Parts, fallen: "_Fallen") -> Iterator[pl.DataFrame]:
    """Part by part the rows whose statement has an end that is none of the known records that are left."""
    for rows, records in together(stated.only(column, PLACE), known.only("id", PLACE)):
        left = fallen.left_of(rows)
        if records.height:
            left = left.join(fallen.left_of(records), left_on=column, right_on="id", how="anti")
        yield left.select(PLACE, pl.col(column).alias("value"))


def _once(fallen: "_Fallen") -> Callable[[pl.DataFrame], pl.DataFrame]:
    def once(rows: pl.DataFrame) -> pl.DataFrame:
        left = fallen.left_of(rows)
        if left["id"].n_unique() < left.height:
            left = left.sort(ENTRY, PLACE).unique("id", keep="first", maintain_order=True)
        return left.drop(PLACE, ENTRY)

    return once


def _replaced(parts: Parts, change: Callable[[pl.DataFrame], pl.DataFrame]) -> Parts:
    made = parts.each(change)
    parts.drop()
    return made


def _reject(found: pl.DataFrame, tables: Sequence[str], rejects: Rejects) -> int:
    """Rejects rows, given by PLACE with field, value and reason; how many."""
    placed = found.with_columns(table_and_row())
    for (number,), rows in placed.partition_by(TABLE, as_dict=True).items():
        for (field, reason), group in rows.partition_by("field", "reason", as_dict=True).items():
            rejects.add(tables[int(number)], group, str(field), pl.col("value"), str(reason))
    return found.height


@dataclass(frozen=True, slots=True)
class _Fallen:
    """Which rows were rejected when it was made, table by table."""

    tables: Sequence[RowSet]

    def left_of(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Those of the rows, given by PLACE, that had not fallen, in their order."""
        for number, fallen in enumerate(self.tables):
            if not fallen.empty:
                placed = rows.select(table_and_row())
                rows = rows.filter(~((placed[TABLE] == number) & fallen.holds(placed[ROW])))
        return rows


def _fallen(tables: Sequence[str], rejects: Rejects) -> _Fallen:
    return _Fallen([rejects.rows(name) for name in tables])
