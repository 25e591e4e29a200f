"""Who wrote a line: a sender before a colon, or nobody, for the lines the service writes."""

import re
from collections import Counter
from collections.abc import Iterable

from loaders.chats.events import Told, told
from loaders.chats.marks import plain
from loaders.chats.survey import COLON, LONGEST_NAME, Tally

_QUOTES = re.compile('["“”„«»]')
_MOST_KNOWN = 100_000
_OFTEN = 3
"""A text before a colon that stands in so many lines is a name, whatever it says."""


class Senders:
    """The senders of one file, learned from all its lines.

    A name may hold a colon, and a line of the service may hold one too. So what stands before the first colon is a
    sender unless the line as a whole is one of the service's, and reaches to the second colon where it always does.
    """

    def __init__(self, tallies: Iterable[Tally], *, service_signed: bool) -> None:
        counts: Counter[str] = Counter()
        marked: Counter[str] = Counter()
        self._longer: dict[str, str] = {}
        for tally in tallies:
            for raw, count in tally.senders.items():
                counts[plain(raw)] += count
            for raw, count in tally.marked.items():
                marked[plain(raw)] += count
            for raw, longer in tally.longer.items():
                if longer is not None and tally.senders[raw] >= _OFTEN + 2:
                    self._longer[raw] = plain(longer)
        self.counts = counts
        self.service_signed = service_signed
        self.marks_tell = service_signed and bool(marked)
        self.only_marked = frozenset(name for name, count in marked.items() if count == counts[name])
        self._known: dict[str, tuple[str, bool]] = {}

    def is_name(self, name: str) -> bool:
        """Whether a sender of this file is called so."""
        return name in self.counts

    def part(self, rest: str) -> tuple[str | None, str, Told | None]:
        """What follows a header as sender, text, and what it tells where the line is one of the service's. The text
        keeps its marks. Without a sender the text is the whole."""
        found = COLON.search(rest, 0, LONGEST_NAME)
        if found is None or found.start() == 0:
            return self._without_space(rest)
        raw = rest[: found.start()]
        name, settled = self._known.get(raw) or self._learn(raw)
        if settled:
            return name, rest[found.end() :], None
        if raw in self._longer:
            return self._longer[raw], rest[len(raw) + 2 :].partition(": ")[2], None
        event = told(rest, self.is_name, with_colon=True)
        if event is not None or (self.counts[name] < _OFTEN and _left_open(name)):
            return None, rest, event
        return name, rest[found.end() :], None

    def _without_space(self, rest: str) -> tuple[str | None, str, Told | None]:
        # An editor may have taken the space after a colon: a name that is known is a sender all the same, and where
        # the service signs its lines every line has one.
        raw, colon, text = rest[:LONGEST_NAME].partition(":")
        name = plain(raw)
        if not colon or not name:
            return None, rest, None
        text += rest[LONGEST_NAME:]
        if self.is_name(name):
            return name, text, None
        event = told(rest, self.is_name)
        if event is None and self.service_signed and not text.startswith("//"):
            return name, text, None
        return None, rest, event

    def _learn(self, raw: str) -> tuple[str, bool]:
        # The name, and whether it is beyond doubt: often there, with no quotation in it and no longer name behind it.
        name = plain(raw)
        settled = self.counts[name] >= _OFTEN and _QUOTES.search(name) is None and raw not in self._longer
        if len(self._known) < _MOST_KNOWN:
            self._known[raw] = (name, settled)
        return name, settled


def _left_open(name: str) -> bool:
    # A quotation that begins before the colon and ends after it: a sentence that names a group.
    opened = sum(name.count(each) for each in "“„«")
    closed = sum(name.count(each) for each in "”»")
    return name.count('"') % 2 == 1 or opened > closed
