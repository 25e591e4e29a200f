"""Every known form of a header is found by its structure, and read as the moment it tells."""

from pathlib import Path

import pytest

from loaders.chats.parsing import parse_chat
from loaders.chats.tables import rows
from tests.loaders.chats.writing import written

_MOMENT = "2022-03-18T14:56"
_OTHERS = {
    "F01": "2024-02-03T09:12",
    "F02": "2026-09-19T09:52",
    "F03": "2026-09-19T09:52",
    "F04": "2026-09-19T09:52",
    "F05": "2026-09-19T09:52",
    "F06": "2019-01-20T20:49",
    "F07": "2016-04-15T15:04",
    "F08": "2022-03-23T13:31",
    "F09": "2022-03-23T13:31",
    "F10": "2018-06-13T21:25:15",
    "F11": "2019-01-20T11:23",
    "F12": "2026-09-19T18:00",
    "F13": "2024-05-14T18:02:11",
    "F15": "2024-03-09T10:15:02",
    "F22": "2018-06-03T13:55:00",
    "F23": "2020-01-15T02:22:56",
    "M10": "2022-03-18T02:56",
}
_FORMS = {row["form"]: row for row in rows("headers")}
_YEAR_OF_TWO_DIGITS_FIRST = {"C037", "C055", "C063", "C064", "C122", "C140", "C148", "C149"}
"""Locales whose year of two digits comes first, with signs that other locales write after the day: one date alone
does not tell."""


@pytest.mark.parametrize("form", sorted(set(_FORMS) - _YEAR_OF_TWO_DIGITS_FIRST))
def test_a_known_form_is_read_as_the_moment_it_tells(form: str, tmp_path: Path) -> None:
    row = _FORMS[form]
    chat = parse_chat(written(tmp_path, row["header"] + "\nsecond line"))
    order = {"dmy": "dmy", "mdy": "mdy"}.get(row["date_order"]) if chat.date_order == "ambiguous" else None
    (message,) = chat.entries(order)  # type: ignore[arg-type]
    moment = _OTHERS.get(form, _MOMENT)
    assert message.at[: len(moment)] == moment  # type: ignore[union-attr]
    assert (message.sender, message.text) == ("NAME", "text\nsecond line")  # type: ignore[union-attr]
    assert chat.date_order in ("ambiguous", row["date_order"]) or row["date_order"] == "any"


@pytest.mark.parametrize("form", sorted(_YEAR_OF_TWO_DIGITS_FIRST))
def test_a_year_of_two_digits_at_the_start_shows_by_how_close_the_dates_lie(form: str, tmp_path: Path) -> None:
    lines = [_FORMS[form]["header"].replace("18", str(day), 1) for day in (18, 19, 20, 21)]
    chat = parse_chat(written(tmp_path, "\n".join(lines)))
    assert chat.date_order == "ymd"
    assert [each.at[:10] for each in chat.entries()] == [f"2022-03-{day}" for day in (18, 19, 20, 21)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("12 Oct 2013 20:45 - Ann: hi", "2013-10-12T20:45"),
        ("Oct 12, 2013, 8:45 PM - Ann: hi", "2013-10-12T20:45"),
        ("20:45, 12 Oct 2013 - Ann: hi", "2013-10-12T20:45"),
        ("12 de outubro de 2013 20:45 - Ann: hi", "2013-10-12T20:45"),
        ("12. Okt. 2013 20:45 - Ann: hi", "2013-10-12T20:45"),
        ("12 Oct 20:45 - Ann: hi", ""),
    ],
)
def test_a_month_may_be_a_name_and_a_year_that_is_not_there_stays_unknown(
    line: str, moment: str, tmp_path: Path
) -> None:
    (message,) = parse_chat(written(tmp_path, line)).entries()
    assert (message.at, message.sender, message.text) == (moment, "Ann", "hi")  # type: ignore[union-attr]


