"""Which loads there were, and which of them keeps others out."""

from typing import Any

from graph.errors import LoadError
from graph.stores.store import Store, Transaction

_LOADS = "MATCH (l:Load) RETURN properties(l) AS load ORDER BY l.started, l.id"
_UNFINISHED = (
    "MATCH (l:Load)\nWHERE l.state = 'running'\n"
    "RETURN l.of_source AS source_id, l.started AS started, l.lease_until AS lease_until, l.id AS id ORDER BY l.id"
)
_OF_SOURCE = "MATCH (l:Load {of_source: $source}) RETURN properties(l) AS load ORDER BY l.started, l.id"


def loads(store: Store) -> list[dict[str, Any]]:
    """Every load with its properties, oldest first."""
    return [row for (row,) in store.read(_LOADS).rows]


def unfinished(store: Store) -> list[dict[str, Any]]:
    """Loads that are running or were cut off: source_id, started, lease_until, id."""
    return store.read(_UNFINISHED).dicts()


def refuse_beside_another(tx: Transaction, now: str) -> None:
    """Raises LoadError while another load's lease runs. Times are UTC, as ISO 8601 of one length."""
    for row in tx.run(_UNFINISHED).dicts():
        if row["lease_until"] and row["lease_until"] > now:
            raise LoadError(
                f"A load of {row['source_id']} has been running since {row['started']}.",
                do=f"Wait for it; if it was cut off, its lease ends at {row['lease_until']}.",
            )


def finished_loads(tx: Transaction, source_id: str) -> tuple[dict[str, Any], ...]:
    """The source's complete loads with their properties, oldest first."""
    rows = tx.run(_OF_SOURCE, {"source": source_id}).rows
    return tuple(row for (row,) in rows if row.get("state") == "finished")


def last_digest(tx: Transaction, source_id: str) -> str | None:
    """The digest of the input the source was last completely loaded from, or None where it never was."""
    finished = finished_loads(tx, source_id)
    return finished[-1].get("digest") if finished else None
