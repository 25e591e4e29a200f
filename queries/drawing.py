"""From the ids that are to be drawn to a whole Subgraph: what is stored of them, and all that bears on them."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from graph.stores.store import Store
from graph.subgraph import Header, Row, Subgraph, SubgraphRecord, SubgraphStatement
from queries.stored import naming, records_of, statements_from
from queries.times import Times

_LOADS = "MATCH (l:Load)\nWHERE l.of_source IN $ids\nRETURN properties(l) AS record"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Ids of the records to draw; of the statements between them, those of `statements` and of `types`, or all."""

    records: frozenset[str]
    statements: frozenset[str] | None = None
    types: frozenset[str] | None = None

    def __contains__(self, statement: SubgraphStatement) -> bool:
        """Whether the statement is to be drawn."""
        return (
            {statement.from_id, statement.to_id} <= self.records
            and (self.statements is None or statement.id in self.statements)
            and (self.types is None or statement.type in self.types)
        )


def complete(store: Store, drawn: Drawn, times: Times, header: Header) -> Subgraph:
    """The subgraph of what is drawn, at the dates, with the denials, decisions and suggestions between its records,
    the sources that state any of it, and their loads. SAME_AS is left out: the decisions say it."""
    with _no_search_for_cycles():
        return _complete(store, drawn, times, header)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Python looks for cycles among its objects again and again as they grow in number: among millions of rows, none of
    which is in one, that takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _complete(store: Store, drawn: Drawn, times: Times, header: Header) -> Subgraph:
    once = _once(drawn.records)
    records = [
        SubgraphRecord(each.label, once(each.properties))
        for each in records_of(store, drawn.records)
        if times.stated(each.properties)
    ]
    kept = Drawn(frozenset(each.id for each in records), drawn.statements, drawn.types)
    statements = []
    for each in statements_from(store, kept.records):
        if each in kept and times.hold(each.properties):
            ends = once({"from_id": each.from_id, "to_id": each.to_id})
            statements.append(SubgraphStatement(each.type, **ends, properties=once(each.properties)))
    denials = [each for each in naming(store, "Denial", kept.records) if times.stated(each.properties)]
    suggestions = [each for each in naming(store, "Suggestion", kept.records) if times.stated(each.properties)]
    stated = [
        *(each.properties for each in (*records, *denials, *suggestions)),
        *(each.properties for each in statements),
    ]
    slugs = sorted({str(each["source_id"]) for each in stated if each.get("source_id")})
    sources = records_of(store, (f"source:{each}" for each in slugs))
    loads = (SubgraphRecord("Load", row) for (row,) in store.read(_LOADS, {"ids": slugs}).rows)
    return Subgraph(
        records=_sorted(records),
        statements=tuple(sorted(statements, key=lambda each: each.id)),
        denials=_sorted(denials),
        decisions=_sorted(naming(store, "Decision", kept.records)),
        suggestions=_sorted(suggestions),
        sources=_sorted(sources),
        loads=_sorted(loads),
        header=header,
    )


_OWN = frozenset({"id", "content_hash", "locator"})
"""What each statement has for itself."""


def _once(ids: Iterable[str]) -> Callable[[Row], dict[str, Any]]:
    """Makes rows in which equal texts, and those equal to one of the ids, are one text in memory: a million statements
    repeat sources, dates, codes and ends, and take a third less so."""
    known = {each: each for each in ids}

    def once(row: Row) -> dict[str, Any]:
        return {
            name: known.setdefault(value, value)
            if isinstance(value, str) and (name not in _OWN or (name == "id" and "canonical_id" in row))
            else value
            for name, value in row.items()
        }

    return once


def _sorted(records: Iterable[SubgraphRecord]) -> tuple[SubgraphRecord, ...]:
    return tuple(sorted(records, key=lambda each: each.id))
