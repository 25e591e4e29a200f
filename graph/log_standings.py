"""Where access logs stood at the last load, decision or erasure: noted in the database, so that a cut log is found.

Each is a text that begins with what tells its log from others. A look alone never writes here.
"""

from graph.stores.locking import take_turn
from graph.stores.store import Store

_DATABASE = {"id": "database:this"}
_REVISION = "MATCH (d:Database {id: $id}) RETURN d.revision AS revision"
_NOTED = "MATCH (d:Database {id: $id}) RETURN coalesce(d.access_logs, []) AS logs"
_NOTE = "MATCH (d:Database {id: $id}) SET d.access_logs = $logs RETURN d.id AS id"


def revision(store: Store) -> int:
    """How often the database was changed; 0 where it never was."""
    rows = store.read(_REVISION, _DATABASE).rows
    return int(rows[0][0] or 0) if rows else 0


def noted(store: Store) -> list[str]:
    """The last standing of each log that changed this database."""
    rows = store.read(_NOTED, _DATABASE).rows
    return [str(each) for each in rows[0][0]] if rows else []


def note(store: Store, standing: str) -> None:
    """Notes where a log stands, in place of its earlier standing."""
    with store.transaction() as tx:
        take_turn(tx)
        rows = tx.run(_NOTED, _DATABASE).rows
        others = [each for each in rows[0][0] if each.split(" ")[0] != standing.split(" ")[0]]
        tx.run(_NOTE, {**_DATABASE, "logs": sorted([*others, standing])})
