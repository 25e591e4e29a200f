"""Days of six calendars as days of the Gregorian one.

A year says by its size which calendar it is of, since a chat is of 2009 or later: 2565 is Buddhist, 1401 Persian,
1443 Umm al-Qura, 111 of Taiwan. A word beside it says so outright. Two digits are of this century.
"""

import datetime
from functools import cache, lru_cache

from loaders.chats.tables import rows

_FIRST, _LAST = 1969, 2199  # a clock that was never set stands at the end of 1969 west of London
_CENTURIES = {"buddhist": 2500, "hijri": 1400, "persian": 1400}
_NOWRUZ_1388 = datetime.date(2009, 3, 21)


@cache
def _eras() -> dict[str, tuple[str, int]]:
    return {row["word"]: (row["calendar"], int(row["years_before_first"] or 0)) for row in rows("eras")}


@cache
def _umm_al_qura() -> dict[int, tuple[datetime.date, tuple[int, ...]]]:
    return {
        int(row["year"]): (
            datetime.date.fromisoformat(row["begins"]),
            tuple(int(length) for length in row["month_lengths"].split()),
        )
        for row in rows("umm-al-qura")
    }


@lru_cache(maxsize=100_000)
def gregorian(year: int, digits: int, month: int, day: int, era: str | None, century: int) -> datetime.date | None:
    """The day, or None where there is none such. `digits` is how many the year was written with, `era` the folded
    word beside it, `century` what is added to a year of two digits."""
    calendar, offset = _eras().get(era or "", ("", 0))
    if calendar == "japanese" and year >= 100:  # 'r.' after a full year is a word of another language
        calendar = ""
    if not calendar:
        if digits <= 2:
            year += century
        calendar, offset = _by_size(year)
    elif calendar == "gregorian" and digits <= 2:
        year += century
    elif digits <= 2 and calendar in _CENTURIES:
        year += _CENTURIES[calendar]
    match calendar:
        case "persian":
            return _persian(year, month, day)
        case "hijri":
            return _hijri(year, month, day)
    return _day(year + offset, month, day)


def _by_size(year: int) -> tuple[str, int]:
    if 2400 <= year <= 2700:
        return "buddhist", -543
    if 1370 <= year < 1430:
        return "persian", 0
    if 1430 <= year <= 1480:
        return "hijri", 0
    if 90 <= year < 200:
        return "minguo", 1911
    return "gregorian", 0


def _day(year: int, month: int, day: int) -> datetime.date | None:
    if not _FIRST <= year <= _LAST:
        return None
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _persian(year: int, month: int, day: int) -> datetime.date | None:
    lengths = (31,) * 6 + (30,) * 5 + (30 if _persian_leap(year) else 29,)
    if not 1370 <= year < 1480 or not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        return None
    years = range(1388, year) if year >= 1388 else range(year, 1388)
    days = sum(366 if _persian_leap(each) else 365 for each in years)
    first = _NOWRUZ_1388 + datetime.timedelta(days if year >= 1388 else -days)
    return first + datetime.timedelta(sum(lengths[: month - 1]) + day - 1)


def _persian_leap(year: int) -> bool:
    # The cycle of 33 years, which agrees with the observed calendar from 1206 to 1498.
    return (25 * year + 11) % 33 < 8


def _hijri(year: int, month: int, day: int) -> datetime.date | None:
    begins, lengths = _umm_al_qura().get(year, (None, ()))
    if begins is None or not 1 <= month <= 12 or not 1 <= day <= lengths[month - 1]:
        return None
    return begins + datetime.timedelta(sum(lengths[: month - 1]) + day - 1)
