"""What all rows state together: each record and statement once, and nothing that contradicts or leads nowhere.

A row whose record another row states with other values, or whose statement leads to a record that no row states, is
rejected as a whole; what it stated goes, and so on until nothing more falls. All of it is found part by part, and a row
falls only when every part was looked at: so it does not matter into how many they are cut.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.columns.facts import Ends
from graph.columns.parts import Parts, together
from loaders.tables.gathering import ENTRY, PLACE, Gathered, place, table_and_row
from loaders.tables.rejects import Rejects


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
            fallen += _reject(_contradicting(each, _fallen(tables, rejects)), tables, rejects)
        for ends, each in statements.items():
            for column, label, parts in (("from_id", ends[1], each), ("to_id", ends[2], ended[ends])):
                if label not in shared or label in records:
                    known = records.get(label, Parts("id"))
                    missing = _dangling(parts, column, known, _fallen(tables, rejects))
                    if label in shared:
                        missing = missing.filter(~pl.col("value").str.contains("/", literal=True))
                    reason = f"it leads to a record of kind {label} that no row states"
                    found = missing.with_columns(pl.lit(ends[0]).alias("field"), pl.lit(reason).alias("reason"))
                    fallen += _reject(found, tables, rejects)
    once = _once(_fallen(tables, rejects))
    return Settled(
        {label: _replaced(each, once) for label, each in records.items()},
        {ends: _replaced(each, once) for ends, each in statements.items()},
    )


def _contradicting(stated: Parts, fallen: pl.DataFrame) -> pl.DataFrame:
    """The rows that state something else of an id than the first row that has it."""
    found = [_NONE]
    for rows in stated.only("id", "content_hash", "locator", PLACE, ENTRY).frames():
        if rows["id"].n_unique() < rows.height:
            ordered = rows.join(fallen, on=PLACE, how="anti").sort(ENTRY, PLACE)
            first = pl.col("content_hash").first().over("id"), pl.col("locator").first().over("id")
            others = ordered.with_columns(first[0].alias("_first"), first[1].alias("value"))
            found.append(others.filter(pl.col("content_hash") != pl.col("_first")).select(PLACE, "value"))
    reason = "a row before it has the same key and states something else"
    return pl.concat(found).with_columns(pl.lit("key").alias("field"), pl.lit(reason).alias("reason"))


def _dangling(stated: Parts, column: str, known: Parts, fallen: pl.DataFrame) -> pl.DataFrame:
    """The rows whose statement has an end that is none of the known records that are left."""
    found = [_NONE]
    for rows, records in together(stated.only(column, PLACE), known.only("id", PLACE)):
        left = rows.join(fallen, on=PLACE, how="anti")
        if records.height:
            left = left.join(records.join(fallen, on=PLACE, how="anti"), left_on=column, right_on="id", how="anti")
        found.append(left.select(PLACE, pl.col(column).alias("value")))
    return pl.concat(found)


def _once(fallen: pl.DataFrame) -> Callable[[pl.DataFrame], pl.DataFrame]:
    def once(rows: pl.DataFrame) -> pl.DataFrame:
        left = rows.join(fallen, on=PLACE, how="anti", maintain_order="left")
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
    for (number,), rows in placed.partition_by("_table", as_dict=True).items():
        for (field, reason), group in rows.partition_by("field", "reason", as_dict=True).items():
            rejects.add(tables[int(number)], group, str(field), pl.col("value"), str(reason))
    return found.height


def _fallen(tables: Sequence[str], rejects: Rejects) -> pl.DataFrame:
    """The PLACE of every row that is rejected."""
    found = [rejects.rows(name).select(place(number)) for number, name in enumerate(tables)]
    return pl.concat(found)


_NONE = pl.DataFrame(schema={PLACE: pl.Int64, "value": pl.String})