def test_nothing_but_a_space_may_part_time_and_sender(tmp_path: Path) -> None:
    text = "".join(
        f"02-12-18 22:55:4{second} {name}: hello\n" for second, name in enumerate(("Ann", "Ann", "Bob", "Ann"))
    )
    chat = parse_chat(written(tmp_path, text))
    assert [each.sender for each in chat.entries()] == ["Ann", "Ann", "Bob", "Ann"]  # type: ignore[union-attr]


def test_words_of_the_day_that_nobody_knows_leave_the_day(tmp_path: Path) -> None:
    text = "14/05/24, 9:52 xyzzy - Ann: a\n14/05/24, 9:53 plugh - Ann: b\n"
    assert [each.at for each in parse_chat(written(tmp_path, text)).entries()] == ["2024-05-14"] * 2  # type: ignore[union-attr]


def test_of_two_words_that_nobody_knows_the_one_that_comes_first_in_a_day_is_the_morning(tmp_path: Path) -> None:
    lines = [
        f"{day}/05/24, {time} - Ann: a\n"
        for day in (14, 15, 16)
        for time in ("9:52 plugh", "12:10 xyzzy", "1:00 xyzzy", "11:59 xyzzy")
    ]
    found = [each.at[11:] for each in parse_chat(written(tmp_path, "".join(lines))).entries()]  # type: ignore[union-attr]
    assert found == ["09:52", "12:10", "13:00", "23:59"] * 3


@pytest.mark.parametrize(("known", "hour"), [("am", "21"), ("pm", "09")])
def test_a_word_that_nobody_knows_is_the_half_of_the_day_that_no_known_word_tells(
    known: str, hour: str, tmp_path: Path
) -> None:
    text = f"14/05/24, 9:52 {known} - Ann: a\n14/05/24, 9:53 plugh - Ann: b\n15/05/24, 9:53 plugh - Ann: b\n"
    first, second, third = parse_chat(written(tmp_path, text)).entries()
    assert first.at != second.at  # type: ignore[union-attr]
    assert (second.at, third.at) == (f"2024-05-14T{hour}:53", f"2024-05-15T{hour}:53")  # type: ignore[union-attr]


def test_a_second_export_in_the_same_file_is_read_in_its_own_form(tmp_path: Path) -> None:
    android = "".join(f"14/05/2024, 18:{minute:02} - Ann: a\n" for minute in range(30))
    ios = "".join(f"[15/05/2024, 18:{minute:02}:00] Ann: b\n" for minute in range(30))
    entries = list(parse_chat(written(tmp_path, android + ios)).entries())
    assert [(each.at[:10], each.text) for each in entries] == [  # type: ignore[union-attr]
        *[("2024-05-14", "a")] * 30,
        *[("2024-05-15", "b")] * 30,
    ]


def test_a_later_header_of_another_form_before_a_known_sender_is_rejected_with_what_follows(tmp_path: Path) -> None:
    text = (
        "14/05/2024, 18:02 - Ann: hello\n"
        "[14/05/2024, 18:03:00] Ann: from another export\n"
        "and more of it\n"
        "14/05/2024, 18:04 - Bob: yes\n"
    )
    kinds = [(type(each).__name__, each.line) for each in parse_chat(written(tmp_path, text)).entries()]
    assert kinds == [("Message", 1), ("Reject", 2), ("Reject", 3), ("Message", 4)]


def test_an_earlier_one_was_pasted_into_the_message(tmp_path: Path) -> None:
    pasted = "look what he wrote\n[13/05/2024, 17:00:00] Bob: run a plate\nand more of it"
    text = f"14/05/2024, 18:02 - Ann: {pasted}\n14/05/2024, 18:04 - Bob: yes\n"
    first, second = parse_chat(written(tmp_path, text)).entries()
    assert (first.sender, first.text, first.suspect) == ("Ann", pasted, 1)  # type: ignore[union-attr]
    assert second.text == "yes"
