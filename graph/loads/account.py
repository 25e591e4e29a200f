"""What became of everything a load read: it adds up."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any, Literal

Fate = Literal["new", "changed", "moved", "gone"]


@dataclass(frozen=True, slots=True)
class Change:
    """One record or statement that a load wrote or removed, and for a changed one what differs (old, new)."""

    fate: Fate
    what: str
    id: str
    locator: str
    differs: dict[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Account:
    """Counts of records and statements. Invariant: `read` is the sum of the others but `gone`.

    `moved` is stated as before at another place; `gone` was stated before and no longer is.
    """

    new: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    excluded: int = 0
    rejected: int = 0
    gone: int = 0

    @property
    def read(self) -> int:
        """Everything the load read."""
        return self.new + self.changed + self.moved + self.unchanged + self.excluded + self.rejected

    def row(self) -> dict[str, int]:
        """All counts by name, `read` first and `gone` last."""
        return {"read": self.read, **{name: getattr(self, name) for name in self.__slots__}}


def added(accounts: Iterable[Account]) -> Account:
    """The sum of accounts."""
    every = list(accounts)
    return Account(**{each.name: sum(getattr(one, each.name) for one in every) for each in fields(Account)})


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did: its account and, one by one, what it changed. A load that changed nothing wrote nothing."""

    source_id: str
    account: Account
    changes: tuple[Change, ...]
