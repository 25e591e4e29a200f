"""Where in a typed text an engine or the guard found something wrong: the line, and a mark under the place."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from crossprobe.output.terminal import say
from graph.errors import InvalidQueryError, RefusedQueryError

WIDEST = 100
"""Signs of a long line that are shown around the place."""

_PLACE = re.compile(r"line (\d+), column (\d+)")


@contextmanager
def pointing_out(typed: str) -> Iterator[None]:
    """Says the line of the text that a refusal or complaint names, with a mark under the place, and lets it go on."""
    try:
        yield
    except (InvalidQueryError, RefusedQueryError) as error:
        marked = marked_line(typed, error.what)
        if marked:
            say(marked)
        raise


def marked_line(typed: str, complaint: str) -> str:
    """Two lines: the one that the complaint is about, and a mark under the place; nothing where it names none."""
    place = _PLACE.search(complaint)
    lines = typed.split("\n")
    if place is None or not 1 <= int(place[1]) <= len(lines):
        return ""
    line, column = lines[int(place[1]) - 1].replace("\t", " ").rstrip("\r"), int(place[2])
    if not 1 <= column <= len(line) + 1:
        return ""
    start = max(0, column - 1 - WIDEST // 2)
    return f"{line[start : start + WIDEST]}\n{' ' * (column - 1 - start)}^"
