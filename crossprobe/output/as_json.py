"""Rows as JSON: one array of objects, or one object a line. Keys are the declared columns, in order; absent is null.

What could steer a terminal is written as an escape (\\u202e): nothing is lost and nothing is run.
"""

import json
import math
from collections.abc import Iterator
from typing import Any, TextIO

from crossprobe.output.result import Result
from crossprobe.output.terminal import has_controls


def write_json(result: Result, out: TextIO) -> None:
    """One array, one object a line of text."""
    out.write("[")
    for number, text in enumerate(_objects(result)):
        out.write(("," if number else "") + "\n" + text)
    out.write("\n]\n" if result.rows else "]\n")


def write_json_lines(result: Result, out: TextIO) -> None:
    """One object a line."""
    for text in _objects(result):
        out.write(text + "\n")


def json_text(value: Any) -> str:  # noqa: ANN401 - any plain value
    """The value as JSON on one line."""
    text = json.dumps(_finite(value), ensure_ascii=False)
    return json.dumps(_finite(value)) if has_controls(text) else text


def _objects(result: Result) -> Iterator[str]:
    names = [column.name for column in result.columns]
    for row in result.rows:
        yield json_text(dict(zip(names, row, strict=True)))


def _finite(value: Any) -> Any:  # noqa: ANN401 - JSON knows no infinity; absent is what is left
    match value:
        case float() if not math.isfinite(value):
            return None
        case list() | tuple():
            return [_finite(each) for each in value]
        case dict():
            return {str(name): _finite(each) for name, each in value.items()}
    return value
