"""Where a name stands in a typed text: strings and comments do not count."""

from graph.stores.guard.readings import readings
from graph.stores.guard.refusing import position
from graph.stores.guard.tokens import tokens_of


def place_of(name: str, cypher: str) -> str:
    """Line and column where the name first stands; empty where it does not."""
    for token in tokens_of(next(iter(readings(cypher)))):
        if token.kind in ("word", "name") and token.text.strip("`") == name:
            return position(cypher, token.place)
    return ""
