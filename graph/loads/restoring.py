"""Bringing back what was taken out of a database: several sources, their loads and the decisions between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.erasing.tombstones import tombstones
from graph.errors import LoadError
from graph.identity.components import refresh
from graph.identity.decisions import Decision
from graph.loads.account import Account, LoadResult
from graph.loads.checks import check_facts
from graph.loads.states import last_digest, refuse_beside_another
from graph.loads.writing import write_difference
from graph.model.writes import upsert_records
from graph.records import Facts
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction

_KNOWN = "MATCH (n:{label}) RETURN n.id AS id"


def restore(
    store: Store,
    sources: Sequence[Facts],
    *,
    loads: Iterable[Mapping[str, Any]],
    suggestions: Iterable[Mapping[str, Any]],
    decisions: Iterable[Decision],
    now: str,
) -> list[LoadResult]:
    """Writes what is missing, in one transaction, and says of each source what became of its facts. `suggestions` are
    those that no source states.

    Loads come back as they were, so that loading a source again from its own file finds nothing new; decisions that
    are there stay as they are. Raises LoadError, with nothing stored, where a source is there and differs.
    """
    for facts in sources:
        check_facts(facts)
    results = []
    with store.transaction() as tx:
        take_turn(tx)
        refuse_beside_another(tx, now)
        touched: set[str] = set()
        erased = tombstones(tx)
        for stated in sources:
            facts, excluded = erased.without(stated)
            known = last_digest(tx, facts.source.source_id)
            written = write_difference(tx, facts, first=known is None)
            if written.changes and known is not None:
                raise _differs(facts.source.source_id, written.account)
            touched |= {each.id for each in written.changes}
            account = replace(written.account, excluded=excluded)
            results.append(LoadResult(facts.source.source_id, account, tuple(written.changes)))
        _add(tx, "Load", loads)
        _add(tx, "Suggestion", suggestions)
        new = _add(tx, "Decision", ({**each.row(), "state": "none"} for each in decisions))
        refresh(tx, touched | {str(each[end]) for each in new for end in ("left_id", "right_id")})
    return results


def _add(tx: Transaction, label: str, rows: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    stored = {identifier for (identifier,) in tx.run(_KNOWN.format(label=label)).rows}
    new = [row for row in rows if row["id"] not in stored]
    if new:
        tx.run_rows(upsert_records(label), new)
    return new


def _differs(source: str, account: Account) -> LoadError:
    counts = ", ".join(f"{getattr(account, name)} {name}" for name in ("new", "changed", "moved", "gone"))
    return LoadError(
        f"{source} is loaded already, and the file differs from it: {counts}. Nothing was stored.",
        do="Load into an empty database, or take the source out first: crossprobe load remove SOURCE --why TEXT",
    )
