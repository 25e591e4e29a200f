"""What stands in a database of a source before it is loaded: its loads, and everything that is stored of it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from graph.columns.parts import Parts
from graph.columns.spool import Spool
from graph.loads.leases import Standing, standing
from graph.model import KINDS, TYPES
from graph.model.kinds import Origin
from graph.model.writes import stored_records, stored_statements
from graph.stores.store import Store

WALKED = 3
"""Rows of a kind or type that are read from end to end in the time in which one of the source's own is looked up."""

LABELS = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK)
STATED_TYPES = tuple(name for name in TYPES if name != "SAME_AS")

_BY_SOURCES = (*(label for label in LABELS if KINDS[label].origin is Origin.SOURCE), *STATED_TYPES)
"""What is one source's alone; the others are shared."""


@dataclass(frozen=True, slots=True)
class Before:
    """The loads of a source, and what reads all that is stored of it: by kind and type id, content_hash and locator,
    cut by id."""

    standing: Standing
    stored: Callable[[], Mapping[str, Parts]]


def look(store: Store, source_id: str, now: str, spool: Spool | None = None) -> Before:
    """Looks what stands; what memory does not hold of it goes into the spool, which nobody else may use meanwhile.

    Raises LoadError while another load's lease runs.
    """
    found = standing(store, source_id, now)
    return Before(found, lambda: _stored(store, source_id, found, spool or Spool()))


@contextmanager
def reading_beside(store: Store, source_id: str, now: str, spool: Spool | None = None) -> Iterator[Before]:
    """The same, and what is stored is read while the caller does something else."""
    found = look(store, source_id, now, spool)
    with ThreadPoolExecutor(1) as reader:
        yield Before(found.standing, reader.submit(found.stored).result)


def starts(name: str) -> Iterable[str]:
    """The labels that statements of the type may start at."""
    return dict.fromkeys(start for start, _ in TYPES[name].ends)


def _alone(found: Standing, counts: Mapping[str, int]) -> bool:
    """Whether everything that sources state is known to be of this one: there is no other, nor a suggestion, which
    models make too, and it is as much as the last load left. Then nobody needs to look whose each of it is."""
    alone = counts.get("Source") == 1 and not counts.get("Suggestion")
    return alone and found.stored == 1 + sum(counts.get(each, 0) for each in _BY_SOURCES)


def _stored(store: Store, source_id: str, found: Standing, spool: Spool) -> Mapping[str, Parts]:
    if found.nothing_stored:
        return {}
    counts = store.counts()
    source = {"source": source_id}
    alone = _alone(found, counts)

    def read(name: str) -> Parts:
        read = Parts("id", spool)
        if found.stored is None or counts[name] <= WALKED * found.stored:
            for frame in store.scan(name, None if alone and name in _BY_SOURCES else source_id):
                read.add(frame)
        else:
            of = [stored_records(name)] if name in KINDS else [stored_statements(name, each) for each in starts(name)]
            for text in of:
                read.add(store.read_columns(text, source))
        return read

    return {name: read(name) for name in (*LABELS, *STATED_TYPES) if counts.get(name)}
