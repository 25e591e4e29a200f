"""What a chat export consists of: messages, events, and lines that could not be read, each with its place."""

from typing import Literal, NamedTuple

from loaders.chats.bodies import Kind
from loaders.chats.events import EventType

# Named tuples, not dataclasses: an export has a million messages, and they are made three times as fast.


class Message(NamedTuple):
    """A message. `number` counts messages and events together from 1; `line` and `lines` say where it stands and over
    how many lines, `suspect` how many of these start like a date or a time and yet go on from it. `at` is an ISO date
    of the precision known, empty where the line does not tell the year."""

    number: int
    line: int
    lines: int
    suspect: int
    at: str
    sender: str
    text: str
    kind: Kind
    edited: bool
    file: str | None


class Event(NamedTuple):
    """A line of the service about the group. `type` is None where no template knows the line: unclassified.

    `actor` and `members` are names as written or EXPORTER; `old` and `new` are names of the group or numbers.
    """

    number: int
    line: int
    lines: int
    suspect: int
    at: str
    type: EventType | None
    text: str
    actor: str | None
    members: tuple[str, ...]
    old: str | None
    new: str | None


class Reject(NamedTuple):
    """A line that is neither: its number, its text cut short, and why."""

    line: int
    text: str
    reason: Literal[
        "nothing before it that it could go on from",
        "a date or time that does not exist",
        "a header of another form than the rest of the file",
        "goes on from a line that was rejected",
    ]


Entry = Message | Event | Reject
