"""Rows that are not loaded, each with the field and the reason."""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from graph.columns.parts import Parts
from graph.columns.spool import Spool
from loaders.tables.files import ROW
from loaders.tables.row_sets import RowSet

SHOWN = 200
"""Characters of a value that a reject shows."""


class Rejects:
    """The rows rejected so far. A row is rejected as a whole: nothing it states is stored.

    `files` are the names of the tables' files, which the list of rejects shows. What memory does not hold goes into the
    spool.
    """

    def __init__(self, files: dict[str, str], spool: Spool) -> None:
        self._files = files
        self._found = {name: Parts(ROW, spool) for name in files}
        self._rows = {name: RowSet() for name in files}

    def add(self, table: str, rows: pl.DataFrame, field: str, value: pl.Expr, reason: str) -> int:
        """Rejects the rows for one reason; how many they are. `value` is what stands in the field there."""
        if rows.height:
            found = rows.select(
                pl.col(ROW),
                pl.lit(field).alias("field"),
                value.cast(pl.String).str.slice(0, SHOWN).alias("value"),
                pl.lit(reason).alias("reason"),
            )
            self._found[table].add(found)
            self._rows[table].add(found[ROW])
        return rows.height

    def without(self, table: str, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows that are not rejected."""
        rejected = self._rows[table]
        return rows if rejected.empty else rows.filter(~rejected.holds(rows[ROW]))

    def rows(self, table: str) -> RowSet:
        """Which rows of the table are rejected by now."""
        return self._rows[table].copy()

    def count(self, table: str) -> int:
        """How many rows of the table are rejected."""
        return self._rows[table].count

    def lines(self) -> Iterator[str]:
        """Each reject as a line of JSON: file, row, field, value, reason; in the order of tables and rows, as far as
        memory holds them."""
        for table, found in self._found.items():
            for rows in found.frames():
                for row, field, value, reason in rows.unique().sort(ROW, "field").iter_rows():
                    line = {"file": self._files[table], "row": row, "field": field, "value": value, "reason": reason}
                    yield json.dumps(line, ensure_ascii=False)

    def write(self, file: Path) -> None:
        """Writes the list, for its owner's eyes only: it holds what the source says of people."""
        file.touch(mode=0o600)
        with file.open("w", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line in self.lines())
