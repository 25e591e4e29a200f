"""Dates as sources state them: ISO prefixes of the precision known, and what it means to be true at a date.

A date is `2021`, `2021-03` or `2021-03-03`; a chat's time goes on with `T09:12` or `T09:12:30`. Two dates are
compared at the coarser precision of the two, so an imprecise date is possibly before, at and after many others.
"""

import calendar
import datetime
import re

from graph.errors import InvalidValueError

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?)?)?", re.ASCII)


def checked_date(text: str) -> str:
    """The date itself, if it is an ISO prefix of a day that exists; InvalidValueError says what is wrong."""
    match = _PREFIX.fullmatch(text)
    if not match:
        raise InvalidValueError(
            f"{text!r} is not a date", do="Write 2021, 2021-03 or 2021-03-03: as much as the source says."
        )
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups())
    try:
        datetime.datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0)  # noqa: DTZ001 - as stated
    except ValueError as error:
        raise InvalidValueError(f"{text!r} is not a date: {error}", do="Check the day and the month.") from None
    return text


def not_after(earlier: str, later: str) -> bool:
    """Whether `earlier` is possibly no later than `later`, compared at the coarser precision."""
    return earlier[: len(later)] <= later[: len(earlier)]


def days_of(date: str) -> tuple[str, str]:
    """The first and the last day that an ISO prefix of a day, a month or a year can mean."""
    if len(date) >= 10:
        return date[:10], date[:10]
    if len(date) == 7:
        return f"{date}-01", f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]}"
    return f"{date}-01-01", f"{date}-12-31"


def possibly_true_at(
    at: str,
    valid_from: str | None,
    valid_to: str | None,
    *,
    current: bool | None = None,
    recorded_to: str | None = None,
) -> bool:
    """Whether a statement was possibly true at the date `at`.

    Unknown ends are open. What the source calls former without a date (`current` is False) was possibly true only
    before the source said so (`recorded_to`). This is the same test as `true_at_cypher`, which queries carry.
    """
    begun = valid_from is None or not_after(valid_from, at)
    not_ended = valid_to is None or not_after(at, valid_to)
    return begun and not_ended and (current is not False or (recorded_to is not None and at < recorded_to))


def true_at_cypher(variable: str) -> str:
    """The test of `possibly_true_at` as the Cypher that stands in every query with dates, for one statement."""
    s = variable
    return (
        f"($at IS NULL OR (\n"
        f"  ({s}.valid_from IS NULL OR left({s}.valid_from, size($at)) <= left($at, size({s}.valid_from)))\n"
        f"  AND ({s}.valid_to IS NULL OR left($at, size({s}.valid_to)) <= left({s}.valid_to, size($at)))\n"
        f"  AND (coalesce({s}.current, true) OR $at < coalesce({s}.recorded_to, {s}.recorded_from))))"
    )


def known_by_cypher(variable: str) -> str:
    """The test "was recorded by the date $known", for one record or statement."""
    s = variable
    return f"($known IS NULL OR left({s}.recorded_from, size($known)) <= left($known, size({s}.recorded_from)))"
