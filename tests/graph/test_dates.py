"""Dates of any precision: what is refused, and what it means to be possibly true at a date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import checked_date, days_of, not_after, possibly_true_at
from graph.errors import InvalidValueError

days = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2049, 12, 31)).map(
    lambda day: day.isoformat()
)
dates = st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda pair: pair[0][: pair[1]])


def days_within(date: str) -> tuple[str, str]:
    """First and last day that a date of any precision can mean."""
    return date + "-01-01"[len(date) - 4 :], (date + "-12-31"[len(date) - 4 :]) if len(date) != 7 else date + "-31"


@given(dates)
def test_every_iso_prefix_of_a_day_is_a_date(date: str) -> None:
    assert checked_date(date) == date


@pytest.mark.parametrize(
    "text", ["31/02", "2021-02-30", "2021-13", "21-03-03", "2021-3-3", "", "2021-", "२०२१", "2021\n"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="is not a date"):
        checked_date(text)


def test_a_chat_s_minute_is_a_date_too() -> None:
    assert checked_date("2024-02-03T09:12") == "2024-02-03T09:12"


@given(dates, dates)
def test_not_after_holds_where_some_day_of_the_one_is_no_later_than_some_day_of_the_other(one: str, other: str) -> None:
    earliest, latest = days_within(one)[0], days_within(other)[1]
    assert not_after(one, other) == (earliest <= latest)


@given(dates, dates)
def test_of_two_dates_one_is_always_possibly_no_later(one: str, other: str) -> None:
    assert not_after(one, other) or not_after(other, one)


@given(dates, st.none() | dates, st.none() | dates)
def test_an_unknown_end_is_open(at: str, start: str | None, end: str | None) -> None:
    whole = possibly_true_at(at, start, end)
    assert whole == (possibly_true_at(at, start, None) and possibly_true_at(at, None, end))
    assert possibly_true_at(at, None, None)


def test_a_restriction_since_march_was_possibly_in_force_in_that_year_and_not_the_year_before() -> None:
    assert possibly_true_at("2021", "2021-03", None)
    assert not possibly_true_at("2020", "2021-03", None)
    assert not possibly_true_at("2021-02-28", "2021-03", None)


def test_what_is_called_former_without_a_date_was_possibly_true_only_before_the_source_said_so() -> None:
    assert possibly_true_at("2020", None, None, current=False, recorded_to="2022-10-01")
    assert not possibly_true_at("2022-10-01", None, None, current=False, recorded_to="2022-10-01")
    assert not possibly_true_at("2024", None, None, current=False, recorded_to="2022-10-01")


def test_a_date_of_any_precision_has_a_first_and_a_last_day() -> None:
    assert days_of("2020") == ("2020-01-01", "2020-12-31")
    assert days_of("2020-02") == ("2020-02-01", "2020-02-29")
    assert days_of("2021-05-13T09:12") == ("2021-05-13", "2021-05-13")
