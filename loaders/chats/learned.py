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
        if self._date_first:
            date, joint, times = gaps[:2], gaps[2], gaps[3:]
        else:
            count = 2 if shape.seconds else 1
            times, joint, date = gaps[:count], gaps[count], gaps[count + 1 : count + 3]
        one, two, three = (r"\d{3,4}" if place == shape.full_year else r"\d{1,2}" for place in range(3))
        day = f"{one}{date[0]}{two}{date[1]}{three}"
        minute = rf"\d{{1,2}}{times[0]}\d{{2}}"
        seconds = rf"{times[1]}(\d{{2}})" if shape.seconds else "()"
        if self._date_first:
            pattern = f"({lead}{day})({joint}{minute}){seconds}({tail}){end}"
        else:
            pattern = f"({lead}{minute}){seconds}({joint})({day})({tail}){end}"
        self._match = re.compile(pattern).match

    def parts(self, line: str) -> tuple[str, str, str, str] | None:
        """Date, hour and minute, and seconds as they are written, with what stands around them, and the text after the
        header. None where the line has no such header."""
        found = self._match(line)
        if found is None:
            return None
        rest = line[found.end() :]
        if self._date_first:
            day, minute, second, tail = found.groups()
            return day, minute + tail, second, rest
        minute, second, joint, day, tail = found.groups()
        return day, minute + joint + tail, second, rest


def _any_of(column: Iterable[str | None]) -> str:
    texts = {text for text in column if text is not None}
    return "(?:" + "|".join(re.escape(text) for text in sorted(texts, key=lambda each: (-len(each), each))) + ")"
