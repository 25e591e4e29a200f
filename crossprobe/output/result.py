"""Rows on their way out: declared columns and plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and its type where one is declared.

    In a table for people a `code` (or `codes`) is shown by its label, a `time` to the minute, a `digest` by its start.
    """

    name: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of plain values (None, bool, int, float, str, lists and dicts of these), one a column, in order."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Any, ...]]

    @classmethod
    def of(cls, names: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> "Result":
        """Rows whose columns declare no types."""
        return cls(tuple(Column(name) for name in names), rows)
