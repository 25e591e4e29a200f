"""Characters that stand for nothing in Cypher, or for something else than they look like."""

import re
import unicodedata

from graph.errors import RefusedQueryError
from graph.stores.guard.refusing import position
from graph.stores.guard.tokens import Token

RETYPE = "Texts copied from a document often hold such characters: type it anew."

_HALF = re.compile("[\ud800-\udfff]")


def check_characters(tokens: list[Token], typed: str) -> None:
    """Raises RefusedQueryError for an unclosed quote or comment, and for signs outside quotes that are not ASCII.

    Typographic dashes and quotes, invisible and direction-turning characters are among these: one engine takes some
    for arrows or for parts of words, the other does not. Half characters (lone surrogates) are refused everywhere,
    since they cannot be sent.
    """
    for token in tokens:
        if token.kind == "unclosed":
            sign = "/*" if token.text.startswith("/*") else token.text[0]
            raise RefusedQueryError(f"{sign} is not closed ({position(typed, token.place)}).", do="Close it.")
        if token.kind == "mark" and not (token.text.isascii() and token.text.isprintable()):
            raise RefusedQueryError(f"{_no_part(token.text)} ({position(typed, token.place)}).", do=RETYPE)
    half = _HALF.search(typed)
    if half is not None:
        raise RefusedQueryError(f"{_no_part(half[0])} ({position(typed, half.start())}).", do=RETYPE)


def _no_part(character: str) -> str:
    name = unicodedata.name(character, "a character without a name")
    return f"U+{ord(character):04X} ({name}) is no part of Cypher"
