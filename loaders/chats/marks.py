"""Characters that nobody sees: direction marks and the many kinds of space around dates, names and texts."""

import re

MARKS = "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c"
"""Direction marks, zero-width spaces and byte order marks, as the inside of a character class. Joiners are no marks:
names in Persian and many emoji are written with them."""

_MARKS = re.compile(f"[{MARKS}]+")
SIGNS = frozenset(sign for sign in map(chr, range(0x200B, 0xFEFF + 1)) if _MARKS.match(sign)) | {"\u061c"}
"""The same, each for itself."""

_SPACES = re.compile(r"\s+")


def without_marks(text: str) -> str:
    """The text without direction marks and zero-width signs."""
    return text if text.isascii() else _MARKS.sub("", text)


def begins_marked(text: str) -> bool:
    """Whether the text begins with a mark: on a phone of Apple's make, the service wrote it and not a person."""
    return text[:1] in SIGNS


def plain(text: str) -> str:
    """The text without marks, each run of spaces of any kind as one, trimmed: names are compared so."""
    return _SPACES.sub(" ", without_marks(text)).strip()
