"""What stands in a database of a source before it is loaded: its loads, and everything that is stored of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import polars as pl

from graph.loads.leases import Standing, standing
from graph.model import KINDS, TYPES
from graph.model.kinds import Origin
from graph.model.writes import stored_records, stored_statements
from graph.stores.store import Store

WALKED = 3
"""Rows of a kind or type that are read from end to end in the time in which one of the source's own is looked up."""

LABELS = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK)
STATED_TYPES = tuple(name for name in TYPES if name != "SAME_AS")


@dataclass(frozen=True, slots=True)
class Before:
    """The loads of a source, and what reads all that is stored of it: frames by kind and type, each with id,
    content_hash and locator."""

    standing: Standing
    stored: Callable[[], Mapping[str, pl.DataFrame]]


def look(store: Store, source_id: str, now: str) -> Before:
    """Looks what stands. Raises LoadError while another load's lease runs."""
    found = standing(store, source_id, now)
    return Before(found, lambda: _stored(store, source_id, found))


@contextmanager
def reading_beside(store: Store, source_id: str, now: str) -> Iterator[Before]:
    """The same, and what is stored is read while the caller does something else."""
    found = look(store, source_id, now)
    with ThreadPoolExecutor(1) as reader:
        yield Before(found.standing, reader.submit(found.stored).result)


def starts(name: str) -> Iterable[str]:
    """The labels that statements of the type may start at."""
    return dict.fromkeys(start for start, _ in TYPES[name].ends)


def _stored(store: Store, source_id: str, found: Standing) -> Mapping[str, pl.DataFrame]:
    if found.nothing_stored:
        return {}
    counts = store.counts()
    source = {"source": source_id}

    def read(name: str) -> pl.DataFrame:
        if found.stored is None or counts[name] <= WALKED * found.stored:
            return store.scan(name, source_id)
        if name in KINDS:
            return store.read_columns(stored_records(name), source)
        each = [store.read_columns(stored_statements(name, start), source) for start in starts(name)]
        return pl.concat([frame for frame in each if frame.width] or [pl.DataFrame()])

    return {name: read(name) for name in (*LABELS, *STATED_TYPES) if counts.get(name)}
