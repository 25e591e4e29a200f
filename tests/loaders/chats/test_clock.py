"""Times of the twelve-hour clock, in the words of many languages."""

import pytest

from loaders.chats.clock import time_of_day
from loaders.chats.words import read_separator


@pytest.mark.parametrize(
    ("hour", "word", "expected"),
    [
        (12, "AM", "00:30"),
        (12, "pm", "12:30"),
        (1, "p.\u202fm.", "13:30"),
        (13, "PM", "13:30"),
        (0, "am", "00:30"),
        (2, "下午", "14:30"),
        (12, "凌晨", "00:30"),
        (11, "中午", "11:30"),
        (12, "中午", "12:30"),
        (9, "晚上", "21:30"),
        (12, "晚上", "00:30"),
        (2, "오후", "14:30"),
        (2, "م", "14:30"),
        (2, "ص", "02:30"),
        (2, "μ.μ.", "14:30"),
        (2, "म.उ.", "14:30"),
        (2, "ÖS", "14:30"),
        (12, "m.", "12:30"),
        (24, "", "00:30"),
    ],
)
def test_an_hour_and_its_word_are_one_time(hour: int, word: str, expected: str) -> None:
    assert time_of_day(hour, 30, None, read_separator(word).half) == expected


@pytest.mark.parametrize(("hour", "minute", "second"), [(25, 0, 0), (9, 60, 0), (9, 0, 60)])
def test_a_time_that_does_not_exist_is_none(hour: int, minute: int, second: int) -> None:
    assert time_of_day(hour, minute, second, None) is None


def test_words_are_told_from_punctuation_and_two_may_stand_together() -> None:
    assert read_separator(", ").shape == ", "
    assert read_separator(" klo ").shape == " klo "
    both = read_separator(" พ.ศ. หลังเที่ยง ")
    assert (both.era, both.half) == ("พศ", "pm")
    assert read_separator(" Grommet ").unknown == "grommet"
