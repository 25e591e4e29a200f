"""When somebody was a member: intervals, told from changes of membership and from signs of life between them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from loaders.chats.accounts import Key

Began = Literal["created", "added", "joined", "joined_link", "admin_granted", "admin_revoked"]
Ended = Literal["left", "removed", "admin_granted", "admin_revoked"]
Role = Literal["creator", "admin", "member"]


@dataclass(frozen=True, slots=True)
class Change:
    """A line that says somebody's membership began or ended, or their role changed; `by` is who did it."""

    number: int
    at: str
    what: Began | Ended
    by: Key | None = None


@dataclass(slots=True)
class Signs:
    """Signs of life between two changes: messages by day, or lines that name somebody as acting in the group."""

    number: int
    first: str = ""
    last: str = ""
    last_number: int = 0
    messages: int = 0
    days: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Membership:
    """One interval. An absent begin or end is one no line states. `inferred_begin`: somebody who had left shows signs
    of life again, so the interval began at some time after the last one ended."""

    valid_from: str | None = None
    valid_to: str | None = None
    began: Began | None = None
    began_by: Key | None = None
    ended: Ended | None = None
    ended_by: Key | None = None
    role: Role | None = None
    former: bool = False
    inferred_begin: bool = False
    first_number: int = 0
    last_number: int = 0
    first_message: str = ""
    last_message: str = ""
    messages: int = 0
    days: Counter[str] = field(default_factory=Counter)


_ROLES: dict[str, Role] = {"created": "creator", "admin_granted": "admin", "admin_revoked": "member"}


class History:
    """What lines tell of one account, in their order, and the intervals that follow from it."""

    def __init__(self) -> None:
        self._told: list[Change | Signs] = []

    def change(self, change: Change) -> None:
        """Takes a change."""
        self._told.append(change)

    def sign(self, number: int, at: str, *, message: bool) -> None:
        """Takes a message, or another line that names the account as acting."""
        last = self._told[-1] if self._told else None
        if not isinstance(last, Signs):
            last = Signs(number)
            self._told.append(last)
        last.last_number = number
        if message:
            if at < last.first or not last.first:
                last.first = at
            if at > last.last:
                last.last = at
            last.messages += 1
            last.days[at[:10]] += 1

    @staticmethod
    def merged(histories: "Iterable[History]") -> "History":
        """The history of several keys that are one account."""
        merged = History()
        merged._told = sorted((each for one in histories for each in one._told), key=lambda each: each.number)
        return merged

    def intervals(self) -> list[Membership]:
        """The intervals, earliest first. Every change and every message is in exactly one."""
        found: list[Membership] = []
        now: Membership | None = None
        for each in self._told:
            if isinstance(each, Signs):
                now = now or _unbegun(found, each.number)
                _count(now, each)
            elif each.what in ("left", "removed"):
                _end(now or _unbegun(found, each.number), each)
                now = None
            else:
                if now is not None and each.what in ("admin_granted", "admin_revoked"):
                    _end(now, each)
                elif now is not None:
                    now.former = True  # began anew, and no line says when it had ended
                now = _begun(found, each)
        return found


def _begun(found: list[Membership], change: Change) -> Membership:
    role_alone = change.what in ("admin_granted", "admin_revoked")
    begun = Membership(
        valid_from=change.at or None,
        began=change.what,  # type: ignore[arg-type] # what ends was told apart before
        began_by=change.by,
        role=_ROLES.get(change.what),
        first_number=change.number,
        last_number=change.number,
    )
    if role_alone and not (found and found[-1].ended == change.what and found[-1].last_number == change.number):
        before = _unbegun(found, change.number)
        _end(before, change)
    found.append(begun)
    return begun


def _unbegun(found: list[Membership], number: int) -> Membership:
    before = found[-1].valid_to if found else None
    unbegun = Membership(valid_from=before, inferred_begin=before is not None, first_number=number, last_number=number)
    found.append(unbegun)
    return unbegun


def _end(now: Membership, change: Change) -> None:
    now.valid_to, now.ended, now.ended_by = change.at or None, change.what, change.by  # type: ignore[assignment]
    now.former = not change.at
    now.last_number = change.number


def _count(now: Membership, signs: Signs) -> None:
    if signs.messages:
        now.first_message = min(now.first_message or signs.first, signs.first)
        now.last_message = max(now.last_message, signs.last)
    now.messages += signs.messages
    now.days.update(signs.days)
    now.last_number = max(now.last_number, signs.last_number)
