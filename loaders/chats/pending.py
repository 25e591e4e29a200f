"""An entry whose lines are still coming: what a header began, and what goes on from it."""

import re

from loaders.chats.bodies import Body
from loaders.chats.entries import Event, Message
from loaders.chats.events import Told
from loaders.chats.marks import MARKS, without_marks

_LIKE_A_DATE = re.compile(
    rf"[\s{MARKS}\[(]*"
    r"(?:\d{1,4}\s?([./\-])\s?\d{1,2}\s?\1\s?\d{1,4}(?!\d)|\d{4}年|\d{1,2}:\d{2}(?!\d))"
)
"""A line that starts like a date (three numbers and the same sign between them) or a time."""


class Pending:
    """The start of an entry: its number and line, its time, and what follows the header. `add` takes further lines."""

    __slots__ = ("at", "line", "more", "number", "rest", "suspect")

    def __init__(self, number: int, line: int, at: str, rest: str) -> None:
        self.number, self.line, self.at, self.rest = number, line, at, rest
        self.more: list[str] = []
        self.suspect = 0

    def add(self, line: str) -> None:
        """Takes a line that goes on from what came before, and remembers whether it starts like a date or a time."""
        self.more.append(line)
        self.suspect += _LIKE_A_DATE.match(line) is not None

    def text(self, first: str) -> str:
        """The whole text, of which `first` stands in the header's line."""
        return "\n".join((first, *self.more)) if self.more else first

    def message(self, sender: str, body: Body) -> Message:
        """The finished entry, where somebody wrote it."""
        lines = 1 + len(self.more)
        return Message(
            self.number, self.line, lines, self.suspect, self.at, sender, body.text, body.kind, body.edited, body.file
        )

    def event(self, text: str, told: Told | None) -> Event:
        """The finished entry, where the service wrote it; without `told` it is unclassified."""
        clean = without_marks(text).strip()
        place = (self.number, self.line, 1 + len(self.more))
        if told is None:
            suspect = self.suspect + (_LIKE_A_DATE.match(clean) is not None)
            return Event(*place, suspect, self.at, None, clean, None, (), None, None)
        return Event(*place, self.suspect, self.at, told.type, clean, told.actor, told.members, told.old, told.new)
