"""Finds the one record a person means: by its id, by the start of its id as it is quoted, or by its name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import ids
from graph.errors import NotFoundError, UsageError
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.model.kinds import Origin
from graph.names import folded
from graph.stores.store import Store
from queries.format import Query

SHORTEST = 6
"""Signs of an id that a person must give at least."""

CANDIDATES = 10
"""Candidates listed where several records fit."""

_RECORDS = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK)
_NAMELESS = frozenset({"Denial", "Suggestion"})
_READ_ALIKE = str.maketrans({"i": "1", "l": "1", "o": "0"})  # as Crockford's base32 is read back

_FOUND = """
RETURN n.id AS id, coalesce(n.name, n.description, n.as_stated) AS text, n.source_id AS source_id,
  COLLECT {
    MATCH (n)-[:SERVED_IN|CONDUCTED_BY|COUNTS]->(f:Force|Body)
    WITH DISTINCT coalesce(f.name, f.description, f.id) AS force ORDER BY force
    RETURN force
  } AS forces
ORDER BY id LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record somebody may mean. `text` is its name or else what the source says of it."""

    id: str
    label: str
    text: str | None
    source_id: str | None
    forces: tuple[str, ...]

    def __str__(self) -> str:
        parts = [self.text or "", ", ".join(self.forces), f"source {self.source_id}"]
        return f"{ids.quoted(self.id)}: " + "; ".join(part for part in parts if part)


class AmbiguousError(UsageError):
    """Several records fit what was typed; `candidates` are the first of them."""

    def __init__(self, typed: str, candidates: list[Candidate]) -> None:
        lines = [f"{typed!r} fits several:", *(f"  {each}" for each in candidates[:CANDIDATES])]
        if len(candidates) > CANDIDATES:
            lines.append("  and more")
        super().__init__("\n".join(lines), do="Give the id of the one you mean, or enough of its start.")
        self.candidates = tuple(candidates[:CANDIDATES])


def find_record(store: Store, typed: str, labels: Sequence[str] = _RECORDS) -> Candidate:
    """The one record of the kinds `labels` meant by `typed`.

    Taken are an id, its start of six signs or more with or without kind and hyphen (`officer k7q2m-4xd9h`), and a
    name or description that only one record has. Raises AmbiguousError with the candidates, or NotFoundError.
    """
    found = _by_id(store, typed, labels)
    # Six letters may be a name as well; with a digit they are not, and looking through all names takes its time.
    if not found or not any(sign.isdigit() for sign in typed):
        found += _by_name(store, typed, labels)
    return _the_one(typed, found)


def find_decision(store: Store, typed: str) -> str:
    """The id of the one decision meant by `typed`: its id or the start of it. Raises as `find_record` does."""
    return _the_one(typed, _by_id(store, typed, ("Decision",))).id


def _the_one(typed: str, found: list[Candidate]) -> Candidate:
    unique = {each.id: each for each in found}
    if not unique:
        raise NotFoundError(f"Nothing here is called {typed!r}.", do="Look for it with: crossprobe search TEXT")
    if len(unique) > 1:
        raise AmbiguousError(typed, list(unique.values()))
    return next(iter(unique.values()))


def _by_id(store: Store, typed: str, labels: Iterable[str]) -> list[Candidate]:
    text = typed.strip()
    kind, _, rest = text.replace(" ", ":", 1).partition(":")
    if kind in LABEL_OF_PREFIX and rest:
        labels = [label for label in labels if label == LABEL_OF_PREFIX[kind]]
        exact = _matching(store, labels, "n.id = $typed", {"typed": f"{kind}:{rest}"})
        if exact:
            return exact
    else:
        rest = text
    start = rest.lower().replace("-", "").translate(_READ_ALIKE)
    if len(start) < SHORTEST or not re.fullmatch(f"[{ids.ALPHABET}]+", start):
        return []
    found: list[Candidate] = []
    for label in labels:
        low = f"{KINDS[label].prefix}:{start}"
        found += _matching(store, [label], "n.id >= $low AND n.id < $high", {"low": low, "high": low + "{"})
    return found


def _by_name(store: Store, typed: str, labels: Iterable[str]) -> list[Candidate]:
    name = folded(typed)
    named = [label for label in labels if label not in _NAMELESS]
    return _matching(store, named, "n.name_folded = $name", {"name": name}) if name else []


def _matching(store: Store, labels: Iterable[str], condition: str, parameters: dict[str, str]) -> list[Candidate]:
    found = []
    for label in labels:  # labels and conditions are this module's own; what was typed is a parameter
        text = f"MATCH (n:{label})\nWHERE {condition}{_FOUND}"
        for row in store.read(text, {**parameters, "limit": CANDIDATES + 1}).dicts():
            found.append(Candidate(row["id"], label, row["text"], row["source_id"], tuple(row["forces"])))
    return found


def with_found_ids(store: Store, query: Query, given: Mapping[str, str]) -> dict[str, str]:
    """The parameters of a saved query with each that is an id found as `find_record` finds it. Raises as it does."""
    kinds = {each.name: each.kinds for each in query.parameters if each.type == "id"}
    return {
        name: find_record(store, value, kinds[name]).id if name in kinds else value for name, value in given.items()
    }
