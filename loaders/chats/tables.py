"""Reads the tables of known forms that stand beside the code."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_HERE = Path(__file__).parent
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of forms/NAME.csv as dicts of text; `\\u202f` and its like stand for the character they name."""
    yield from _read(_HERE / "forms" / f"{name}.csv")


def event_rows() -> Iterator[tuple[str, Mapping[str, str]]]:
    """The rows of every events/LANGUAGE.csv, each with its language, in the order of the files' names."""
    for path in sorted((_HERE / "events").glob("*.csv")):
        for row in _read(path):
            yield path.stem, row


def _read(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) for name, text in row.items()}
