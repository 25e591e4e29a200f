"""What all rows state together: each record and statement once, and nothing that contradicts or leads nowhere.

A row whose record another row states with other values, or whose statement leads to a record that no row states, is
rejected as a whole; what it stated goes, and so on until nothing more falls.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.columns.facts import Ends
from loaders.tables.rejects import Rejects
from loaders.tables.stating import Stated


@dataclass(frozen=True, slots=True)
class Settled:
    """Frames of records by label and of statements by ends, each id once, with ROW and the table it was taken from."""

    records: Mapping[str, pl.DataFrame]
    statements: Mapping[Ends, pl.DataFrame]


def settle(
    records: Mapping[str, Sequence[Stated]],
    statements: Mapping[Ends, Sequence[Stated]],
    shared: frozenset[str],
    rejects: Rejects,
) -> Settled:
    """Settles what the entries state; `shared` are the labels whose records come from vocabularies."""
    while True:
        found = {label: _once(parts, rejects) for label, parts in records.items()}
        linked = {ends: _once(parts, rejects) for ends, parts in statements.items()}
        fallen = sum(count for _, count in (*found.values(), *linked.values()))
        kept = {label: frame for label, (frame, _) in found.items()}
        for ends, parts in statements.items():
            fallen += _dangling(ends, parts, kept, shared, rejects)
        if not fallen:
            return Settled(kept, {ends: frame for ends, (frame, _) in linked.items()})


def _once(parts: Sequence[Stated], rejects: Rejects) -> tuple[pl.DataFrame, int]:
    """The rows of all parts that are not rejected, each id once, the first one; how many were rejected over it."""
    frames = [rejects.without(each.table, each.rows).with_columns(pl.lit(each.table).alias("_table")) for each in parts]
    whole = pl.concat(frames, how="diagonal")
    if whole["id"].n_unique() == whole.height:
        return whole, 0
    first = whole.unique("id", keep="first", maintain_order=True)
    others = whole.join(
        first.select("id", pl.col("content_hash").alias("_first"), pl.col("locator").alias("_at")), on="id"
    )
    differing = others.filter(pl.col("content_hash") != pl.col("_first"))
    fallen = 0
    for (table,), group in differing.group_by("_table"):
        reason = "a row before it has the same key and states something else"
        fallen += rejects.add(str(table), group, "key", pl.col("_at"), reason)
    return first, fallen


def _dangling(
    ends: Ends, parts: Sequence[Stated], records: Mapping[str, pl.DataFrame], shared: frozenset[str], rejects: Rejects
) -> int:
    fallen = 0
    for column, label in (("from_id", ends[1]), ("to_id", ends[2])):
        if label in shared and label not in records:
            continue
        known = records[label].select("id") if label in records else pl.DataFrame(schema={"id": pl.String})
        for each in parts:
            rows = rejects.without(each.table, each.rows)
            missing = rows.join(known, left_on=column, right_on="id", how="anti")
            if label in shared:
                missing = missing.filter(~pl.col(column).str.contains("/", literal=True))
            reason = f"it leads to a record of kind {label} that no row states"
            fallen += rejects.add(each.table, missing, ends[0], pl.col(column), reason)
    return fallen
