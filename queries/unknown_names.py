"""Names in a typed text that nothing here bears: a misspelt kind or type finds nothing, and reads like an answer."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import pairwise

from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.stores.guard.readings import readings
from graph.stores.guard.tokens import Token, tokens_of, without_spaces

_OWN = frozenset({"Database"})
"""What the database holds beside the model."""

_PROPERTIES = frozenset(
    each.name
    for properties in (*map(record_properties, KINDS), *map(statement_properties, TYPES))
    for each in properties
)

_OF_DATES = frozenset({"year", "quarter", "month", "week", "day", "years", "months", "weeks", "days"})
"""Parts of Cypher's own dates and spans of time that may be asked for."""

_NOTHING = [Token("space", " ", 0)]


def unknown_names(cypher: str) -> list[str]:
    """A sentence for each kind, type and property that no record or statement has, in the order of the text.

    A name after a colon is a kind, or a type between the square brackets of a link, unless it is a value in braces; one
    after a full stop is a property, unless the text itself makes maps with it.
    """
    tokens = without_spaces(tokens_of(readings(cypher)[0]))
    made = {_name(one) for one, sign in pairwise(tokens) if sign.is_mark(":")}
    known = {"kind": {*KINDS, *_OWN}, "type": {*TYPES}, "property": _PROPERTIES | _OF_DATES}
    told = {}
    for what, name in _named(tokens):
        if name not in known[what] and not (what == "property" and name in made):
            near = get_close_matches(name, sorted(known[what]), n=1)
            told[what, name] = f"Nothing here has the {what} {name}." + (f" Did you mean {near[0]}?" if near else "")
    return list(told.values())


def _named(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """What the text names, with what it takes each for: kind, type or property."""
    within: list[str] = []
    naming = False  # whether a colon began names, of which a bar may begin another
    befores, furthers = _NOTHING + tokens, [*tokens[2:], *_NOTHING]
    for before, token, after, further in zip(befores, tokens, tokens[1:], furthers, strict=False):
        is_name = after.kind in ("word", "name")
        if token.kind in ("word", "name"):
            naming = naming and before.kind == "mark"
        else:
            naming = token.is_mark(":|" if naming else ":") and is_name and within[-1:] != ["{"]
        if token.is_mark("([{"):
            within.append("link" if token.text == "[" and before.is_mark("-") else token.text)
        elif token.is_mark(")]}"):
            del within[-1:]
        elif naming and token.is_mark(":|"):
            yield ("type" if within[-1:] == ["link"] else "kind"), _name(after)
        elif token.is_mark(".") and is_name and before.kind in ("word", "name") and not further.is_mark("(."):
            yield "property", _name(after)


def _name(token: Token) -> str:
    return token.text[1:-1].replace("``", "`") if token.kind == "name" else token.text
