"""The difference between what a source states and what is stored of it, by the column.

It says of whole columns what graph.loads.difference says of rows, and compares three columns: id, content hash and
locator.
"""

from dataclasses import dataclass

import polars as pl

from graph.loads.account import Account

COMPARED = ("id", "content_hash", "locator")


@dataclass(frozen=True, slots=True)
class ColumnDifference:
    """Frames by fate. Every row read is new, changed, moved or one of `unchanged`; `gone` are stored rows."""

    new: pl.DataFrame
    changed: pl.DataFrame
    moved: pl.DataFrame
    unchanged: int
    gone: pl.DataFrame

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


def column_difference(rows: pl.DataFrame, stored: pl.DataFrame) -> ColumnDifference:
    """Compares by id: equal content hashes at another locator are moved, other hashes changed.

    `stored` has the columns COMPARED (and for statements the ends), or none where nothing is stored.
    """
    nothing = rows.clear()
    if stored.is_empty():
        return ColumnDifference(rows, nothing, nothing, 0, stored)
    before = stored.select("id", pl.col("content_hash").alias("_hash"), pl.col("locator").alias("_locator"))
    joined = rows.join(before, on="id", how="left", maintain_order="left")
    known = joined.filter(pl.col("_hash").is_not_null())
    changed = known.filter(pl.col("_hash") != pl.col("content_hash"))
    same = known.filter(pl.col("_hash") == pl.col("content_hash"))
    moved = same.filter(pl.col("_locator") != pl.col("locator"))
    return ColumnDifference(
        joined.filter(pl.col("_hash").is_null()).drop("_hash", "_locator"),
        changed.drop("_hash", "_locator"),
        moved.drop("_hash", "_locator"),
        same.height - moved.height,
        stored.join(rows.select("id"), on="id", how="anti") if rows.height else stored,
    )
