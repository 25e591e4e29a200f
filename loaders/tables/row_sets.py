"""Which rows of a file something holds of: a bit a row, since a file may have more rows than numbers would fit."""

from collections.abc import Iterable

import numpy as np
import polars as pl


class RowSet:
    """A set of row numbers."""

    def __init__(self) -> None:
        self._held = np.zeros(0, dtype=np.bool_)

    @property
    def empty(self) -> bool:
        """Whether none was ever added."""
        return not self._held.size

    @property
    def count(self) -> int:
        """How many rows are in it."""
        return int(self._held.sum())

    def copy(self) -> "RowSet":
        """What it holds now, whatever is added later."""
        made = RowSet()
        made._held = self._held.copy()
        return made

    def holds(self, rows: pl.Series) -> pl.Series:
        """For each of the row numbers whether it is in the set."""
        numbers = rows.to_numpy()
        found = np.zeros(numbers.size, dtype=np.bool_)
        within = numbers < self._held.size
        found[within] = self._held[numbers[within]]
        return pl.Series(found)

    def add(self, rows: pl.Series) -> None:
        """Adds row numbers, whole and not negative."""
        if rows.len():
            numbers = rows.to_numpy()
            self._grow(int(numbers.max()) + 1)
            self._held[numbers] = True

    def without(self, others: Iterable["RowSet"]) -> int:
        """How many rows are in this set and in none of the others."""
        left = self._held.copy()
        for each in others:
            left[: each._held.size] &= ~each._held[: left.size]
        return int(left.sum())

    def _grow(self, size: int) -> None:
        if size > self._held.size:
            whole = np.zeros(max(size, 2 * self._held.size), dtype=np.bool_)
            whole[: self._held.size] = self._held
            self._held = whole
