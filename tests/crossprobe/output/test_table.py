"""Rows on a terminal: whole words, nothing cut off, and blocks where a table would be too narrow to read."""

import pytest

from crossprobe.output.result import Column, Result
from crossprobe.output.table import print_table

OFFICER = "officer:1e6r7689134kqpccxmf5be3mb6"


def _printed(result: Result, width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    print_table(result)
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [30, 60, 100, 200])
def test_every_word_is_printed_and_no_line_is_wider_than_the_terminal(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(OFFICER, "Ann Other", " ".join(f"word{number}" for number in range(40)), 7)]
    printed = _printed(Result.of(("id", "name", "text", "count"), rows), width, capsys, monkeypatch)
    assert max(len(line) for line in printed.splitlines()) <= width
    assert [word for word in ("officer 1e6r7-68913", "Ann", "Other", "7") if word not in printed] == []
    assert [number for number in range(40) if f"word{number}" not in printed.replace("\n", " ")] == []


def test_many_columns_become_a_block_a_row(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    result = Result.of([f"column{number}" for number in range(12)], [tuple("x" * 18 for _ in range(12))] * 2)
    assert "1 of 2" in _printed(result, 80, capsys, monkeypatch)
    assert "1 of 2" not in _printed(result, 300, capsys, monkeypatch)


def test_what_people_read_is_short_and_in_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = (Column("rank", "code"), Column("when", "time"), Column("digest", "digest"), Column("held"), Column("no"))
    row = ("uk-ranks/sergeant", "2024-01-02T03:04:05.678Z", "0123456789abcdef", True, None)
    printed = _printed(Result(columns, [row]), 120, capsys, monkeypatch)
    assert printed.splitlines()[-1].split() == ["Sergeant", "2024-01-02", "03:04", "0123456789", "yes"]


def test_a_column_without_any_value_is_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = _printed(Result.of(("full", "void"), [("x", None), ("y", "")]), 80, capsys, monkeypatch)
    assert "full" in printed
    assert "void" not in printed


def test_no_rows_and_rows_of_nothing_are_said_to_be_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"column_{number}" for number in range(12)]
    assert _printed(Result.of(names, []), 40, capsys, monkeypatch) == "No rows.\n"
    assert "nickname" in _printed(Result.of(["nickname"], [(None,)]), 80, capsys, monkeypatch)


def test_names_are_never_read_as_markup_and_never_steer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = _printed(Result.of(("name",), [("[bold]\x1b[2J:smile:\u202e",)]), 80, capsys, monkeypatch)
    assert "[bold][2J:smile:" in printed
    assert "\x1b" not in printed
