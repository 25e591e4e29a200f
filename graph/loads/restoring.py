"""Bringing back what was taken out of a database: several sources, their loads and the decisions between them.

Until the last transaction each source stands as an unfinished load. Killed before it, the same again finds what is
there and finishes it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph import ids
from graph.columns.facts import ColumnFacts
from graph.erasing.tombstones import tombstones
from graph.identity.components import refresh
from graph.identity.decisions import Decision
from graph.loads.account import Account, LoadResult
from graph.loads.batched_loading import load_columns
from graph.loads.leases import Clock, Lease
from graph.loads.states import refuse_beside_another
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction

_DO = "Load into an empty database, or take the source out first: crossprobe load remove SOURCE --why TEXT"
_KNOWN = "MATCH (n:{label}) RETURN n.id AS id"


def restore(
    store: Store,
    sources: Sequence[ColumnFacts],
    *,
    loads: Sequence[Mapping[str, Any]],
    suggestions: Iterable[Mapping[str, Any]],
    decisions: Iterable[Decision],
    clock: Clock,
) -> list[LoadResult]:
    """Writes what is missing and says of each source what became of its facts. `suggestions` are those that no source
    states.

    Loads come back as they were, so that loading a source again from its own file finds nothing new; decisions that
    are there stay as they are. Raises LoadError, with nothing stored, where a source is there and differs.
    """
    digests = {str(each["of_source"]): str(each.get("digest") or "") for each in loads}
    held: list[Lease] = []

    def load(facts: ColumnFacts, *, dry_run: bool) -> LoadResult:
        slug = facts.source.source_id
        digest = digests.get(slug) or ids.digest((slug, facts.source.id))
        loaded = load_columns(
            store, facts, digest=digest, loader="graph", clock=clock, dry_run=dry_run, if_it_differs=_DO, end=end
        )
        return loaded.result

    def end(lease: Lease, tx: Transaction, _: Account) -> None:
        lease.lapse(tx)
        held.append(lease)

    if len(sources) > 1:
        for facts in sources:
            load(facts, dry_run=True)
    # An empty database is filled at once by the first: by the largest, that is.
    results = [load(facts, dry_run=False) for facts in sorted(sources, key=_size, reverse=True)]
    with store.transaction() as tx:
        take_turn(tx)
        refuse_beside_another(tx, clock())
        for lease in held:
            lease.give_up(tx)
        erased = tombstones(tx)
        _add(tx, "Load", loads)
        _add(tx, "Suggestion", (row for row in suggestions if not erased.named_in(row)))
        rows = ({**each.row(), "state": "none"} for each in decisions)
        new = _add(tx, "Decision", (row for row in rows if not erased.named_in(row)))
        refresh(tx, {str(each[name]) for each in new for name in ("left_id", "right_id")})
    return sorted(results, key=lambda each: each.source_id)


def _size(facts: ColumnFacts) -> int:
    return sum(parts.height for parts in (*facts.records.values(), *facts.statements.values()))


def _add(tx: Transaction, label: str, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    stored = {identifier for (identifier,) in tx.run(_KNOWN.format(label=label)).rows}
    new = [row for row in rows if row["id"] not in stored]
    if new:
        tx.run_rows(upsert_records(label), new)
    return new
