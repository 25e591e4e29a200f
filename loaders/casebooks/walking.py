"""Walking over the plain content of a casebook file, whatever mistakes it holds: what is misplaced is passed by.

The checks that span several fields or entries use it, so that they find their mistakes beside the misspelt ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.yaml_documents import Place
from loaders.casebooks.layout import SECTIONS, Nested, nested_under

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake at a place in the file: what is wrong, and what is allowed."""

    place: Place
    what: str
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a section as it stands in the file."""

    place: Place
    label: str
    fields: Fields


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it stands in the file, under its entry."""

    place: Place
    entry: Entry
    nested: Nested
    fields: Fields


def items(fields: Fields, key: str, place: Place = ()) -> Iterator[tuple[Place, Fields]]:
    """The mappings in the list that stands under `key`, each with its place."""
    found = fields.get(key)
    for number, item in enumerate(found if isinstance(found, list) else ()):
        if isinstance(item, Mapping):
            yield (*place, key, number), item


def entries(content: Fields) -> Iterator[Entry]:
    """Every entry that states a record."""
    for section, label in SECTIONS.items():
        for place, fields in items(content, section):
            yield Entry(place, label, fields)


def statements(entry: Entry) -> Iterator[Statement]:
    """Every statement nested under the entry."""
    for nested in nested_under(entry.label):
        if nested.key not in entry.fields:
            continue
        for place, fields in items(entry.fields, nested.key, entry.place):
            yield Statement(place, entry, nested, fields)


def text(fields: Fields, key: str) -> str:
    """The text under the key, or nothing where there is none or something else."""
    value = fields.get(key)
    return value.strip() if isinstance(value, str) else ""
