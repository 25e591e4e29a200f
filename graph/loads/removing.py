"""Taking a source out again: everything it stated, and nothing that others state."""

from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.identity.components import refresh
from graph.loads.states import refuse_beside_another
from graph.loads.writing import remove_what_nothing_touches, stored_of
from graph.model.writes import remove_records, remove_statements
from graph.stores.locking import take_turn
from graph.stores.store import Store

_CITED = "MATCH (s:Source {id: $id})\nWHERE (s)--()\nSET s.held = false\nRETURN s.id AS id"
_NOT_CITED = "MATCH (s:Source {id: $id})\nWHERE NOT (s)--()\nDELETE s"
_LOADS = "MATCH (l:Load {of_source: $source}) DELETE l"


@dataclass(frozen=True, slots=True)
class Removed:
    """How many records (the Source included) and statements went, and whether others still cite the source."""

    records: int
    statements: int
    still_cited: bool


def remove_source(store: Store, source_id: str, *, now: str) -> Removed:
    """Removes what the source states and its loads, in one transaction. Raises NotFoundError where it is not held.

    Decisions that name its records stay and are dormant; they revive when the records return. A source that others
    cite stays as a node that is not held.
    """
    node = f"source:{source_id}"
    with store.transaction() as tx:
        take_turn(tx)
        refuse_beside_another(tx, now)
        held = tx.run("MATCH (s:Source {id: $id}) RETURN coalesce(s.held, false) AS held", {"id": node}).rows
        if not held or not held[0][0]:
            raise NotFoundError(f"No source {source_id!r} is loaded.", do="List them with: crossprobe load list")
        stored = stored_of(tx, source_id)
        ends: list[str] = []
        for (name, start), rows in stored.statements.items():
            ends.extend(str(row["to_id"]) for row in rows)
            if rows:
                tx.run_rows(remove_statements(name, start), rows)
        gone: list[str] = []
        for label, rows in stored.records.items():
            if rows and label != "Source":
                gone.extend(str(row["id"]) for row in rows)
                tx.run_rows(remove_records(label), rows)
        still_cited = bool(tx.run(_CITED, {"id": node}).rows)
        tx.run(_NOT_CITED, {"id": node})
        tx.run(_LOADS, {"source": source_id})
        remove_what_nothing_touches(tx, set(ends) - set(gone) - {node})
        refresh(tx, gone)
    return Removed(len(gone) + 1, sum(len(rows) for rows in stored.statements.values()), still_cited)
