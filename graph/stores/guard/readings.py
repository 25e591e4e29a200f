"""The ways in which an engine may read a text before it looks for words.

Neo4j replaces `\\u0041` by `A` everywhere, also outside quotes, before anything else; the embedded engine does so
inside quotes only. A text is harmless only if each reading of it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A doubled backslash stands for itself and is passed over, so that '\\u0027' does not end a string.
_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as an engine reads it, and where each of its characters stands in the text as it was typed."""

    text: str
    places: Sequence[int]


def readings(typed: str) -> list[Reading]:
    """The text as typed and, if that differs, the text with its unicode escapes replaced."""
    as_typed = Reading(typed, range(len(typed) + 1))
    unescaped = _unescaped(typed)
    return [as_typed] if unescaped.text == typed else [as_typed, unescaped]


def _unescaped(typed: str) -> Reading:
    characters: list[str] = []
    places: list[int] = []
    done = 0
    for escape in _ESCAPE.finditer(typed):
        if escape[1] is None:
            continue
        start = escape.start()
        characters += [typed[done:start], chr(int(escape[1], 16))]
        places += [*range(done, start), start]
        done = escape.end()
    return Reading("".join(characters) + typed[done:], [*places, *range(done, len(typed) + 1)])
