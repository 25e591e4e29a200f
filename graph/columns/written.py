"""Rows on the disk, cut by the hash of a text: a Parquet file for each part."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

PARTS = 64
"""Into how many parts rows are cut."""

_PART = "_part"
_SEED = 13


def numbers() -> range:
    """The numbers of all parts."""
    return range(PARTS)


def cut(rows: pl.DataFrame, by: str) -> Iterator[tuple[int, pl.DataFrame]]:
    """The parts of the rows that hold any, each with its number. Rows with one text in the column `by` are in one."""
    numbered = rows.with_columns((pl.col(by).hash(_SEED) % PARTS).alias(_PART))
    for (number,), part in numbered.partition_by(_PART, as_dict=True, include_key=False).items():
        yield int(number), part


@dataclass(frozen=True, slots=True)
class Written:
    """A folder of parts that were written together, and the columns these have."""

    place: Path
    columns: Collection[str]

    def write(self, number: int, rows: pl.DataFrame) -> None:
        """Writes one part."""
        if rows.height:
            rows.write_parquet(self._file(number), compression="lz4", statistics=False)

    def read(self, number: int, columns: Collection[str]) -> Iterator[pl.DataFrame]:
        """The part with those of the columns that it has, if it holds any rows."""
        if self._file(number).exists():
            yield pl.read_parquet(self._file(number), columns=[each for each in columns if each in self.columns])

    def remove(self) -> None:
        """Removes the files."""
        for number in numbers():
            self._file(number).unlink(missing_ok=True)

    def _file(self, number: int) -> Path:
        return self.place / f"{number}.parquet"
