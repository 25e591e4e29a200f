"""Text as a page may show it: in one form, without characters that nobody sees, cut where it is only a label."""

import unicodedata

from graph.hidden_characters import with_hidden_shown

LABEL = 60
"""Signs of a label on the picture; the details show the whole."""


def plain(value: object) -> str:
    """The text in Unicode's composed form, with a replacement character for every hidden one."""
    return with_hidden_shown(unicodedata.normalize("NFC", str(value)))


def label(value: object) -> str:
    """The text as a label: one line, cut at LABEL signs."""
    words = " ".join(plain(value).split()).removesuffix(".")
    return words if len(words) <= LABEL else words[: LABEL - 1].rstrip() + "…"
