"""In which order day, month and year stand: inferred from all dates of a file, or left ambiguous.

A wrong order shows: months above twelve, days that do not exist, dates that go back where the others go on. The
order with the fewest of these holds. Where two have equally few, known forms of the same structure may settle it;
else it is ambiguous and a person must say.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from loaders.chats.calendars import gregorian

Order = Literal["dmy", "mdy", "ymd"]
DateOrder = Literal["dmy", "mdy", "ymd", "ambiguous"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")

THIS_CENTURY, BUDDHIST_CENTURY = 2000, 2500
_FIRST_BUDDHIST_YEAR = 52
"""2552 is 2009, the first year of the service; two digits from here on are Buddhist until 2051."""

Numbers = tuple[str, str, str]


def day_of(numbers: Numbers, order: Order, era: str | None, century: int = THIS_CENTURY) -> datetime.date | None:
    """The day that three written numbers mean in an order, or None where there is none such."""
    match order:
        case "dmy":
            day, month, year = numbers
        case "mdy":
            month, day, year = numbers
        case "ymd":
            year, month, day = numbers
    if len(month) > 2 or len(day) > 2:
        return None
    return gregorian(int(year), len(year), int(month), int(day), era, century)


@dataclass(slots=True)
class _Track:
    """How one order does: impossible dates, steps back, and how many days all steps together cover."""

    impossible: int = 0
    back: int = 0
    covered: int = 0
    last: datetime.date | None = None

    def add(self, day: datetime.date | None) -> None:
        if day is None:
            self.impossible += 1
            return
        if self.last is not None:
            step = (day - self.last).days
            self.back += step < 0
            self.covered += abs(step)
        self.last = day

    @property
    def faults(self) -> int:
        return self.impossible + self.back


@dataclass(slots=True)
class OrderEvidence:
    """What the dates of a file say about their order; `add` takes each date that differs from the one before it."""

    dates: int = 0
    short_years: int = 0
    late_years: int = 0
    year_first: int = 0
    year_last: int = 0
    tracks: dict[Order, _Track] = field(default_factory=lambda: {each: _Track() for each in ORDERS})

    def add(self, numbers: Numbers, era: str | None, *, era_first: bool) -> None:
        """Counts one date."""
        self.dates += 1
        first, last = len(numbers[0]) > 2 or (era_first and era is not None), len(numbers[2]) > 2
        self.year_first += first
        self.year_last += last or (era is not None and not era_first)
        if not first and not last:
            self.short_years += 1
            self.late_years += int(numbers[2]) >= _FIRST_BUDDHIST_YEAR
        for order, track in self.tracks.items():
            track.add(day_of(numbers, order, era))

    @property
    def century(self) -> int:
        """What is added to a year of two digits."""
        return BUDDHIST_CENTURY if self.short_years and self.late_years > self.short_years / 2 else THIS_CENTURY

    def order(self, known: Collection[Order] = ()) -> DateOrder:
        """The order. `known` are the orders of all known forms of this structure: they decide between equals, unless
        the dates lie far closer together in another order."""
        candidates = self._candidates()
        fewest = min(self.tracks[each].faults for each in candidates)
        best = [each for each in candidates if self.tracks[each].faults == fewest]
        if len(best) > 1 and "ymd" in best:
            best = ["ymd"] if self._begins_with_short_years(best, known) else [each for each in best if each != "ymd"]
        if len(best) > 1:
            best = [each for each in best if each in known and not self._far_apart(each, best)] or best
        return best[0] if len(best) == 1 else "ambiguous"

    def _far_apart(self, order: Order, others: Collection[Order]) -> bool:
        # Nobody writes on the fourth of every month only.
        nearest = min(self.tracks[each].covered for each in others)
        return self.dates > 2 and nearest * 5 < self.tracks[order].covered

    def _begins_with_short_years(self, best: Collection[Order], known: Collection[Order]) -> bool:
        # Years of two digits at the start are rare: a form that is always so, or dates that lie far closer together.
        nearest = min(self.tracks[each].covered for each in best if each != "ymd")
        return set(known) == {"ymd"} or (self.dates > 2 and self.tracks["ymd"].covered * 5 < nearest)

    def _candidates(self) -> list[Order]:
        if self.year_first > self.dates / 2:
            return ["ymd"]
        if self.year_last > self.dates / 2:
            return ["dmy", "mdy"]
        return list(ORDERS)


def agreed(orders: Iterable[DateOrder]) -> DateOrder:
    """One order for several: theirs where it is the same, else ambiguous."""
    different = set(orders)
    return different.pop() if len(different) == 1 else "ambiguous"
