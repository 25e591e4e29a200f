"""Rows that may be more than memory holds, cut by the texts of one column: rows of one text are in one part.

What is done part by part needs memory for one part. Few rows stay in memory and are one part; that, and nothing else,
is what a small input has in common with no cutting at all.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Self

import polars as pl

from graph.columns.spool import Spool
from graph.columns.written import Written, cut, numbers

_AT_A_TIME = 64 * 2**20
"""Bytes that are cut and written at a time: cutting copies them."""


class Parts:
    """Rows, cut by the texts in the column `by`. Invariant: two rows with one text there are in one part."""

    def __init__(self, by: str, spool: Spool | None = None) -> None:
        self.by = by
        self.height = 0
        self.held = 0
        self._spool = spool or Spool()
        self._like = pl.DataFrame()
        self._frames: list[pl.DataFrame] = []
        self._written: list[Written] = []
        self._spool.join(self)

    @classmethod
    def of(cls, by: str, *frames: pl.DataFrame) -> Self:
        """Rows that are in memory and stay there."""
        made = cls(by)
        for each in frames:
            made.add(each)
        return made

    @property
    def columns(self) -> list[str]:
        """The columns of all rows together."""
        return self._like.columns

    @property
    def on_disk(self) -> bool:
        """Whether the rows are cut: else all of them are one part."""
        return bool(self._written)

    def add(self, rows: pl.DataFrame) -> None:
        """Adds rows; columns that others lack are null there."""
        self._learn(rows)
        if rows.height:
            self._frames.append(rows)
            self.height += rows.height
            self.held += int(rows.estimated_size())
            self._spool.make_room()

    def write_down(self) -> None:
        """Moves to the disk what is held in memory."""
        rows = self._concat(self._frames)
        self._frames = []
        for piece in rows.iter_slices(max(1, rows.height * _AT_A_TIME // max(1, self.held))):
            written = Written(self._spool.place(), self.columns)
            self._written.append(written)
            for number, part in cut(piece, self.by):
                written.write(number, part)
        self.held = 0

    def beside(self, by: str | None = None) -> "Parts":
        """None yet, in the same spool; cut by the same column or another."""
        return Parts(by or self.by, self._spool)

    def only(self, *columns: str) -> "Parts":
        """The same rows with no other columns than these and the one they are cut by; for reading."""
        return self._view(self.by, [each for each in self.columns if each in columns or each == self.by])

    def cut_by(self, by: str) -> "Parts":
        """The same rows cut by another column; for reading."""
        if by == self.by or not self.on_disk:
            return self._view(by, self.columns)
        made = self.beside(by)
        for rows in self.frames():
            made.add(rows)
        return made

    def each(self, change: Callable[[pl.DataFrame], pl.DataFrame]) -> "Parts":
        """What `change` makes of each part. It keeps the texts that the rows are cut by."""
        made = self.beside()
        if not self.on_disk:
            made.add(change(self.whole()))
            return made
        place, read = self._spool.place(), self.part()
        for number in numbers():
            changed = change(read(number))
            made._learn(changed)
            made.height += changed.height
            Written(place, changed.columns).write(number, changed)
        made._written = [Written(place, made.columns)]
        return made

    def frames(self) -> Iterator[pl.DataFrame]:
        """All rows, part by part."""
        for (rows,) in together(self):
            if rows.height:
                yield rows

    def whole(self) -> pl.DataFrame:
        """All rows in memory, however many."""
        return self._concat(self.frames() if self.on_disk else self._frames)

    def part(self) -> Callable[[int], pl.DataFrame]:
        """What gives the part of a number. In memory they are cut once, on the disk each is read when it is wanted."""
        if not self.on_disk:
            parts = dict(cut(self._concat(self._frames), self.by)) if self.height else {}
            return lambda number: parts.get(number, self._like)
        self.write_down()
        return lambda number: self._concat(rows for each in self._written for rows in each.read(number, self.columns))

    def drop(self) -> None:
        """Removes the rows, from the disk too."""
        for each in self._written:
            each.remove()
        self._frames, self._written, self.height, self.held = [], [], 0, 0

    def _view(self, by: str, columns: list[str]) -> "Parts":
        """The same rows without a claim on the spool."""
        if self.on_disk:
            self.write_down()
        seen = Parts(by)
        seen._spool = self._spool
        seen._like = self._like.select(columns)
        seen._frames = [each.select([name for name in columns if name in each.columns]) for each in self._frames]
        seen._written = list(self._written)
        seen.height = self.height
        return seen

    def _learn(self, rows: pl.DataFrame) -> None:
        if rows.schema != self._like.schema:
            self._like = pl.concat([self._like, rows.clear()], how="diagonal")

    def _concat(self, frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
        return pl.concat([self._like, *frames], how="diagonal")


def together(*several: Parts) -> Iterator[tuple[pl.DataFrame, ...]]:
    """The parts of all of them side by side: rows with one text in the columns they are cut by come together."""
    if not any(each.on_disk for each in several):
        yield tuple(each.whole() for each in several)
        return
    readers = [each.part() for each in several]
    for number in numbers():
        yield tuple(read(number) for read in readers)
