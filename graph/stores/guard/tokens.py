"""A lexer of Cypher: enough to tell words from strings, comments and quoted names, as both engines do.

The tokens of a text, joined, are the text. Compared with the engines' own lexers on ambiguous texts: a number swallows
the letters that touch it (`1SET` is one number), `--` is no comment, a comment ends at a line feed or carriage
return only.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from graph.stores.guard.readings import Reading

Kind = Literal["word", "name", "string", "number", "mark", "space", "comment", "unclosed"]

_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("space", re.compile(r"\s+")),
    ("comment", re.compile(r"//[^\n\r]*|/\*.*?\*/", re.DOTALL)),
    ("string", re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)),
    ("name", re.compile(r"`(?:[^`]|``)*`")),
    ("unclosed", re.compile(r"(?:['\"`]|/\*).*", re.DOTALL)),
    ("number", re.compile(r"[0-9]\w*(?:\.[0-9]\w*)?")),
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text. `name` is a name in backticks, `mark` one other character, `unclosed` all that follows a
    quote or comment sign without its end. `place` is where it begins in the text as it was typed.
    """

    kind: Kind
    text: str
    place: int

    def is_mark(self, marks: str) -> bool:
        """Whether it is one of these characters."""
        return self.kind == "mark" and self.text in marks

    @property
    def keyword(self) -> str:
        """A bare word in capitals, as keywords are compared; empty for all other tokens."""
        return self.text.upper() if self.kind == "word" else ""


def tokens_of(reading: Reading) -> list[Token]:
    """All tokens in order, spaces and comments included."""
    found: list[Token] = []
    position = 0
    while position < len(reading.text):
        kind, end = _next(reading.text, position)
        found.append(Token(kind, reading.text[position:end], reading.places[position]))
        position = end
    return found


def without_spaces(tokens: list[Token]) -> list[Token]:
    """The tokens that mean something."""
    return [token for token in tokens if token.kind not in ("space", "comment")]


def _next(text: str, start: int) -> tuple[Kind, int]:
    for kind, pattern in _PATTERNS:
        match = pattern.match(text, start)
        if match is not None:
            return kind, match.end()
    end = start
    while end < len(text) and _is_part_of_word(text[end]):
        end += 1
    return ("word", end) if end > start else ("mark", start + 1)


def _is_part_of_word(character: str) -> bool:
    if character.isascii():
        return character.isalnum() or character == "_"
    category = unicodedata.category(character)
    return category[0] in "LMN" or category in ("Pc", "Sc")
