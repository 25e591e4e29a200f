"""Reads the headers of a file whose forms are known: when each entry is from, and where its text begins."""

from collections.abc import Mapping
from typing import NamedTuple

from loaders.chats.choosing import Form
from loaders.chats.date_orders import Order
from loaders.chats.learned import LearnedHeader
from loaders.chats.starts import Finder, read

_MOST_REMEMBERED = 200_000


class Header(NamedTuple):
    """The start of a line. `form` is None where it is of no form known in the file; `at` is None where there is no
    such moment, else the moment as Form.moment gives it."""

    form: Form | None
    at: str | None
    rest: str


class HeaderReader:
    """Reads lines one by one. Dates and times that were read before are looked up, not read again."""

    def __init__(
        self, forms: Mapping[str, Form], learned: LearnedHeader | None, find: Finder, order: Order | None
    ) -> None:
        self._forms, self._learned, self._find, self._order = forms, learned, find, order
        self._main = next(each for each in forms.values() if each.begins)
        self._days: dict[str, str] = {}
        self._minutes: dict[str, str] = {}
        self._seconds: dict[str, str] = {"": ""}

    def read(self, line: str) -> Header | None:
        """The header of a line, or None where it starts with no date and time."""
        parts = self._learned.parts(line) if self._learned is not None else None
        if parts is None:
            return self._taken_apart(line)
        date, minute, second, rest = parts
        day, clock, seconds = self._days.get(date), self._minutes.get(minute), self._seconds.get(second)
        if day is None or clock is None or seconds is None:
            return self._remembered(line, date, minute, second)
        return Header(self._main, f"{day}T{clock}{seconds}" if clock else day, rest)

    def _remembered(self, line: str, date: str, minute: str, second: str) -> Header | None:
        header = self._taken_apart(line)
        if header is not None and header.form is self._main and header.at:
            day, _, clock = header.at.partition("T")
            if clock or not second:
                self._seconds[second] = clock[5:]
            for known, key, value in ((self._days, date, day), (self._minutes, minute, clock[:5])):
                if len(known) < _MOST_REMEMBERED:
                    known[key] = value
        return header

    def _taken_apart(self, line: str) -> Header | None:
        start = self._find(line)
        reading = None if start is None else read(start)
        if start is None or reading is None:
            return None
        form = self._forms.get(reading.shape.key)
        return Header(form, form.moment(start, reading, self._order) if form else None, start.rest)
