"""Loading a source in batches: too many records and statements for one transaction.

Between the first batch and the last the load stands in the database as running. Killed at any moment, the same input
again finds what is missing by comparing, and finishes it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from graph.columns.facts import ColumnFacts, check_columns
from graph.columns.parts import Parts
from graph.erasing.tombstones import tombstones
from graph.errors import LoadError
from graph.identity.components import refresh
from graph.identity.decisions import decision
from graph.identity.ruling import rule
from graph.loads.account import Account, LoadResult, added
from graph.loads.batches import Batches
from graph.loads.before import Before, look
from graph.loads.leases import Clock, Lease, Standing, begin
from graph.loads.whole_difference import WholeDifference, whole_difference
from graph.model.constraints import indexes
from graph.stores.locking import take_turn
from graph.stores.store import Filling, Store, Transaction

FILLS = 20_000
"""New records and statements from which on an empty database is filled in one go; fewer are written faster in batches.
"""

CORRECT = "--replace corrects our transcription of it; a new edition by its publisher needs an id of its own."

Ending = Callable[[Lease, Transaction, Account], None]
"""What becomes of a load in its last transaction."""

_ENDS_OF_DECISIONS = (
    "MATCH (d:Decision)\nWHERE d.withdrawn_at IS NULL\nRETURN d.left_id AS left_id, d.right_id AS right_id"
)


@dataclass(frozen=True, slots=True)
class BatchedResult:
    """What a load did: its account as a whole, and of each kind of record and type of statement.

    `excluded` and `rejected` stand only in the whole: they never became records.
    """

    result: LoadResult
    kinds: Mapping[str, Account]


def load_columns(
    store: Store,
    facts: ColumnFacts,
    *,
    digest: str,
    loader: str,
    clock: Clock,
    before: Before | None = None,
    beside: Account = Account(),  # noqa: B008 - frozen
    replace: bool = False,
    dry_run: bool = False,
    if_it_differs: str = CORRECT,
    end: Ending = Lease.finish,
) -> BatchedResult:
    """Loads everything `facts` holds. The same input again changes nothing, or finishes what was cut off.

    `before` is what stood before `facts` were made, where the loader has begun to read it meanwhile; `beside` counts
    what the loader excluded and rejected. `if_it_differs` says what to do about what is stored then; `end` ends the
    load in its last transaction. Raises LoadError, before anything is written, where the facts are not the model's,
    another load's lease runs, or the source is stored from other input and `replace` is not asked for.
    """
    check_columns(facts)
    source = facts.source.source_id
    before = before or look(store, source, clock())
    known = before.standing
    with store.transaction() as tx:
        erased = tombstones(tx)
    facts, excluded = erased.without_columns(facts)
    beside = added((beside, Account(excluded=excluded)))
    difference = whole_difference(store, facts, before.stored())
    result = BatchedResult(LoadResult(source, added((*difference.accounts.values(), beside)), ()), difference.accounts)
    account = result.result.account
    changes = account.new + account.changed + account.moved + account.gone
    other = known.digest is not None or (known.cut_off is not None and known.cut_off.get("digest") != digest)
    if changes and other and not replace:
        raise _differs(source, account, if_it_differs)
    if dry_run or (not changes and known.digest == digest and known.cut_off is None):
        return result

    def take_lease() -> Lease:
        return begin(store, source, known, digest=digest, loader=loader, clock=clock)

    def finish(lease: Lease) -> None:
        _finish(store, lease, facts, _came_or_went(facts, difference, known), account, end)

    filling = Filling(
        indexes(), difference.new_records(facts.shared), difference.new_statements(), lambda: finish(take_lease())
    )
    if not (known.nothing_stored and account.new >= FILLS and not erased.erased and store.fill(filling)):
        lease = take_lease()
        _write(Batches(store, lease), facts, difference)
        finish(lease)
    return result


def _write(batches: Batches, facts: ColumnFacts, difference: WholeDifference) -> None:
    for (name, start), gone in difference.gone.items():
        batches.remove_statements(name, start, gone)
    for label, each in difference.records.items():
        batches.remove_records(label, each.gone)
    batches.shared(facts.shared)
    for label in sorted(difference.records, key=lambda label: label != "Source"):
        batches.records(label, difference.records[label])
    for (name, start, end), each in difference.statements.items():
        batches.statements(name, start, end, each)


def _finish(
    store: Store, lease: Lease, facts: ColumnFacts, came_or_went: Iterable[Parts], account: Account, end: Ending
) -> None:
    """The last batch: what the rules decide, the clusters around what came and went, and the end of the load."""
    now = lease.clock()
    with store.transaction() as tx:
        take_turn(tx)
        decisions = [
            decision(
                left, right, "same", by=f"rule {each.rule}", at=now, reason=each.reason, basis="rule", rule=each.rule
            )
            for each in facts.rules
            for left, right in each.pairs.select("left_id", "right_id").iter_rows()
        ]
        touched = rule(tx, decisions, rules=[each.rule for each in facts.rules], at=now)
        ends = tx.run(_ENDS_OF_DECISIONS).rows
        decided = pl.DataFrame({"id": sorted({each for pair in ends for each in pair})}, schema={"id": pl.String})
        for ids in (ids for parts in came_or_went if decided.height for ids in parts.only("id").frames()):
            touched |= set(decided.join(ids, on="id", how="semi")["id"].to_list())
        refresh(tx, touched)
        end(lease, tx, account)


def _came_or_went(facts: ColumnFacts, difference: WholeDifference, known: Standing) -> list[Parts]:
    """The records whose clusters may differ from what is stored: those that differ themselves; and where a load was cut
    off, which may have written them, all."""
    differing = (parts for each in difference.records.values() for parts in (each.new, each.changed, each.gone))
    return [parts for parts in (*differing, *(facts.records.values() if known.cut_off else ())) if parts.height]


def _differs(source: str, account: Account, do: str) -> LoadError:
    counts = ", ".join(f"{getattr(account, name)} {name}" for name in ("new", "changed", "moved", "gone"))
    return LoadError(
        f"{source} is loaded already, and this differs from it: {counts}. Nothing was stored.",
        do=do,
    )
