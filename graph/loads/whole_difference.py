"""The difference between everything a source states and what is stored of it, kind by kind and type by type."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields

import polars as pl

from graph.columns.facts import ColumnFacts, Ends
from graph.loads.account import Account, added
from graph.loads.column_difference import ColumnDifference, column_difference
from graph.model import KINDS, TYPES
from graph.model.kinds import Origin
from graph.model.writes import stored_records, stored_statements
from graph.records import Record
from graph.rows import record_row
from graph.stores.store import Store

SCANNED = 20_000
"""Rows of one kind or type from which on all that is stored of it is read in one go."""

_LABELS = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK)
_TYPES = tuple(name for name in TYPES if name != "SAME_AS")
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


def whole_difference(store: Store, facts: ColumnFacts, *, nothing_stored: bool) -> WholeDifference:
    """Compares everything the source states with what is stored of it; `nothing_stored`: nothing can be."""
    source = {"source": facts.source.source_id}
    own = pl.DataFrame([{**record_row(facts.source), "held": True}], infer_schema_length=1)
    stated = {**facts.records, "Source": own}
    heights = dict.fromkeys((*_LABELS, *_TYPES), 0)
    for name, frame in [*stated.items(), *((ends[0], frame) for ends, frame in facts.statements.items())]:
        heights[name] += frame.height
    before = {} if nothing_stored else _stored(store, source, heights)
    records: dict[str, ColumnDifference] = {}
    statements: dict[Ends, ColumnDifference] = {}
    gone: dict[tuple[str, str], pl.DataFrame] = {}
    for label in _LABELS:
        stored = before.get(label, _NONE)
        if label in stated or stored.height:
            records[label] = column_difference(stated.get(label, own.clear()), stored)
    for name in _TYPES:
        stored = before.get(name, _NONE)
        current = {ends: frame for ends, frame in facts.statements.items() if ends[0] == name}
        statements |= {ends: _without_gone(column_difference(frame, stored)) for ends, frame in current.items()}
        known = pl.concat([_NO_IDS, *(frame.select("id") for frame in current.values())])
        lost = stored.join(known, on="id", how="anti") if stored.height else stored
        if lost.height:
            for start in _starts(name):
                whole = store.read_columns(stored_statements(name, start), source)
                gone[name, start] = whole.join(lost, on="id", how="semi") if whole.height else whole
    return WholeDifference(records, statements, gone)


def _stored(store: Store, source: Mapping[str, str], heights: Mapping[str, int]) -> dict[str, pl.DataFrame]:
    """What is stored by kind and type, read two at a time: id, content_hash and locator."""

    def read(name: str) -> pl.DataFrame:
        if heights[name] >= SCANNED:
            return store.scan(name, source["source"])
        if name in KINDS:
            return store.read_columns(stored_records(name), source)
        found = [store.read_columns(stored_statements(name, start), source) for start in _starts(name)]
        return pl.concat([each for each in found if each.width] or [_NONE])

    small = [name for name in heights if heights[name] < SCANNED]
    large = [name for name in heights if heights[name] >= SCANNED]
    with ThreadPoolExecutor(2) as pool:
        return {**{name: read(name) for name in small}, **dict(zip(large, pool.map(read, large), strict=True))}


def _without_gone(difference: ColumnDifference) -> ColumnDifference:
    kept = {each.name: getattr(difference, each.name) for each in fields(difference)}
    return ColumnDifference(**{**kept, "gone": difference.gone.clear()})


def _starts(name: str) -> Iterable[str]:
    return dict.fromkeys(start for start, _ in TYPES[name].ends)
