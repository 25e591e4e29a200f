"""From the ids that are to be drawn to a whole Subgraph: what is stored of them, and all that bears on them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from graph.errors import NotFoundError
from graph.ids import prefix_of
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.model.kinds import Origin
from graph.stores.store import Store
from graph.subgraph import Header, Row, Subgraph, SubgraphRecord, SubgraphStatement
from queries.times import Times

AT_ONCE = 5_000
"""Ids that one text looks up."""

_ALL = 10**9
_NAMING = {"Denial": ("from_id", "to_id"), "Decision": ("left_id", "right_id"), "Suggestion": ("left_id", "right_id")}
_DRAWABLE = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK and label not in _NAMING)

_RECORDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN properties(n) AS record"
_EVERY_ID = "MATCH (n:{label}) RETURN n.id AS id"
_STATEMENTS = (
    "UNWIND $ids AS id\nMATCH (a:{label} {{id: id}})-[r]->(b)\nWHERE type(r) <> 'SAME_AS'\n"
    "RETURN type(r) AS type, a.id AS from_id, b.id AS to_id, properties(r) AS stated"
)
_ABOUT = "UNWIND $ids AS id\nMATCH (n:{label} {{{end}: id}})\nRETURN properties(n) AS record"
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
    once = _once()
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
    denials = [each for each in _between(store, "Denial", kept.records) if times.stated(each.properties)]
    suggestions = [each for each in _between(store, "Suggestion", kept.records) if times.stated(each.properties)]
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
        decisions=_sorted(_between(store, "Decision", kept.records)),
        suggestions=_sorted(suggestions),
        sources=_sorted(sources),
        loads=_sorted(loads),
        header=header,
    )


_OWN = frozenset({"id", "content_hash", "locator"})
"""What each statement has for itself."""


def _once() -> Callable[[Row], dict[str, Any]]:
    """Makes rows in which equal texts are one text in memory: a million statements repeat sources, dates, codes and
    ends, and take a third less so."""
    known: dict[str, str] = {}

    def once(row: Row) -> dict[str, Any]:
        return {
            name: known.setdefault(value, value)
            if isinstance(value, str) and (name not in _OWN or (name == "id" and "canonical_id" in row))
            else value
            for name, value in row.items()
        }

    return once


def records_of(store: Store, identifiers: Iterable[str]) -> Iterator[SubgraphRecord]:
    """What is stored of the records; ids that are not stored are left out."""
    for label, some in by_label(identifiers):
        for (row,) in store.read(_RECORDS.format(label=label), {"ids": some}).rows:
            yield SubgraphRecord(label, row)


def statements_from(store: Store, identifiers: Iterable[str]) -> Iterator[SubgraphStatement]:
    """Every statement that begins at one of the records."""
    for label, some in by_label(identifiers):
        for row in store.read(_STATEMENTS.format(label=label), {"ids": some}).dicts():
            yield SubgraphStatement(row["type"], row["from_id"], row["to_id"], row["stated"])


def only_those_held(store: Store, identifiers: Iterable[str]) -> frozenset[str]:
    """The ids, if each is stored; NotFoundError names those that are not."""
    wanted = set(identifiers)
    missing = sorted(wanted - {each.id for each in records_of(store, wanted)})
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        raise NotFoundError(f"Not held: {', '.join(missing[:3])}{more}.", do="Find it with: crossprobe search TEXT")
    return frozenset(wanted)


def every_id(store: Store) -> frozenset[str]:
    """The id of every record that can be drawn."""
    return frozenset(
        each for label in _DRAWABLE for (each,) in store.read(_EVERY_ID.format(label=label), row_limit=_ALL).rows
    )


def _between(store: Store, label: str, records: frozenset[str]) -> list[SubgraphRecord]:
    start, end = _NAMING[label]
    found = []
    ids = sorted(records)
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        for (row,) in store.read(_ABOUT.format(label=label, end=start), {"ids": some}).rows:
            if row[end] in records:
                found.append(SubgraphRecord(label, row))
    return found


def by_label(identifiers: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The ids, each once and sorted, by the label behind them, at most AT_ONCE of them at once."""
    groups: dict[str, list[str]] = {}
    for each in sorted(set(identifiers)):
        label = LABEL_OF_PREFIX.get(prefix_of(each))
        if label is not None:
            groups.setdefault(label, []).append(each)
    for label, group in groups.items():
        for start in range(0, len(group), AT_ONCE):
            yield label, group[start : start + AT_ONCE]


def _sorted(records: Iterable[SubgraphRecord]) -> tuple[SubgraphRecord, ...]:
    return tuple(sorted(records, key=lambda each: each.id))
