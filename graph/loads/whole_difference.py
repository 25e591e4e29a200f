"""The difference between everything a source states and what is stored of it, kind by kind and type by type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import polars as pl

from graph.columns.facts import ColumnFacts, Ends
from graph.columns.parts import Parts, together
from graph.loads.account import Account, added
from graph.loads.before import LABELS, STATED_TYPES, starts
from graph.loads.column_difference import ColumnDifference, column_difference
from graph.model.writes import stored_statements
from graph.records import Record
from graph.rows import record_row
from graph.stores.store import Store


@dataclass(frozen=True, slots=True)
class WholeDifference:
    """The differences of all records and statements. Statements that are gone stand once for each start."""

    records: Mapping[str, ColumnDifference]
    statements: Mapping[Ends, ColumnDifference]
    gone: Mapping[tuple[str, str], pl.DataFrame]

    @property
    def accounts(self) -> dict[str, Account]:
        """What became of the records of each kind and the statements of each type."""
        found: dict[str, Account] = {}
        counted = [(label, each.account) for label, each in self.records.items()]
        counted += [(name, each.account) for (name, _, _), each in self.statements.items()]
        counted += [(name, Account(gone=frame.height)) for (name, _), frame in self.gone.items()]
        for name, account in counted:
            found[name] = added((found.get(name, Account()), account))
        return {name: account for name, account in found.items() if account != Account()}

    def new_records(self, shared: Iterable[Record]) -> Iterator[tuple[str, Parts]]:
        """What is new by label, the given shared records with it."""
        for label, each in self.records.items():
            yield label, each.new
        for one in shared:
            yield one.kind, Parts.of("id", pl.DataFrame([record_row(one)], infer_schema_length=1))

    def new_statements(self) -> Iterator[tuple[str, str, str, Parts]]:
        """What is new by type, label of the start and label of the end."""
        for (name, start, end), each in self.statements.items():
            yield name, start, end, each.new


def whole_difference(store: Store, facts: ColumnFacts, before: Mapping[str, Parts]) -> WholeDifference:
    """Compares everything the source states with what is stored of it: `before`, as graph.loads.before reads it."""
    own = Parts.of("id", pl.DataFrame([{**record_row(facts.source), "held": True}], infer_schema_length=1))
    stated = {**facts.records, "Source": own}
    nothing = Parts("id")
    records: dict[str, ColumnDifference] = {}
    statements: dict[Ends, ColumnDifference] = {}
    gone: dict[tuple[str, str], pl.DataFrame] = {}
    for label in LABELS:
        stored = before.get(label, nothing)
        if label in stated or stored.height:
            records[label] = column_difference(stated.get(label, Parts.of("id", own.whole().clear())), stored)
    for name in STATED_TYPES:
        stored = before.get(name, nothing)
        current = {ends: parts for ends, parts in facts.statements.items() if ends[0] == name}
        for ends, parts in current.items():
            statements[ends] = replace(column_difference(parts, stored), gone=nothing)
        lost = _lost(stored, list(current.values()))
        if lost.height:
            for start in starts(name):
                whole = store.read_columns(stored_statements(name, start), {"source": facts.source.source_id})
                gone[name, start] = whole.join(lost, on="id", how="semi") if whole.height else whole
    return WholeDifference(records, statements, gone)


def _lost(stored: Parts, current: list[Parts]) -> pl.DataFrame:
    """The ids of the stored statements of one type that none of the current ones has."""
    lost = [pl.DataFrame(schema={"id": pl.String})]
    if stored.height:
        for before, *now in together(stored.only("id"), *(each.only("id").cut_by("id") for each in current)):
            for each in now:
                before = before.join(each, on="id", how="anti") if each.height else before
            lost.append(before.select("id"))
    return pl.concat(lost)
