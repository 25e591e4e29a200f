"""What one invented source says, as plain data: its entries, what it says of them, and what it denies.

A document knows nothing of files: casebooks.py writes it as a casebook, truth_files.py as facts.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from graph.ids import record_id, shared_id
from graph.model import KINDS
from graph.numbers import Bound, StatedNumber

Field = str | int | float | bool | StatedNumber | tuple[str, ...]
Form = Literal["press", "foi", "hearings", "cases", "roll"]

_PLACES: dict[Form, str] = {"press": "para", "foi": "answer", "hearings": "entry", "cases": "row", "roll": "row"}


def number(value: int, bound: Bound = "exact") -> StatedNumber:
    """A number as a source states it; its unit stands beside it."""
    return StatedNumber(value, bound, "")


@dataclass(frozen=True, slots=True)
class Shared:
    """A node that sources share: a force, a body, an offence (`code` is scheme/code), or a source (its slug)."""

    kind: str
    code: str

    @property
    def id(self) -> str:
        """The id that every source's statements lead to."""
        return shared_id(KINDS[self.kind].prefix, self.code)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a source, from the entry it stands under. `key` tells two between the same ends apart."""

    type: str
    end: "End"
    key: str
    locator: str
    fields: Mapping[str, Field]


@dataclass(slots=True, eq=False)
class Entry:
    """One thing as a source states it. `truth` is the id of the true thing behind it, which the source may not know."""

    source: str
    kind: str
    key: str
    locator: str
    truth: str
    fields: dict[str, Field]
    said: list[Said] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The id its record will have."""
        return record_id(KINDS[self.kind].prefix, self.source, (self.key,))

    def says(self, type_name: str, end: "End", *, key: str = "", locator: str = "", **fields: Field | None) -> "Entry":
        """Adds a statement that begins here; fields that are None are not stated. Gives the entry itself."""
        stated = {name: value for name, value in fields.items() if value is not None}
        self.said.append(Said(type_name, end, key, locator or self.locator, stated))
        return self


End = Entry | Shared


@dataclass(frozen=True, slots=True)
class Denial:
    """The source says that two of its entries are not linked."""

    key: str
    locator: str
    between: tuple[Entry, Entry]
    of: str
    as_stated: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The source's writer holds it possible that two entries, perhaps of two sources, are one thing."""

    key: str
    locator: str
    between: tuple[Entry, Entry]
    reasons: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Document:
    """One source: an article, an answer, a list of hearings, an extract of a case system, a roll of officers."""

    slug: str
    title: str
    publisher: str
    form: Form
    published_from: str
    published_to: str
    cites: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    places: int = 0
    _known: dict[tuple[str, str], Entry] = field(default_factory=dict)
    _keys: Counter[str] = field(default_factory=Counter)

    def place(self) -> str:
        """The next place in the source: `para 4`, `row 17`."""
        self.places += 1
        return f"{_PLACES[self.form]} {self.places}"

    def here(self) -> str:
        """The place reached so far."""
        return f"{_PLACES[self.form]} {max(self.places, 1)}"

    def entry(self, kind: str, truth: str = "", *, locator: str = "", **fields: Field | None) -> Entry:
        """Adds an entry; fields that are None are not stated. Without a locator it stands at a new place."""
        prefix = KINDS[kind].prefix
        self._keys[prefix] += 1
        stated = {name: value for name, value in fields.items() if value is not None}
        added = Entry(self.slug, kind, f"{prefix}-{self._keys[prefix]}", locator or self.place(), truth, stated)
        self.entries.append(added)
        self._known.setdefault((kind, truth), added)
        return added

    def known(self, kind: str, truth: str) -> Entry | None:
        """The entry for that true thing, if the document has one already."""
        return self._known.get((kind, truth)) if truth else None

    def denies(self, first: Entry, second: Entry, *, of: str, as_stated: str) -> Denial:
        """Adds a denial, at a new place."""
        added = Denial(f"denial-{len(self.denials) + 1}", self.place(), (first, second), of, as_stated)
        self.denials.append(added)
        return added

    def suggests(self, first: Entry, second: Entry, *reasons: str) -> Suggestion:
        """Adds a suggestion on two entries, at the place of the first."""
        added = Suggestion(f"suggestion-{len(self.suggestions) + 1}", first.locator, (first, second), reasons)
        self.suggestions.append(added)
        return added
