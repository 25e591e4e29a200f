"""Loading a source in one transaction: all of it, or nothing."""

from dataclasses import replace as replace_fields
from typing import Any

from graph import ids
from graph.erasing.tombstones import tombstones
from graph.errors import LoadError
from graph.identity.components import refresh
from graph.loads.account import Account, LoadResult
from graph.loads.checks import check_facts
from graph.loads.states import last_digest, refuse_beside_another
from graph.loads.writing import write_difference
from graph.model.writes import upsert_records
from graph.records import Facts
from graph.stores.locking import take_turn
from graph.stores.store import Store


class _DryRunError(Exception):
    """Ends the transaction of a dry run: everything is rolled back."""


def load_facts(
    store: Store, facts: Facts, *, digest: str, loader: str, now: str, replace: bool = False, dry_run: bool = False
) -> LoadResult:
    """Loads everything `facts` holds in one transaction, or raises and leaves the database as it was.

    The same input again changes nothing and writes nothing. Where a stored source differs, LoadError says how much,
    unless `replace`: then what differs is written, what is no longer stated goes, and the result names each.
    `dry_run` finds the same result and rolls back. `now` is UTC as ISO 8601.
    """
    check_facts(facts)
    source = facts.source.source_id
    try:
        with store.transaction() as tx:
            take_turn(tx)
            refuse_beside_another(tx, now)
            known = last_digest(tx, source)
            facts, excluded = tombstones(tx).without(facts)
            written = write_difference(tx, facts, first=known is None)
            written.account = replace_fields(written.account, excluded=excluded)
            if written.changes and known is not None and not replace:
                raise _differs(source, written.account)
            if known != digest or written.changes:
                tx.run_rows(upsert_records("Load"), [_load_row(source, digest, loader, now, written.account)])
                refresh(tx, [each.id for each in written.changes if each.fate in ("new", "gone")])
            if dry_run:
                raise _DryRunError
    except _DryRunError:
        pass
    return LoadResult(source, written.account, tuple(written.changes))


def _differs(source: str, account: Account) -> LoadError:
    counts = ", ".join(f"{getattr(account, name)} {name}" for name in ("new", "changed", "moved", "gone"))
    return LoadError(
        f"{source} is loaded already, and this differs from it: {counts}. Nothing was stored.",
        do="--replace corrects our transcription of it; a new edition by its publisher needs an id of its own.",
    )


def _load_row(source: str, digest: str, loader: str, now: str, account: Account) -> dict[str, Any]:
    return {
        "id": f"load:{ids.digest((source, digest, now))}",
        "of_source": source,
        "loader": loader,
        "state": "finished",
        "digest": digest,
        "started": now,
        "finished": now,
        **account.row(),
    }
