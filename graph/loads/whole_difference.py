"""The difference between everything a source states and what is stored of it, kind by kind and type by type."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

import polars as pl

from graph.columns.facts import ColumnFacts, Ends
from graph.loads.account import Account, added
from graph.loads.before import LABELS, STATED_TYPES, starts
from graph.loads.column_difference import ColumnDifference, column_difference
from graph.model.writes import stored_statements
from graph.records import Record
from graph.rows import record_row
from graph.stores.store import Store

_NONE = pl.DataFrame()
_NO_IDS = pl.DataFrame(schema={"id": pl.String})


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

    def new_records(self, shared: Iterable[Record]) -> Iterator[tuple[str, pl.DataFrame]]:
        """What is new by label, the given shared records with it."""
        for label, each in self.records.items():
            yield label, each.new
        for one in shared:
            yield one.kind, pl.DataFrame([record_row(one)], infer_schema_length=1)

    def new_statements(self) -> Iterator[tuple[str, str, str, pl.DataFrame]]:
        """What is new by type, label of the start and label of the end."""
        for (name, start, end), each in self.statements.items():
            yield name, start, end, each.new


def whole_difference(store: Store, facts: ColumnFacts, before: Mapping[str, pl.DataFrame]) -> WholeDifference:
    """Compares everything the source states with what is stored of it: `before`, as graph.loads.before reads it."""
    own = pl.DataFrame([{**record_row(facts.source), "held": True}], infer_schema_length=1)
    stated = {**facts.records, "Source": own}
    records: dict[str, ColumnDifference] = {}
    statements: dict[Ends, ColumnDifference] = {}
    gone: dict[tuple[str, str], pl.DataFrame] = {}
    for label in LABELS:
        stored = before.get(label, _NONE)
        if label in stated or stored.height:
            records[label] = column_difference(stated.get(label, own.clear()), stored)
    for name in STATED_TYPES:
        stored = before.get(name, _NONE)
        current = {ends: frame for ends, frame in facts.statements.items() if ends[0] == name}
        statements |= {ends: _without_gone(column_difference(frame, stored)) for ends, frame in current.items()}
        known = pl.concat([_NO_IDS, *(frame.select("id") for frame in current.values())])
        lost = stored.join(known, on="id", how="anti") if stored.height else stored
        if lost.height:
            for start in starts(name):
                whole = store.read_columns(stored_statements(name, start), {"source": facts.source.source_id})
                gone[name, start] = whole.join(lost, on="id", how="semi") if whole.height else whole
    return WholeDifference(records, statements, gone)


def _without_gone(difference: ColumnDifference) -> ColumnDifference:
    kept = {each.name: getattr(difference, each.name) for each in fields(difference)}
    return ColumnDifference(**{**kept, "gone": difference.gone.clear()})
