"""A subgraph as tables: one for each kind of record and each type of statement, with the columns that occur in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.properties import Property
from graph.subgraph import Row, Subgraph, SubgraphRecord, SubgraphStatement

NODES = ("records", "sources", "denials", "decisions", "suggestions", "loads")
"""The parts of a subgraph that become nodes; a Source may stand in two of them and becomes one."""


@dataclass(frozen=True, slots=True)
class RecordTable:
    """All records of one kind. `properties` are those that any of them holds, in the model's order."""

    label: str
    properties: tuple[Property, ...]
    rows: Sequence[SubgraphRecord]


@dataclass(frozen=True, slots=True)
class StatementTable:
    """All statements of one type."""

    type: str
    properties: tuple[Property, ...]
    rows: Sequence[SubgraphStatement]


def nodes(subgraph: Subgraph) -> Iterator[SubgraphRecord]:
    """Everything that becomes a node, each once."""
    seen = {each.id for each in subgraph.records}
    yield from subgraph.records
    for name in NODES[1:]:
        for each in getattr(subgraph, name):
            if each.id not in seen:
                seen.add(each.id)
                yield each


def record_tables(subgraph: Subgraph) -> Iterator[RecordTable]:
    """The nodes by kind, in the model's order of kinds."""
    groups: dict[str, list[SubgraphRecord]] = {}
    for each in nodes(subgraph):
        groups.setdefault(each.label, []).append(each)
    for label in KINDS:
        if label in groups:
            rows = groups.pop(label)
            yield RecordTable(label, _occurring(record_properties(label), (each.properties for each in rows)), rows)


def statement_tables(subgraph: Subgraph) -> Iterator[StatementTable]:
    """The statements by type, in the model's order of types."""
    groups: dict[str, list[SubgraphStatement]] = {}
    for each in subgraph.statements:
        groups.setdefault(each.type, []).append(each)
    for name in TYPES:
        if name in groups:
            rows = groups.pop(name)
            yield StatementTable(name, _occurring(statement_properties(name), (each.properties for each in rows)), rows)


def _occurring(known: Iterable[Property], rows: Iterable[Row]) -> tuple[Property, ...]:
    names: set[str] = set()
    for row in rows:
        names.update(name for name, value in row.items() if value is not None)
    return tuple(each for each in known if each.name in names)
