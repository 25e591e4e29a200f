"""Searches names and descriptions in their folded form: no case, no accents, no punctuation."""

from dataclasses import dataclass

from graph import ids
from graph.model import KINDS
from graph.model.kinds import Origin
from graph.names import folded
from graph.stores.store import Store

_LABELS = tuple(
    label
    for label, kind in KINDS.items()
    if kind.origin is not Origin.BOOK and label not in {"Denial", "Suggestion", "Offence"}
)

_HITS = """
WHERE n.name_folded CONTAINS $folded OR toLower(n.description) CONTAINS $lower
RETURN n.id AS id, n.canonical_id AS canonical_id, n.name AS name, n.description AS description,
  n.name_folded AS name_folded, n.source_id AS source_id, n.locator AS locator,
  COLLECT {
    MATCH (n)-[:SERVED_IN|CONDUCTED_BY|COUNTS]->(f:Force|Body)
    WITH DISTINCT coalesce(f.name, f.description, f.id) AS force ORDER BY force
    RETURN force
  } AS forces
ORDER BY name_folded, id LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record whose name or description holds what was looked for.

    `same_as` is the canonical id where decisions hold it to be one with others, else None.
    """

    id: str
    kind: str
    name: str | None
    description: str | None
    forces: tuple[str, ...]
    source_id: str | None
    locator: str | None
    same_as: str | None

    @property
    def called(self) -> str | None:
        """Its name, else what its source says of it."""
        return self.name or self.description


def search(store: Store, text: str, *, limit: int) -> tuple[list[Hit], bool]:
    """The records that hold `text`, best first, and whether there are more than `limit`.

    A name that equals the text comes first, then names that begin with it, then names that hold it, then
    descriptions.
    """
    name, lower = folded(text), text.strip().lower()
    if not lower:
        return [], False
    parameters = {"folded": name or lower, "lower": lower, "limit": limit + 1}
    ranked = []
    for label in _LABELS:
        for row in store.read(f"MATCH (n:{label}){_HITS}", parameters).dicts():
            ranked.append((_rank(row["name_folded"], name), row["name_folded"] or "", _hit(row)))
    ranked.sort(key=lambda each: (each[0], each[1], each[2].id))
    return [hit for _, _, hit in ranked[:limit]], len(ranked) > limit


def _rank(name_folded: str | None, sought: str) -> int:
    if not name_folded or not sought or sought not in name_folded:
        return 3
    if name_folded == sought:
        return 0
    return 1 if name_folded.startswith(sought) else 2


def _hit(row: dict[str, str | None]) -> Hit:
    canonical = row["canonical_id"] if row["canonical_id"] != row["id"] else None
    return Hit(
        id=str(row["id"]),
        kind=ids.prefix_of(str(row["id"])),
        name=row["name"],
        description=row["description"],
        forces=tuple(row["forces"] or ()),
        source_id=row["source_id"],
        locator=row["locator"],
        same_as=canonical,
    )
