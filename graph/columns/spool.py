"""How much of what is too large for memory is held there nevertheless, and where the rest of it lies."""

from itertools import count
from pathlib import Path
from typing import Protocol
from weakref import WeakSet

HELD = 384 * 2**20
"""Bytes that all rows of one spool may take in memory, as Polars estimates them: it takes two or three times as many.
What is more goes to the disk."""

_KEPT = 4
"""Once anything is there, only this part of them may stay: then memory buys little, and more is needed beside it."""


class Holding(Protocol):
    """What holds rows in memory, `held` bytes of them, and can write them down."""

    held: int

    def write_down(self) -> None: ...


class Spool:
    """A folder for rows that memory does not hold, of which its owner sees to the rights and the end.

    Without a folder everything is held in memory. Of one thread.
    """

    def __init__(self, folder: Path | None = None, held: int | None = None) -> None:
        self.folder = folder
        self._room = HELD if held is None else held
        self._kept = self._room // _KEPT
        self._names = count()
        self._members: WeakSet[Holding] = WeakSet()

    def join(self, holding: Holding) -> None:
        """Counts what it holds from now on."""
        self._members.add(holding)

    def make_room(self) -> None:
        """Writes down the largest of what is held until the rest may stay."""
        if self.folder is None:
            return
        while sum(each.held for each in self._members) > self._room:
            self._room = self._kept
            max(self._members, key=lambda each: each.held).write_down()

    def place(self) -> Path:
        """A new folder for the files of one writing."""
        assert self.folder is not None  # noqa: S101 - without one nothing is written down
        place = self.folder / str(next(self._names))
        place.mkdir(mode=0o700, parents=True)
        return place
