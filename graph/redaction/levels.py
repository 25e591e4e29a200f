"""The levels of redaction, each stricter than the one before, and what the model declares at each."""

from enum import Enum
from functools import cache

from graph.ids import prefix_of
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.properties import Form, Property


class Level(Enum):
    """`names`: nobody is named. `persons`: nobody can be told by dates, places and small numbers. `structure`: only
    who is linked with whom is left."""

    NAMES = "names"
    PERSONS = "persons"
    STRUCTURE = "structure"


@cache
def declared(owner: str) -> dict[str, Property]:
    """The properties of a label or a type by name; none for one that the model does not know."""
    if owner in KINDS:
        return {each.name: each for each in record_properties(owner)}
    return {each.name: each for each in statement_properties(owner)} if owner in TYPES else {}


def form(owner: str, name: str, level: Level) -> Form:
    """What a property becomes; what the model does not declare is dropped."""
    known = declared(owner).get(name)
    chosen: Form = getattr(known.redaction, level.value) if known else Form.DROPPED
    return chosen


def is_id(text: str) -> bool:
    """Whether the text has the form of an id of the model: a known prefix and a colon."""
    return prefix_of(text) in _PREFIXES


_PREFIXES = frozenset({*(kind.prefix for kind in KINDS.values()), *(name.lower() for name in TYPES)})
