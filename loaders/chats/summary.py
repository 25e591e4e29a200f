"""What a chat export holds, in numbers: what `load chat --dry-run` prints of each file."""

from dataclasses import dataclass, fields
from pathlib import Path

from loaders.chats.date_orders import DateOrder, Order
from loaders.chats.entries import Event, Message, Reject
from loaders.chats.group import GroupFold
from loaders.chats.parsing import ParsedChat, parse_chat

_READINGS: tuple[Order, Order] = ("dmy", "mdy")


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one file. Invariant: `lines` is the sum of messages, events, unclassified, continuations and rejects.

    `suspect` are lines counted as continuation, or as unclassified, that start like a date or a time (of an
    unclassified event: after its header). `first` and `last` are the earliest and the latest entry, as precisely as
    every reading of an ambiguous date order allows; None where that is not even a year. `members` counts accounts.
    """

    file: str
    lines: int
    messages: int
    events: int
    unclassified: int
    continuations: int
    suspect: int
    rejects: int
    first: str | None
    last: str | None
    date_order: DateOrder
    members: int

    def row(self) -> dict[str, str | int | None]:
        """All of it by name, in the order of the declaration."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


COLUMNS: tuple[str, ...] = tuple(each.name for each in fields(Summary))
"""The names of what a summary holds, in their order."""


def summary(path: Path, *, date_order: Order | None = None) -> Summary:
    """Reads one export and stores nothing. Raises what parse_chat raises."""
    chat = parse_chat(path, date_order=date_order)
    if chat.date_order != "ambiguous":
        return summarised(chat, path)[0]
    one, other = (summarised(chat, path, each)[0] for each in _READINGS)
    both = {name: _shared(getattr(one, name), getattr(other, name)) for name in ("first", "last")}
    return Summary(**{**one.row(), **both})  # type: ignore[arg-type] # the fields as they were


def summarised(chat: ParsedChat, path: Path, order: Order | None = None) -> tuple[Summary, GroupFold]:
    """The summary of a parsed chat, and the group as it was folded on the way."""
    messages = events = unclassified = continuations = suspect = rejects = 0
    folded = GroupFold()
    for entry in chat.entries(order):
        folded.take(entry)
        if isinstance(entry, Reject):
            rejects += 1
            continue
        continuations += entry.lines - 1
        suspect += entry.suspect
        if isinstance(entry, Message):
            messages += 1
        elif isinstance(entry, Event) and entry.type is None:
            unclassified += 1
        else:
            events += 1
    group = folded.group(chat)
    counts = (messages, events, unclassified, continuations, suspect, rejects)
    ends = (group.first or None, group.last or None)
    return Summary(str(path), chat.lines, *counts, *ends, chat.date_order, len(group.people)), folded


def _shared(one: str | None, other: str | None) -> str | None:
    if one is None or other is None or one == other:
        return one if one == other else None
    return one[:4] if one[:4] == other[:4] else None
