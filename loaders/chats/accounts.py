"""Who is who in an export: telephone numbers in E.164, names as the phone knows them, and the phone's own account.

A number that somebody changed to is the same account. A name and a number are two accounts, however alike: that they
are one person is for somebody to decide.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import phonenumbers

from loaders.chats.events import EXPORTER

_NUMBER = re.compile(r"\+[\d\s().‐‑–-]{6,30}")

Key = tuple[str, ...]
"""What the export itself calls an account: `("number", E.164)`, `("name", name)` or `("exporter",)`."""

EXPORTER_KEY: Key = ("exporter",)


@lru_cache(maxsize=50_000)
def key_of(name: str) -> Key:
    """The key of whoever a line names. A number without its country's code stays a name: whose it is, nobody says."""
    if name == EXPORTER:
        return EXPORTER_KEY
    if _NUMBER.fullmatch(name):
        try:
            number = phonenumbers.parse(name, None)
        except phonenumbers.NumberParseException:
            return ("name", name)
        if phonenumbers.is_possible_number(number):
            return ("number", phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return ("name", name)


@dataclass(slots=True)
class SameAccounts:
    """Which keys are one account, because a line says that somebody changed the number. The first key stands for all.

    Invariant: `first_of` of a key is the key that nothing changed to, and is its own first.
    """

    _before: dict[Key, Key] = field(default_factory=dict)

    def changed(self, old: Key, new: Key) -> None:
        """Takes a change of number; one that would lead back to itself says nothing new."""
        old, new = self.first_of(old), self.first_of(new)
        if old != new:
            self._before[new] = old

    def first_of(self, key: Key) -> Key:
        """The key that stands for the account."""
        while key in self._before:
            key = self._before[key]
        return key

    def later_of(self, key: Key) -> tuple[Key, ...]:
        """The keys the account had later, in the order of the changes."""
        return tuple(each for each in self._before if self.first_of(each) == key)
