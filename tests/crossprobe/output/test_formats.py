"""Rows as CSV, JSON and tab-separated text: nothing is lost that matters, and nothing is run."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossprobe.output.as_json import write_json, write_json_lines
from crossprobe.output.delimited import write_csv, write_tabs
from crossprobe.output.result import Result
from crossprobe.output.terminal import harmless, has_controls

ESCAPE = "\x1b[2Jname\u202e\x9b"


def _written(write: Any, *rows: tuple[Any, ...], names: tuple[str, ...] = ("a", "b")) -> str:  # noqa: ANN401 - any writer
    out = io.StringIO()
    write(Result.of(names, list(rows)), out)
    return out.getvalue()


def test_json_is_one_array_of_objects_keyed_by_columns_in_order() -> None:
    text = _written(write_json, ("x", None), (["y", 1], 2.5))
    assert json.loads(text) == [{"a": "x", "b": None}, {"a": ["y", 1], "b": 2.5}]
    assert [list(each) for each in json.loads(text)] == [["a", "b"], ["a", "b"]]


def test_no_rows_are_an_empty_array() -> None:
    assert json.loads(_written(write_json)) == []


def test_json_lines_hold_one_object_each() -> None:
    text = _written(write_json_lines, ("x", 1), ("y", 2))
    assert [json.loads(line) for line in text.splitlines()] == [{"a": "x", "b": 1}, {"a": "y", "b": 2}]


@given(st.text(), st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none() | st.booleans())
def test_json_loses_nothing_and_holds_no_control_character(text: str, value: object) -> None:
    written = _written(write_json, (text, value))
    assert json.loads(written) == [{"a": text, "b": value}]
    assert not has_controls(written)


def test_json_has_no_infinity() -> None:
    assert json.loads(_written(write_json, (float("inf"), float("nan")))) == [{"a": None, "b": None}]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\x1b="])
def test_a_text_that_a_spreadsheet_would_run_is_quoted(sign: str) -> None:
    (_, row) = csv.reader(io.StringIO(_written(write_csv, (sign + "cmd()", ""))))
    assert row[0].startswith("'")


def test_numbers_stay_numbers() -> None:
    (_, row) = csv.reader(io.StringIO(_written(write_csv, (-5, -2.5))))
    assert row == ["-5", "-2.5"]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_csv_gives_every_row_back_without_controls(rows: list[tuple[str, str]]) -> None:
    (_, *read) = csv.reader(io.StringIO(_written(write_csv, *rows)))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [harmless(cell).removeprefix("'") for cell in row] for row in rows
    ]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_tabs_give_one_line_a_row_and_as_many_cells_as_columns(rows: list[tuple[str, str]]) -> None:
    lines = _written(write_tabs, *rows).split("\n")
    assert len(lines) == len(rows) + 2
    assert {line.count("\t") for line in lines[:-1]} == {1}
    assert not has_controls("".join(lines))


def test_tabs_are_never_shortened() -> None:
    long, identifier = "x" * 5_000, "officer:" + "0" * 26
    assert _written(write_tabs, (long, identifier)).splitlines()[1] == f"{long}\t{identifier}"


def test_lists_and_absent_values_in_cells() -> None:
    assert _written(write_tabs, (["one", "two"], None)).splitlines()[1] == "one; two\t"
    assert _written(write_tabs, ([{"n": 1}], True)).splitlines()[1] == '[{"n": 1}]\ttrue'


@pytest.mark.parametrize("write", [write_tabs, write_csv, write_json, write_json_lines])
def test_no_format_lets_an_escape_sequence_through(write: object) -> None:
    assert not has_controls(_written(write, (ESCAPE, ESCAPE)))
