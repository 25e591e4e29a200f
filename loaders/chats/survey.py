"""What the lines of a file have in common: which shapes of header occur, how often, and what their dates say."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.chats.date_orders import OrderEvidence
from loaders.chats.headers import Reading, Shape
from loaders.chats.learned import MOST, LearnedHeader, Separators
from loaders.chats.marks import SIGNS
from loaders.chats.starts import NO_YEAR, Finder, Start, numbered, read
from loaders.chats.words import Half

LONGEST_NAME = 100
"""A longer text before a colon is a sentence and no name."""

COLON = re.compile(r":(?:\s|$)")
"""Where a sender ends."""

_MOST_NAMES = 50_000
_MOST_MINUTES = 20_000
_MANY = 50


@dataclass(slots=True)
class Tally:
    """All lines of one shape. `halves` are those of the day that known words tell, `turns` counts the days on which one
    unknown word comes before another. `senders` counts what stands before the first colon, `marked` those lines of
    them whose text begins with a direction mark, `longer` holds what stands before the second colon where that never
    varies."""

    shape: Shape
    lines: int = 0
    first_line: int = 0
    impossible_times: int = 0
    highest_hour: int = 0
    dates: OrderEvidence = field(default_factory=OrderEvidence)
    halves: set[Half] = field(default_factory=set)
    unknown_words: Counter[str] = field(default_factory=Counter)
    turns: Counter[tuple[str, str]] = field(default_factory=Counter)
    separators: dict[Separators, None] = field(default_factory=dict)
    senders: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    longer: dict[str, str | None] = field(default_factory=dict)
    last_date: tuple[str | None, ...] = ()
    first_word: str | None = None

    def add(self, start: Start, reading: Reading, number: int) -> bool:
        """Counts one line. Gives whether its time can be."""
        self.first_line = self.first_line or number
        numbers, shape = start.numbers, reading.shape
        hour, minute = int(numbers[shape.time_at] or 0), int(numbers[shape.time_at + 1] or 0)
        impossible = hour > 24 or minute > 59
        self.impossible_times += impossible
        self.highest_hour = max(self.highest_hour, hour)
        if reading.half is not None:
            self.halves.add(reading.half)
        date = numbers[shape.date_at : shape.date_at + 3]
        if reading.unknown is not None and len(self.unknown_words) < _MOST_NAMES:
            self.unknown_words[reading.unknown] += 1
            if date == self.last_date and self.first_word not in (None, reading.unknown):
                self.turns[self.first_word, reading.unknown] += 1
        if date != self.last_date:
            self.last_date, self.first_word = date, reading.unknown
            first, second, third = date
            if first is not None and second is not None and third is not None and third != NO_YEAR:
                self.dates.add((first, second, third), reading.era, era_first=shape.era_first)
        self.add_text(start.rest)
        return not impossible

    def add_text(self, rest: str) -> None:
        """Counts what follows the header of one line."""
        self.lines += 1
        found = COLON.search(rest, 0, LONGEST_NAME)
        if found is None or found.start() == 0:
            return
        name, end = rest[: found.start()], found.end()
        count = self.senders.get(name, 0)
        if count == 0 and len(self.senders) >= _MOST_NAMES:
            return
        self.senders[name] = count + 1
        if rest[end : end + 1] in SIGNS:
            self.marked[name] += 1
        if count == 0 or self.longer[name] is not None:
            second = rest.find(": ", end, end + LONGEST_NAME)
            longer = rest[:second] if second > 0 else None
            if self.longer.setdefault(name, longer) != longer:
                self.longer[name] = None

    def learned(self) -> LearnedHeader | None:
        """The headers of this shape as one expression; None where they vary beyond measure, or an era stands between
        date and time."""
        if not 0 < len(self.separators) <= MOST or self.shape.era_between:
            return None
        return LearnedHeader(self.shape, self.separators)


@dataclass(slots=True)
class Survey:
    """How many lines a file has, the number of its first line that is not empty, and a tally of every shape."""

    lines: int = 0
    first_line: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)


def survey(lines: Iterable[str], find: Finder) -> Survey:
    """Reads all lines once and keeps counts only: memory does not grow with the length of the file."""
    found = Survey()
    quick = _Quick()
    number = 0
    for number, line in enumerate(lines, 1):
        if not found.first_line and line.strip():
            found.first_line = number
        if quick.took(line):
            continue
        start = find(line)
        reading = None if start is None else read(start)
        if start is None or reading is None:
            continue
        tally = found.tallies.get(reading.shape.key)
        if tally is None:
            tally = found.tallies[reading.shape.key] = Tally(reading.shape)
        if start.separators not in tally.separators and len(tally.separators) <= MOST:
            tally.separators[start.separators] = None
        if tally.add(start, reading, number) and find is numbered and reading.unknown is None:
            quick.learn(tally, line)
    found.lines = number
    return found


class _Quick:
    """Counts lines whose date is that of the line before and whose hour and minute were seen: nothing is new in them
    but their text. It learns the first shape that many lines have."""

    def __init__(self) -> None:
        self._tally: Tally | None = None
        self._header: LearnedHeader | None = None
        self._known = 0
        self._last_date = ""
        self._minutes: set[str] = set()

    def took(self, line: str) -> bool:
        """Whether the line has been counted."""
        parts = self._header.parts(line) if self._header is not None else None
        if parts is None or self._tally is None:
            return False
        date, minute, _, rest = parts
        if date == self._last_date and minute in self._minutes:
            self._tally.add_text(rest)
            return True
        return False

    def learn(self, tally: Tally, line: str) -> None:
        """Looks at a line that was counted the long way."""
        if self._tally is None and tally.lines >= _MANY:
            self._tally = tally
        if tally is not self._tally:
            return
        if len(tally.separators) != self._known:
            self._known = len(tally.separators)
            self._header = tally.learned()
        parts = self._header.parts(line) if self._header is not None else None
        if parts is not None:
            self._last_date = parts[0]
            if len(self._minutes) < _MOST_MINUTES:
                self._minutes.add(parts[1])
