"""The group's name as a sender: how phones of Apple's make sign what the service writes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.chats.bodies import body_of
from loaders.chats.events import EXPORTER, Told, told
from loaders.chats.marks import MARKS, plain
from loaders.chats.opening import ChatFile
from loaders.chats.senders import Senders
from loaders.chats.starts import Finder
from loaders.chats.survey import LONGEST_NAME

_MARKED = re.compile(rf":\s[{MARKS}]")
_DIFFERENT = 2
"""So many sentences that no template knows are the service's; one could be the words for an omitted picture."""


@dataclass(slots=True)
class _Signed:
    """What is said under one name: whether a line is known to be the service's, whether one of those is surely not
    about whoever signs it, and sentences that no template knows."""

    known: bool = False
    of_others: bool = False
    unknown: set[str] = field(default_factory=set)
    spoken: bool = False

    def add(self, name: str, text: str, event: Told | None, *, marks_tell: bool) -> None:
        if event is not None:
            self.known = True
            self.of_others = self.of_others or (event.actor not in (None, name, EXPORTER) and name not in event.members)
        elif marks_tell and body_of(text, marks_tell=True).kind == "other":
            if len(self.unknown) < _DIFFERENT:
                self.unknown.add(plain(text))
        else:
            self.spoken = True


def title_sender(file: ChatFile, senders: Senders, find: Finder, first_line: int) -> str | None:
    """The name under which the service wrote all lines and nobody any; None where there is none.

    It is the first sender of the file, as an export begins with the service's own lines, unless the first lines were
    cut off: then a name under which somebody else is said to have done something. In a chat of two the first sender
    is a person, who writes messages too.
    """
    if not senders.service_signed:
        return None
    first = next((sender for sender, _ in _said(file, senders, find, first_line) if sender is not None), None)
    if first is None:
        return None
    if not senders.marks_tell:
        signed = _signed(file, senders, find, first_line, {first})
        return first if signed[first].known and not signed[first].spoken else None
    signed = _signed(file, senders, find, first_line, senders.only_marked)
    titles = [name for name, each in signed.items() if not each.spoken and (each.known or each.unknown)]
    if first in titles and (signed[first].known or len(signed[first].unknown) >= _DIFFERENT):
        return first
    return next((name for name in titles if signed[name].of_others), None)


def _signed(
    file: ChatFile, senders: Senders, find: Finder, first_line: int, names: frozenset[str] | set[str]
) -> dict[str, _Signed]:
    signed = {name: _Signed() for name in names}
    marked = _MARKED if senders.marks_tell else None
    for sender, text in _said(file, senders, find, first_line, marked):
        if sender in signed:
            signed[sender].add(sender, text, told(text, senders.is_name), marks_tell=senders.marks_tell)
    return signed


def _said(
    file: ChatFile, senders: Senders, find: Finder, first_line: int, marked: re.Pattern[str] | None = None
) -> Iterator[tuple[str | None, str]]:
    # Sender and text of every line from the first header on in which the pattern is, so that few are taken apart.
    for number, line in enumerate(file.lines(), 1):
        if number < first_line or (marked is not None and marked.search(line, 0, 2 * LONGEST_NAME) is None):
            continue
        start = find(line)
        if start is not None:
            sender, text, _ = senders.part(start.rest)
            yield sender, text
