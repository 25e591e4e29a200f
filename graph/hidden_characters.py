"""Characters that nobody sees and that change what a text says: found, so that input which holds them is refused.

Hidden are control characters (all but tab and line feed), the marks that turn the direction of writing, line and
paragraph separators, and everything Unicode calls ignorable by default (zero-width spaces, soft hyphens, fillers).
Kept are those that names and emoji are spelt with: the zero-width joiner and non-joiner (Persian, Indic scripts),
variation selectors, and the flags of England, Scotland and Wales, which are written with tag characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


def _tags(letters: str) -> str:
    return "".join(chr(0xE0000 + ord(letter)) for letter in letters) + "\U000e007f"


# The first line matches what is allowed, so that the rest does not see it: flags, and the end of a line.
_HIDDEN = re.compile(
    f"\U0001f3f4(?:{_tags('gbeng')}|{_tags('gbsct')}|{_tags('gbwls')})|\r\n"
    "|[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class HiddenCharacter:
    """One hidden character: where it stands in the text (from 0), and what it is."""

    place: int
    character: str

    def __str__(self) -> str:
        name = unicodedata.name(self.character, "a control character")
        return f"U+{ord(self.character):04X} ({name})"


def hidden_characters(text: str) -> Iterator[HiddenCharacter]:
    """Every hidden character of the text, in order. A carriage return before a line feed is none."""
    for match in _HIDDEN.finditer(text):
        if len(match[0]) == 1:
            yield HiddenCharacter(match.start(), match[0])


def with_hidden_shown(text: str) -> str:
    """The text with a replacement character for each hidden one, so that all places stay where they are."""
    return _HIDDEN.sub(lambda match: "\ufffd" if len(match[0]) == 1 else match[0], text)
