"""Templates: text with `{column}` in it, and nothing else."""

import re

from graph.errors import InvalidValueError

_COLUMN = re.compile(r"\{([^{}]*)\}")
_BRACES = re.compile(r"[{}]")


def parts(text: str) -> list[tuple[bool, str]]:
    """The template taken apart: (True, name of a column) or (False, text as it stands), in order.

    Column names stand for themselves: a dot or a bracket in one is part of the name and asks for nothing.
    Raises InvalidValueError for a brace that is not one of a pair around a name.
    """
    found: list[tuple[bool, str]] = []
    place = 0
    for match in _COLUMN.finditer(text):
        found.append((False, text[place : match.start()]))
        found.append((True, match.group(1).strip()))
        place = match.end()
    found.append((False, text[place:]))
    for is_column, piece in found:
        if (is_column and not piece) or (not is_column and _BRACES.search(piece)):
            raise InvalidValueError(f"{text!r} is not a template.", do="Write {column} with the name of a column.")
    return [each for each in found if each[1]]


def columns(text: str) -> list[str]:
    """The columns that a template names."""
    return [piece for is_column, piece in parts(text) if is_column]
