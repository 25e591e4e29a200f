"""The difference between what a source states and what is stored of it, by the column.

It says of whole columns what graph.loads.difference says of rows, and compares three columns: id, content hash and
locator. It does so part by part, so that neither side need fit into memory.
"""

from dataclasses import dataclass

import polars as pl

from graph.columns.parts import Parts, together
from graph.loads.account import Account

COMPARED = ("id", "content_hash", "locator")


@dataclass(frozen=True, slots=True)
class ColumnDifference:
    """Rows by fate. Every row read is new, changed, moved or one of `unchanged`; `gone` are stored rows."""

    new: Parts
    changed: Parts
    moved: Parts
    unchanged: int
    gone: Parts

    @property
    def account(self) -> Account:
        """How many of each."""
        return Account(
            new=self.new.height,
            changed=self.changed.height,
            moved=self.moved.height,
            unchanged=self.unchanged,
            gone=self.gone.height,
        )


def column_difference(rows: Parts, stored: Parts) -> ColumnDifference:
    """Compares by id: equal content hashes at another locator are moved, other hashes changed.

    `stored` is cut by id and has the columns COMPARED, or none where nothing is stored.
    """
    new, changed, moved, gone = rows.beside(), rows.beside(), rows.beside(), rows.beside("id")
    if not stored.height:
        return ColumnDifference(rows, changed, moved, 0, gone)
    unchanged = 0
    for here, there in together(rows.cut_by("id"), stored):
        before = there.select("id", pl.col("content_hash").alias("_hash"), pl.col("locator").alias("_locator"))
        joined = here.join(before, on="id", how="left", maintain_order="left")
        known = joined.filter(pl.col("_hash").is_not_null())
        same = known.filter(pl.col("_hash") == pl.col("content_hash"))
        elsewhere = same.filter(pl.col("_locator") != pl.col("locator"))
        new.add(joined.filter(pl.col("_hash").is_null()).drop("_hash", "_locator"))
        changed.add(known.filter(pl.col("_hash") != pl.col("content_hash")).drop("_hash", "_locator"))
        moved.add(elsewhere.drop("_hash", "_locator"))
        unchanged += same.height - elsewhere.height
        gone.add(there.join(here.select("id"), on="id", how="anti"))
    return ColumnDifference(new, changed, moved, unchanged, gone)
