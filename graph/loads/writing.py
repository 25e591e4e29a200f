"""Writing what differs between a source's facts and the store, within one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import LoadError
from graph.loads.account import Account, Change, Fate
from graph.loads.checks import label_of
from graph.loads.difference import Difference, difference
from graph.model import KINDS, TYPES
from graph.model.kinds import Origin
from graph.model.writes import (
    ensure_shared,
    everything_stored,
    remove_records,
    remove_statements,
    remove_untouched,
    upsert_records,
    upsert_statements,
)
from graph.records import Facts
from graph.rows import record_row, statement_row
from graph.stores.store import Transaction

Row = Mapping[str, Any]

_STATED_KINDS = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK)
_STATED_ENDS = tuple(
    (name, label)
    for name, each in TYPES.items()
    if name != "SAME_AS"
    for label in dict.fromkeys(a for a, _ in each.ends)
)
# What a row holds beside what the source states: a difference in these alone is no change to name.
_KEPT_ASIDE = frozenset({"id", "canonical_id", "content_hash", "locator", "name_folded", "from_id", "to_id"})


@dataclass(frozen=True, slots=True)
class Stored:
    """What a store holds of one source: rows of records by label, of statements by (type, from label)."""

    records: Mapping[str, list[Row]]
    statements: Mapping[tuple[str, str], list[Row]]


@dataclass(slots=True)
class Written:
    """The account and the changes of one difference, as they come together."""

    account: Account = field(default_factory=Account)
    changes: list[Change] = field(default_factory=list)


def stored_of(tx: Transaction, source_id: str) -> Stored:
    """Reads what is stored of the source: id, content hash and locator of each row, and the ends of statements."""
    records: dict[str, list[Row]] = {label: [] for label in _STATED_KINDS}
    statements: dict[tuple[str, str], list[Row]] = {key: [] for key in _STATED_ENDS}
    of_records, of_statements = everything_stored(_STATED_KINDS)
    for row in tx.run(of_records, {"source": source_id}).dicts():
        records[row["kind"]].append(row)
    for row in tx.run(of_statements, {"source": source_id}).dicts():
        statements[row["type"], label_of(row["from_id"])].append(row)
    return Stored(records, statements)


def write_difference(tx: Transaction, facts: Facts, *, first: bool) -> Written:
    """Writes what differs, removes what is gone, and gives the account of it. `first`: never loaded before.

    Raises LoadError where the engine wrote another number of rows than it was given.
    """
    stored = stored_of(tx, facts.source.source_id)
    records: dict[str, list[Row]] = defaultdict(list)
    for record in facts.records:
        records[record.kind].append(record_row(record))
    records["Source"].append({**record_row(facts.source), "held": True})
    statements: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for statement in facts.statements:
        statements[statement.type, label_of(statement.from_id)].append(statement_row(statement))
    # A source that others cite has a node before it is first loaded; its facts are new all the same.
    before = {**stored.records, "Source": [] if first else stored.records["Source"]}
    written = Written()
    record_differences = {label: difference(records[label], before[label]) for label in _STATED_KINDS}
    statement_differences = {key: difference(statements[key], stored.statements[key]) for key in _STATED_ENDS}
    for key, each in statement_differences.items():
        _name(written, f"{key[0]}", each, _stored_properties(tx, each.changed, _changed_statements(*key)))
    for label, each in record_differences.items():
        _name(written, label, each, _stored_properties(tx, each.changed, _changed_records(label)))
    _remove(tx, record_differences, statement_differences)
    for label, group in _by_kind(facts.shared).items():
        _write(tx, ensure_shared(label), group)
    for label, each in record_differences.items():
        _write(tx, upsert_records(label), each.to_write)
    for (name, start), each in statement_differences.items():
        for end, group in _by_end(each.to_write).items():
            _write(tx, upsert_statements(name, start, end), group)
    remove_what_nothing_touches(tx, (row["to_id"] for each in statement_differences.values() for row in each.gone))
    return written


def remove_what_nothing_touches(tx: Transaction, record_ids: Iterable[str]) -> None:
    """Removes those of the records that are shared and that no statement touches any more."""
    for label, group in _by_label(record_ids).items():
        if KINDS[label].origin is Origin.SHARED:
            tx.run_rows(remove_untouched(label), group)


def _remove(
    tx: Transaction, records: Mapping[str, Difference], statements: Mapping[tuple[str, str], Difference]
) -> None:
    for (name, start), each in statements.items():
        _write(tx, remove_statements(name, start), each.gone)
    for label, each in records.items():
        _write(tx, remove_records(label), each.gone)


def _write(tx: Transaction, text: str, rows: Iterable[Row]) -> None:
    rows = list(rows)
    if not rows:
        return
    written = tx.run_rows(text, rows)
    if written != len(rows):
        raise LoadError(f"{len(rows)} rows were to be written and the database took {written}; nothing was stored.")


def _name(written: Written, what: str, each: Difference, before: Mapping[str, Row]) -> None:
    old = written.account
    written.account = Account(
        new=old.new + len(each.new),
        changed=old.changed + len(each.changed),
        moved=old.moved + len(each.moved),
        unchanged=old.unchanged + len(each.unchanged),
        gone=old.gone + len(each.gone),
    )
    fates: tuple[tuple[Fate, tuple[Row, ...]], ...] = (
        ("new", each.new),
        ("changed", each.changed),
        ("moved", each.moved),
        ("gone", each.gone),
    )
    for fate, rows in fates:
        for row in rows:
            differs = _differs(before[row["id"]], row) if fate == "changed" else {}
            written.changes.append(Change(fate, what, row["id"], row["locator"], differs))


def _differs(before: Row, row: Row) -> dict[str, tuple[Any, Any]]:
    names = sorted((set(before) | set(row)) - _KEPT_ASIDE - {"held"})
    return {name: (before.get(name), row.get(name)) for name in names if before.get(name) != row.get(name)}


def _stored_properties(tx: Transaction, rows: Iterable[Row], text: str) -> dict[str, Row]:
    wanted = [{"id": row["id"], "from_id": row.get("from_id")} for row in rows]
    return {row["id"]: row for (row,) in tx.run(text, {"rows": wanted}).rows} if wanted else {}


def _changed_records(label: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) RETURN properties(n) AS stored"


def _changed_statements(name: str, start: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (:{start} {{id: row.from_id}})-[r:{name} {{id: row.id}}]->()\n"
        "RETURN properties(r) AS stored"
    )


def _by_kind(records: Iterable[Any]) -> dict[str, list[Row]]:
    groups: dict[str, dict[str, Row]] = defaultdict(dict)
    for record in records:
        groups[record.kind][record.id] = record_row(record)
    return {label: list(group.values()) for label, group in groups.items()}


def _by_end(rows: Iterable[Row]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[label_of(row["to_id"])].append(row)
    return groups


def _by_label(record_ids: Iterable[str]) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for each in sorted(set(record_ids)):
        groups[label_of(each)].append({"id": each})
    return groups
