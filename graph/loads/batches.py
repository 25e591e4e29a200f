"""Writing differences in batches: each a transaction of its own that renews the lease, so a kill loses one batch."""

from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import polars as pl

from graph.columns.parts import Parts
from graph.errors import LoadError
from graph.loads.column_difference import ColumnDifference
from graph.loads.leases import Lease
from graph.loads.writing import remove_what_nothing_touches
from graph.model import KINDS
from graph.model.kinds import Origin
from graph.model.writes import (
    create_records,
    create_statements,
    ensure_shared,
    remove_records,
    remove_statements,
    upsert_records,
    upsert_statements,
)
from graph.records import Record
from graph.rows import record_row
from graph.stores.store import Store

ROWS = 10_000
"""Rows in one transaction."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Writes frames to the store under a lease.

    What only creates is written in several transactions at once where the store can: they lock nothing of each other's
    but the lease, which each renews last. None knows which of them is committed first; nothing depends on it.
    """

    store: Store
    lease: Lease

    def remove_statements(self, name: str, start: str, gone: pl.DataFrame) -> None:
        """Removes statements, and shared records that nothing touches any more."""
        self._write(remove_statements(name, start), [gone])
        if gone.height:
            with self.store.transaction() as tx:
                self.lease.renew(tx)
                remove_what_nothing_touches(tx, gone["to_id"].unique().to_list())

    def remove_records(self, label: str, gone: Parts) -> None:
        """Removes records with every relationship that touches them."""
        self._write(remove_records(label), gone.frames())

    def shared(self, records: Iterable[Record]) -> None:
        """Writes the shared records that are missing."""
        groups: dict[str, list[Mapping[str, object]]] = {}
        for each in records:
            groups.setdefault(each.kind, []).append(record_row(each))
        with self.store.transaction() as tx:
            self.lease.renew(tx)
            for label, rows in groups.items():
                tx.run_rows(ensure_shared(label), rows)

    def records(self, label: str, difference: ColumnDifference) -> None:
        """Writes records of one kind: new ones are made, changed and moved ones set. A cited source may be there."""
        if KINDS[label].origin is Origin.SHARED:
            self._write(upsert_records(label), difference.new.frames())
        else:
            text = create_records(label, difference.new.columns)
            self._write(text, difference.new.frames(), at_once=self.store.creating_at_once)
        self._write(upsert_records(label), difference.changed.frames())
        self._write(upsert_records(label), difference.moved.frames())

    def statements(self, name: str, start: str, end: str, difference: ColumnDifference) -> None:
        """Writes statements of one type between two labels."""
        text = create_statements(name, start, end, difference.new.columns)
        self._write(text, difference.new.frames(), at_once=self.store.creating_at_once)
        self._write(upsert_statements(name, start, end), difference.changed.frames())
        self._write(upsert_statements(name, start, end), difference.moved.frames())

    def _write(self, text: str, rows: Iterable[pl.DataFrame], *, at_once: int = 1) -> None:
        batches = (batch for frame in rows for batch in frame.iter_slices(ROWS))
        if at_once == 1:
            for batch in batches:
                self._commit(text, batch)
            return
        with ThreadPoolExecutor(at_once) as writers:
            under_way: deque[Future[None]] = deque()
            for batch in batches:
                if len(under_way) == at_once:
                    under_way.popleft().result()
                under_way.append(writers.submit(self._commit, text, batch))
            for each in under_way:
                each.result()

    def _commit(self, text: str, batch: pl.DataFrame) -> None:
        """One batch: all of it, or nothing where the lease is somebody else's by now."""
        with self.store.transaction() as tx:
            written = tx.run_frame(text, batch)
            if written != batch.height:
                raise LoadError(f"{batch.height} rows were to be written and the database took {written}.")
            self.lease.renew(tx)
