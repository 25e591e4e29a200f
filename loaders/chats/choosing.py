"""Which of the shapes in a file are its headers, and how their dates and times are read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from loaders.chats.clock import time_of_day
from loaders.chats.date_orders import ORDERS, DateOrder, Numbers, Order, agreed, day_of
from loaders.chats.halves import alike_but_for_a_word, halves_of_words, halves_told
from loaders.chats.headers import Reading, Shape
from loaders.chats.starts import NO_YEAR, Finder, Start, bare, named, numbered, read
from loaders.chats.survey import Survey, Tally
from loaders.chats.tables import rows
from loaders.chats.words import Half

_FIRST_COUNTS = 3
"""An export begins with a header: the shape of the first line counts so many times."""

_FEWEST = 33
"""A text that begins with something else is a chat if at least one line in so many is a header."""

_ENOUGH_LINES, _ENOUGH_SHARE = 20, 0.05
_MOST_OTHER_WORDS = 0.1


@dataclass(slots=True)
class Form:
    """One shape of dated lines, with how it is read.

    Where not `begins`, lines of this shape are dated, but too few to be headers of the file. Without `order` (the
    file leaves it open) the order of `reading_as` stands in: its lines are still told apart. `words` are those that no
    table holds, with the half of the day they stand for in this file.
    Without `hours_known` nothing tells what they mean, so times are left out: the day is all that is known.
    """

    shape: Shape
    begins: bool
    order: Order | None
    reading_as: Order
    century: int
    words: Mapping[str, Half]
    hours_known: bool

    def moment(self, start: Start, reading: Reading, order: Order | None = None) -> str | None:
        """The day and time of a line as ISO 8601 of the precision known, empty where the line tells no year; None
        where there is no such moment."""
        first, second, third = start.numbers[self.shape.date_at : self.shape.date_at + 3]
        hour, minute = start.numbers[self.shape.time_at], start.numbers[self.shape.time_at + 1]
        seconds = start.numbers[self.shape.time_at + 2] if self.shape.seconds else None
        if first is None or second is None or third is None or hour is None or minute is None:
            return None
        if third == NO_YEAR:
            return ""
        date: Numbers = (first, second, third)
        day = day_of(date, order or self.reading_as, reading.era, self.century)
        half = reading.half or self.words.get(reading.unknown or "")
        time = time_of_day(int(hour), int(minute), None if seconds is None else int(seconds), half)
        if day is None or time is None:
            return None
        return f"{day.isoformat()}T{time}" if self.hours_known else day.isoformat()


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a file by their keys: nearly always one of them begins entries. `date_order` is what all that do
    agree on; `main` is the most frequent."""

    by_key: dict[str, Form]
    main: Tally
    headers: tuple[Tally, ...]
    date_order: DateOrder

    @property
    def service_signed(self) -> bool:
        """Whether this phone writes the service's lines under somebody's name: those of Apple's make, which write no
        dash after the time."""
        return not self.main.shape.signs.endswith("|-")


def choose(found: Survey, find: Finder, date_order: Order | None) -> Forms | None:
    """The headers of a file surveyed with `find`, or None where it is no chat. A given `date_order` stands for all of
    them but those whose year comes first."""
    given: Order | None = "dmy" if find is named else date_order  # a month's name is put in its place
    credible = [each for each in found.tallies.values() if _credible(each)]
    if not credible:
        return None
    main = max(credible, key=lambda each: each.lines * (_FIRST_COUNTS if each.first_line == found.first_line else 1))
    if main.first_line != found.first_line and main.lines * _FEWEST < found.lines:
        return None
    if find is bare and not _speaks(main, found):
        return None
    headers = (main, *(each for each in credible if each is not main and _of_another_export(each, main)))
    others = [each for each in credible if not any(each is one for one in headers)]
    forms = {each.shape.key: _form(each, given, halves_told(each, headers), begins=True) for each in headers}
    forms |= {each.shape.key: _form(each, given, each.halves, begins=False) for each in others}
    order = agreed(forms[each.shape.key].order or "ambiguous" for each in headers)
    return Forms(forms, main, headers, order)


def _credible(tally: Tally) -> bool:
    fewest = min(track.impossible for track in tally.dates.tracks.values())
    told = sum(count for _, count in tally.unknown_words.most_common(2))
    return (
        tally.impossible_times * 2 < tally.lines
        and (fewest * 2 < tally.dates.dates or tally.dates.dates == 0)
        and sum(tally.unknown_words.values()) - told <= tally.lines * _MOST_OTHER_WORDS
    )


def _speaks(main: Tally, found: Survey) -> bool:
    # A log has dates too, but no handful of people who speak in turn.
    spoken = sum(main.senders.values())
    return spoken * 2 > found.lines and spoken >= main.lines * 0.9 and len(main.senders) * 2 <= spoken


def _of_another_export(tally: Tally, main: Tally) -> bool:
    if alike_but_for_a_word(tally, main):
        return tally.lines * _FEWEST >= main.lines
    # An export is written in one form; a file with many lines in a second one is several exports put together. Fewer
    # lines are more likely pasted into a message.
    if tally.lines < _ENOUGH_LINES or tally.lines < main.lines * _ENOUGH_SHARE:
        return False
    shared = sum(count for name, count in tally.senders.items() if name in main.senders)
    return shared * 2 >= tally.lines or tally.lines * 4 >= main.lines


def _form(tally: Tally, given: Order | None, halves: Collection[Half], *, begins: bool) -> Form:
    order = tally.dates.order(_known_orders().get(tally.shape.signs, ()))
    if given is not None and order != "ymd":
        order = given
    fallback = min(ORDERS, key=lambda each: tally.dates.tracks[each].faults)
    certain = None if order == "ambiguous" else order
    words = halves_of_words(tally, halves)
    beside_the_point = len(tally.unknown_words) < (1 if halves else 2) or tally.highest_hour > 12
    hours_known = bool(words) or beside_the_point
    return Form(tally.shape, begins, certain, certain or fallback, tally.dates.century, words, hours_known)


@cache
def _known_orders() -> Mapping[str, Collection[Order]]:
    """The orders of all known forms of each shape; a form that goes with any order stands for all."""
    known: dict[str, set[Order]] = {}
    for row in rows("headers"):
        start = numbered(row["header"])
        reading = read(start) if start else None
        if reading is not None:
            orders = [each for each in ORDERS if row["date_order"] in (each, "any")]
            known.setdefault(reading.shape.signs, set()).update(orders)
    return known
