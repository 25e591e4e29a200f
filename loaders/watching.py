"""Somebody who watches a load that takes long, and is told how far it is."""

from collections.abc import Callable
from typing import Protocol


class Watching(Protocol):
    """What a loader tells, in this order: of each file, then once of what is stored."""

    def begins(self, name: str, rows: Callable[[], int]) -> None:
        """The file or table of that name is read from now on; `rows` counts its rows, which may take a moment."""
        ...

    def has_read(self, rows: int, rejected: int) -> None:
        """So many of its rows were read, and so many rejected."""
        ...

    def stores(self, facts: int) -> None:
        """All files are read; so many records and statements are compared and stored from now on."""
        ...


class _Nobody:
    """Watches nothing."""

    def begins(self, name: str, rows: Callable[[], int]) -> None: ...

    def has_read(self, rows: int, rejected: int) -> None: ...

    def stores(self, facts: int) -> None: ...


NOBODY: Watching = _Nobody()
"""Where nobody watches."""
