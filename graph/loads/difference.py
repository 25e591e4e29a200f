"""The difference between what a source states and what is stored of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows by fate. Every row read is in exactly one of the first four; `gone` are stored rows no longer stated."""

    new: tuple[Row, ...]
    changed: tuple[Row, ...]
    moved: tuple[Row, ...]
    unchanged: tuple[Row, ...]
    gone: tuple[Row, ...]

    @property
    def to_write(self) -> tuple[Row, ...]:
        """The rows that must be written."""
        return (*self.new, *self.changed, *self.moved)


def difference(rows: Iterable[Row], stored: Iterable[Row]) -> Difference:
    """Compares by id: equal content hashes at another locator are moved, other hashes changed."""
    before = {row["id"]: row for row in stored}
    new, changed, moved, unchanged = [], [], [], []
    for row in rows:
        known = before.pop(row["id"], None)
        if known is None:
            new.append(row)
        elif known["content_hash"] != row["content_hash"]:
            changed.append(row)
        elif known["locator"] != row["locator"]:
            moved.append(row)
        else:
            unchanged.append(row)
    return Difference(*(tuple(each) for each in (new, changed, moved, unchanged, before.values())))
