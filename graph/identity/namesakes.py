"""Others of the same name in the same force: what makes a reviewer careful."""

from dataclasses import dataclass

from graph.identity.found import Pair
from graph.stores.store import Store

LISTED = 10

_NAMESAKES = """
UNWIND $ids AS id
MATCH (n:Officer {id: id})-[:SERVED_IN]->(f:Force)
WHERE n.name_folded IS NOT NULL
WITH DISTINCT n.name_folded AS name, f.canonical_id AS force
MATCH (g:Force {canonical_id: force})<-[:SERVED_IN]-(o:Officer {name_folded: name})
WHERE NOT o.id IN $ids
RETURN DISTINCT o.id AS id, o.name AS name, coalesce(g.name, g.description, g.id) AS force, o.source_id AS source_id
ORDER BY id LIMIT $limit
"""


@dataclass(frozen=True, slots=True)
class Namesake:
    """Another record of the same name in one of the same forces."""

    id: str
    name: str
    force: str
    source_id: str


def namesakes(store: Store, pair: Pair) -> list[Namesake]:
    """The first of them, by id; none for what is no officer."""
    rows = store.read(_NAMESAKES, {"ids": list(pair), "limit": LISTED}).dicts()
    return [Namesake(row["id"], row["name"], row["force"], row["source_id"]) for row in rows]
