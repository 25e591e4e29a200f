"""The header of a file as one regular expression, made of the separators that its own lines have.

Reading a million lines, this matches four times as fast as taking each line apart, and finds the same.
"""

import re
from collections.abc import Iterable

from loaders.chats.headers import Shape

Separators = tuple[str | None, ...]

MOST = 64
"""A file in which one shape comes with more different separators than this is read the long way."""


class LearnedHeader:
    """Matches the headers of one shape whose separators have been seen. No era stands between date and time: what
    stands there belongs to the time."""

    def __init__(self, shape: Shape, seen: Iterable[Separators]) -> None:
        self._date_first = shape.date_at == 0
        lead, *gaps, tail, end = (_any_of(column) for column in zip(*seen, strict=True))
        numbers = 6 if shape.seconds else 5
        joint = 3 if self._date_first else numbers - 3
        digits = [r"\d{1,2}", r"\d{2}", r"\d{2}"][: numbers - 3]
        date = [r"\d{3,4}" if place == shape.full_year else r"\d{1,2}" for place in range(3)]
        for_first, for_second = (date, digits) if self._date_first else (digits, date)
        first = lead + _alternating(for_first, gaps[: joint - 1])
        second = _alternating(for_second, gaps[joint : numbers - 1]) + tail
        self._match = re.compile(f"({first})({gaps[joint - 1]}{second}){end}").match
        if not self._date_first:
            self._match = re.compile(f"({first}{gaps[joint - 1]})({second}){end}").match

    def parts(self, line: str) -> tuple[str, str, str] | None:
        """Date and time as they are written, the time with what stands between them, and the text after the header.
        None where the line has no such header."""
        found = self._match(line)
        if found is None:
            return None
        if self._date_first:
            date, time = found.groups()
        else:
            time, date = found.groups()
        return date, time, line[found.end() :]


def _alternating(numbers: list[str], gaps: list[str]) -> str:
    return numbers[0] + "".join(gap + number for gap, number in zip(gaps, numbers[1:], strict=True))


def _any_of(column: Iterable[str | None]) -> str:
    texts = {text for text in column if text is not None}
    return "(?:" + "|".join(re.escape(text) for text in sorted(texts, key=lambda each: (-len(each), each))) + ")"
