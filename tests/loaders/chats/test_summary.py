"""What `load chat --dry-run` says of a file: counts that add up, and dates as precise as the file allows."""

from pathlib import Path

from loaders.chats.summary import COLUMNS, summary
from tests.loaders.chats.writing import written

TEXT = """\
Team C
31/01/2024, 09:00 - Messages and calls are end-to-end encrypted.
31/01/2024, 09:01 - Ann added Bob
31/01/2024, 09:02 - Ann: hello
12:30 lunch
more
31/01/2024, 09:03 - Xyzzy plugh
32/01/2024, 09:04 - Ann: x
y
31/01/2024, 09:05 - Bob: bye
"""


def test_every_line_is_counted_once_and_the_columns_are_as_declared(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    row = summary(path).row()
    assert tuple(row) == COLUMNS
    assert row == {
        "file": str(path),
        "lines": 10,
        "messages": 2,
        "events": 2,
        "unclassified": 1,
        "continuations": 2,
        "suspect": 1,
        "rejects": 3,
        "first": "2024-01-31T09:00",
        "last": "2024-01-31T09:05",
        "date_order": "dmy",
        "members": 2,
    }


def test_an_unclassified_line_is_suspect_where_a_date_or_time_follows_its_header(tmp_path: Path) -> None:
    text = "31/01/2024, 09:00 - 09:00:01 Ann hello\n31/01/2024, 09:01 - Ann: hello\n"
    assert summary(written(tmp_path, text)).suspect == 1


def test_an_ambiguous_file_says_only_what_both_readings_share(tmp_path: Path) -> None:
    text = "03/02/2024, 09:00 - Ann: a\n05/05/2024, 10:00 - Ann: b\n"
    found = summary(written(tmp_path, text))
    assert (found.date_order, found.first, found.last) == ("ambiguous", "2024", "2024-05-05T10:00")
    told = summary(written(tmp_path, text), date_order="mdy")
    assert (told.date_order, told.first) == ("mdy", "2024-03-02T09:00")


def test_a_file_without_years_has_no_first_and_last(tmp_path: Path) -> None:
    found = summary(written(tmp_path, "12 Oct 20:45 - Ann: hi\n"))
    assert (found.messages, found.first, found.last) == (1, None, None)
