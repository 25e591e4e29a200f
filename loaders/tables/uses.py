"""Which columns a mapping uses, and where it says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.yaml_documents import Place
from loaders.tables.models import Condition, MappingFile, RecordEntry, Reference, StatementEntry, Value
from loaders.tables.templates import columns


@dataclass(frozen=True, slots=True)
class Use:
    """A column of a table that the mapping uses at a place. A column of a joined table is named `table.column`."""

    table: str
    column: str
    place: Place


def uses(mapping: MappingFile) -> Iterator[Use]:
    """Every use of a column, in the order of the file."""
    for name, scheme in mapping.schemes.items():
        yield Use(scheme.table, scheme.code, ("schemes", name, "code"))
        yield Use(scheme.table, scheme.label, ("schemes", name, "label"))
    for name, table in mapping.tables.items():
        here: Place = ("tables", name)
        for other, join in table.join.items():
            yield from _of_value(name, join.left, (*here, "join", other, "left"))
            yield from _of_value(other, join.right, (*here, "join", other, "right"))
        yield from (Use(name, column, (*here, "split", column)) for column in table.split)
        for rule, conditions in table.exclude.items():
            yield from _of_conditions(name, conditions, (*here, "exclude", rule))
    for name, record in mapping.records.items():
        yield from _of_entry(record, ("records", name))
    for place, statement in enumerate(mapping.statements):
        here = ("statements", place)
        yield from _of_entry(statement, here)
        for key, end in (("from", statement.from_), ("to", statement.to)):
            yield from _of_reference(statement.table, end, (*here, key))
    for name, rule_ in mapping.same.items():
        for record_name, values in rule_.by.items():
            if record_name in mapping.records:
                table_name = mapping.records[record_name].table
                yield from _of_values(table_name, values, ("same", name, "by", record_name))


def _of_entry(entry: RecordEntry | StatementEntry, place: Place) -> Iterator[Use]:
    yield from _of_conditions(entry.table, entry.where, (*place, "where"))
    yield from _of_values(entry.table, entry.key, (*place, "key"))
    for name, value in entry.properties.items():
        yield from _of_value(entry.table, value, (*place, "properties", name))


def _of_reference(table: str, end: Reference, place: Place) -> Iterator[Use]:
    yield from _of_values(table, end.key, (*place, "key"))
    if end.code is not None:
        yield from _of_value(table, end.code, (*place, "code"))


def _of_conditions(table: str, conditions: Sequence[Condition], place: Place) -> Iterator[Use]:
    for number, each in enumerate(conditions):
        yield Use(table, each.column, (*place, number, "column"))


def _of_values(table: str, values: Sequence[Value], place: Place) -> Iterator[Use]:
    for number, value in enumerate(values):
        yield from _of_value(table, value, (*place, number))


def _of_value(table: str, value: Value, place: Place) -> Iterator[Use]:
    for column in columns(value.text):
        yield Use(table, column, place)
