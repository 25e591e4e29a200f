"""Stated numbers: read, written and compared with the bound they carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidValueError
from graph.numbers import BOUNDS, Bound, StatedNumber, stated_number

counts = st.integers(min_value=0, max_value=10**12)


@given(counts, st.sampled_from(BOUNDS))
def test_a_stated_number_reads_back_as_it_was_written(value: int, bound: Bound) -> None:
    number = StatedNumber(value, bound, "officers")
    assert stated_number(str(number).removesuffix(" officers"), "officers") == number


@given(counts, st.sampled_from(BOUNDS))
def test_the_interval_holds_the_value_unless_it_is_excluded_by_more_than(value: int, bound: Bound) -> None:
    low, high = StatedNumber(value, bound, "officers").interval()
    assert (low is None or low <= value) == (bound != "more_than")
    assert high is None or high >= value


def test_more_than_a_count_begins_at_the_next_one() -> None:
    assert StatedNumber(100, "more_than", "photographs").interval() == (101, None)


def test_more_than_a_year_may_be_a_day_more() -> None:
    assert StatedNumber(1, "more_than", "years").interval() == (1, None)


def test_a_rounded_percentage_is_half_a_step_wide() -> None:
    assert StatedNumber(6, "exact", "%", rounding=1).interval() == (5.5, 6.5)


def test_about_sets_no_limit() -> None:
    assert StatedNumber(12, "about", "women").interval() == (None, None)


@pytest.mark.parametrize("text", ["", "dozens", "-3", "nan", "inf", "1e99", "at least", "least 5", "٣x"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="not a stated number"):
        stated_number(text, "officers")
