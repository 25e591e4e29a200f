"""Days of other calendars are the same days."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.chats.calendars import gregorian


@pytest.mark.parametrize(
    ("year", "month", "day", "era", "expected"),
    [
        (2024, 2, 29, None, "2024-02-29"),
        (1969, 12, 31, None, "1969-12-31"),
        (2565, 3, 18, None, "2022-03-18"),
        (65, 3, 18, "พศ", "2022-03-18"),
        (4, 3, 18, "r", "2022-03-18"),
        (31, 4, 30, "平成", "2019-04-30"),
        (111, 3, 18, None, "2022-03-18"),
        (111, 3, 18, "民國", "2022-03-18"),
        (1400, 12, 27, None, "2022-03-18"),
        (1399, 12, 30, None, "2021-03-20"),
        (1388, 1, 1, None, "2009-03-21"),
        (1443, 8, 15, None, "2022-03-18"),
        (1443, 9, 1, "هـ", "2022-04-02"),
        (43, 8, 15, "هـ", "2022-03-18"),
        (2022, 3, 18, "r", "2022-03-18"),
    ],
)
def test_a_day_is_the_same_day(year: int, month: int, day: int, era: str | None, expected: str) -> None:
    found = gregorian(year, len(str(year)), month, day, era, 2000)
    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (2024, 13, 1), (1401, 12, 30), (1443, 1, 31), (0, 1, 1)]
)
def test_a_day_that_does_not_exist_is_none(year: int, month: int, day: int) -> None:
    assert gregorian(year, 4, month, day, None, 2000) is None


@given(st.integers(1389, 1420), st.integers(1, 12))
def test_persian_months_follow_each_other_without_gap(year: int, month: int) -> None:
    first = gregorian(year, 4, month, 1, None, 2000)
    after = gregorian(year + month // 12, 4, month % 12 + 1, 1, None, 2000)
    assert first is not None
    assert after is not None
    last = max(day for day in range(29, 32) if gregorian(year, 4, month, day, None, 2000))
    assert after - first == datetime.timedelta(last)


@given(st.integers(1431, 1470), st.integers(1, 12))
def test_months_of_the_moon_follow_each_other_without_gap(year: int, month: int) -> None:
    first = gregorian(year, 4, month, 1, None, 2000)
    after = gregorian(year + month // 12, 4, month % 12 + 1, 1, None, 2000)
    assert first is not None
    assert after is not None
    assert (after - first).days in (29, 30)
