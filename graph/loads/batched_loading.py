"""Loading a source in batches: too many records and statements for one transaction.

Between the first batch and the last the load stands in the database as running. Killed at any moment, the same input
again finds what is missing by comparing, and finishes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

import polars as pl

from graph.columns.facts import ColumnFacts, Ends, check_columns
from graph.errors import LoadError
from graph.identity.components import refresh
from graph.identity.decisions import decision
from graph.identity.ruling import rule
from graph.loads.account import Account, LoadResult
from graph.loads.batches import Batches
from graph.loads.column_difference import ColumnDifference, column_difference
from graph.loads.leases import Clock, Lease, begin, standing
from graph.model import KINDS, TYPES
from graph.model.kinds import Origin
from graph.model.writes import stored_records, stored_statements
from graph.rows import record_row
from graph.stores.locking import take_turn
from graph.stores.store import Store

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
    beside: Account = Account(),  # noqa: B008 - frozen
    replace: bool = False,
    dry_run: bool = False,
) -> BatchedResult:
    """Loads everything `facts` holds. The same input again changes nothing, or finishes what was cut off.

    `beside` counts what the loader excluded and rejected. Raises LoadError, before anything is written, where the
    facts are not the model's, another load's lease runs, or the source is stored from other input and `replace` is
    not asked for.
    """
    check_columns(facts)
    source = facts.source.source_id
    before = standing(store, source, clock())
    nothing_stored = before.digest is None and before.cut_off is None
    difference = _difference(store, facts, nothing_stored=nothing_stored)
    result = BatchedResult(LoadResult(source, _sum((*difference.accounts.values(), beside)), ()), difference.accounts)
    account = result.result.account
    changes = account.new + account.changed + account.moved + account.gone
    other = before.digest is not None or (before.cut_off is not None and before.cut_off.get("digest") != digest)
    if changes and other and not replace:
        raise _differs(source, account)
    if dry_run or (not changes and before.digest == digest and before.cut_off is None):
        return result
    lease = begin(store, source, digest=digest, loader=loader, clock=clock)
    _write(Batches(store, lease), facts, difference)
    _finish(store, lease, facts, difference, account)
    return result


@dataclass(frozen=True, slots=True)
class _Difference:
    """The differences of all records and statements. Statements that are gone stand once for each start."""

    records: Mapping[str, ColumnDifference]
    statements: Mapping[Ends, ColumnDifference]
    gone: Mapping[tuple[str, str], pl.DataFrame]

    @property
    def accounts(self) -> dict[str, Account]:
        found: dict[str, Account] = {}
        counted = [(label, each.account) for label, each in self.records.items()]
        counted += [(name, each.account) for (name, _, _), each in self.statements.items()]
        counted += [(name, Account(gone=frame.height)) for (name, _), frame in self.gone.items()]
        for name, account in counted:
            found[name] = _sum((found.get(name, Account()), account))
        return {name: account for name, account in found.items() if account != Account()}


def _difference(store: Store, facts: ColumnFacts, *, nothing_stored: bool) -> _Difference:
    source = {"source": facts.source.source_id}
    own = pl.DataFrame([{**record_row(facts.source), "held": True}], infer_schema_length=1)
    stated = {**facts.records, "Source": own}
    records, statements, gone = {}, {}, {}
    for label, kind in KINDS.items():
        if kind.origin is not Origin.BOOK:
            stored = pl.DataFrame() if nothing_stored else store.read_columns(stored_records(label), source)
            if label in stated or stored.height:
                records[label] = column_difference(stated.get(label, own.clear()), stored)
    for name, start in _starts():
        stored = pl.DataFrame() if nothing_stored else store.read_columns(stored_statements(name, start), source)
        current = {ends: frame for ends, frame in facts.statements.items() if ends[:2] == (name, start)}
        for ends, frame in current.items():
            prefix = f"{KINDS[ends[2]].prefix}:"
            here = stored.filter(pl.col("to_id").str.starts_with(prefix)) if stored.height else stored
            statements[ends] = column_difference(frame, here)
        if stored.height:
            known = pl.concat(
                [pl.Series("id", [], pl.String).to_frame(), *(each.select("id") for each in current.values())]
            )
            gone[name, start] = stored.join(known, on="id", how="anti")
    without = {ends: _without_gone(each) for ends, each in statements.items()}
    return _Difference(records, without, gone)


def _without_gone(difference: ColumnDifference) -> ColumnDifference:
    kept = {each.name: getattr(difference, each.name) for each in fields(difference)}
    return ColumnDifference(**{**kept, "gone": difference.gone.clear()})


def _starts() -> Iterator[tuple[str, str]]:
    for name, each in TYPES.items():
        if name != "SAME_AS":
            for start in dict.fromkeys(start for start, _ in each.ends):
                yield name, start


def _write(batches: Batches, facts: ColumnFacts, difference: _Difference) -> None:
    for (name, start), gone in difference.gone.items():
        batches.remove_statements(name, start, gone)
    for label, each in difference.records.items():
        batches.remove_records(label, each.gone)
    batches.shared(facts.shared)
    for label in sorted(difference.records, key=lambda label: label != "Source"):
        batches.records(label, difference.records[label])
    for (name, start, end), each in difference.statements.items():
        batches.statements(name, start, end, each)


def _finish(store: Store, lease: Lease, facts: ColumnFacts, difference: _Difference, account: Account) -> None:
    """The last batch: what the rules decide, the clusters around what came and went, and the end of the load."""
    here = pl.concat(
        [pl.Series("id", [], pl.String).to_frame(), *(each.select("id") for each in facts.records.values())]
    )
    gone = [each.gone.select("id") for each in difference.records.values() if each.gone.height]
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
        touched |= set(decided.join(pl.concat([here, *gone]), on="id", how="semi")["id"].to_list())
        refresh(tx, touched)
        lease.finish(tx, account)


def _sum(accounts: "tuple[Account, ...]") -> Account:
    names = [each.name for each in fields(Account)]
    return Account(**{name: sum(getattr(each, name) for each in accounts) for name in names})


def _differs(source: str, account: Account) -> LoadError:
    counts = ", ".join(f"{getattr(account, name)} {name}" for name in ("new", "changed", "moved", "gone"))
    return LoadError(
        f"{source} is loaded already, and this differs from it: {counts}. Nothing was stored.",
        do="--replace corrects our transcription of it; a new edition by its publisher needs an id of its own.",
    )
