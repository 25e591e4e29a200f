"""Three ways in which a line can start with a date and a time, tried in turn on a whole file."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from loaders.chats.headers import BARE, STARTED, Reading, read_separators
from loaders.chats.words import letters, months, read_separator


class Start(NamedTuple):
    """A line taken apart: what stands between its numbers, the numbers themselves, and the text after them."""

    separators: tuple[str | None, ...]
    numbers: tuple[str | None, ...]
    rest: str


def read(start: Start) -> Reading | None:
    """What the separators of a line say; None where no header looks so, or its numbers have more or fewer digits than
    a date and a time have."""
    reading = read_separators(start.separators)
    if reading is None:
        return None
    shape, numbers = reading.shape, start.numbers
    hour, minutes = numbers[shape.time_at], numbers[shape.time_at + 1 : shape.time_at + 2 + shape.seconds]
    if hour is None or len(hour) > 2 or any(each is None or len(each) != 2 for each in minutes):
        return None
    digits = [len(each or "") for each in numbers[shape.date_at : shape.date_at + 3]]
    full = [place for place, count in enumerate(digits) if count > 2]
    if not full:
        return reading
    return None if len(full) > 1 or full == [1] else _with_full_year(reading, full[0])


@lru_cache(maxsize=10_000)
def _with_full_year(reading: Reading, place: int) -> Reading:
    return replace(reading, shape=replace(reading.shape, full_year=place))


Finder = Callable[[str], Start | None]
"""Takes a line; gives None where it does not start with a date and a time."""

NO_YEAR = "0000"
"""Stands where a date was written without a year."""

_WORDS_OF_THE_DAY = (re.compile(r"([^\W\d_]{1,3}\.\s[^\W\d_]{1,3}\.)\s"), re.compile(r"([^\s:]{1,16})\s"))
"""One word, or two as in `p. m.`."""

_DATE = re.compile(
    r"(?P<before>[^\w]{0,4}(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[^\d\n]{0,12}[,\s]\s?)?)"
    r"(?:(?P<day>\d{1,2})\.?(?:\sde\s|\sof\s|\s|-)(?P<month>[^\W\d_][^\s\d,:/-]{1,14})"
    r"(?:(?:\sde\s|,?\s|-)(?P<year>\d{4}\b|\d\d(?=[^\d\n:.][^\d\n:]{0,11}\d{1,2}[:.]\d\d)))?"
    r"|(?P<month2>[^\W\d_][^\s\d,:/-]{1,14})\s(?P<day2>\d{1,2})(?:,?\s(?P<year2>\d{4})\b)?)(?=[,،\s\]:])"
)


def numbered(line: str) -> Start | None:
    """A line that starts with a date in numbers: nearly every export."""
    return _taken_apart(STARTED.match(line))


def bare(line: str) -> Start | None:
    """A line with nothing but a space between its time and its sender. A word of the day before the sender belongs to
    the time."""
    start = _taken_apart(BARE.match(line))
    if start is None:
        return None
    for pattern in _WORDS_OF_THE_DAY:
        found = pattern.match(start.rest)
        if found and read_separator(found[1]).half is not None:
            *others, tail, end = start.separators
            return start._replace(separators=(*others, f"{tail} {found[1]}", end), rest=start.rest[found.end() :])
    return start


def named(line: str) -> Start | None:
    """A line whose month is a name, as exports before about 2015 write it. The month is put in its place as a number,
    day first; a date without a year, which they wrote for the year of the export, gets NO_YEAR."""
    found = _DATE.match(line[:80])
    if not found:
        return None
    month = _month(found["month"] or found["month2"])
    if month is None:
        return None
    date = f"{found['day'] or found['day2']}/{month}/{found['year'] or found['year2'] or NO_YEAR}"
    return numbered(found["before"] + date + line[found.end() :])


FINDERS: tuple[Finder, ...] = (numbered, named, bare)


@lru_cache(maxsize=10_000)
def _month(word: str) -> int | None:
    return months().get(letters(word))


def _taken_apart(found: re.Match[str] | None) -> Start | None:
    if found is None:
        return None
    parts = found.groups()
    return Start((*parts[0:12:2], parts[12], parts[13]), parts[1:12:2], found.string[found.end() :])
