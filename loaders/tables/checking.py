"""What must hold between the entries of a mapping, and between it and the model, found before any data."""

import re
from collections.abc import Iterator, Mapping

from graph.errors import CrossprobeError
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.kinds import Origin
from graph.model.properties import Property, PropertyType
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Place
from loaders.tables.models import MappingFile, RecordEntry, Reference, SameRule, StatementEntry, Value
from loaders.tables.places import plain_path
from loaders.tables.templates import columns
from loaders.tables.uses import uses

Mistake = tuple[Place, str, str]
"""Where, what is wrong, and what is allowed."""

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_PLURALS = {"property": "properties"}

_NOT_WRITTEN = frozenset({"name_folded", "canonical_id", "id", "source_id", "locator", "content_hash"})


def mistakes(form: MappingFile, vocabularies: Vocabularies) -> Iterator[Mistake]:
    """Every mistake in a mapping whose form is right."""
    families = {scheme.name: scheme.family for scheme in vocabularies.schemes()}
    families |= {name: each.family for name, each in form.schemes.items()}
    for name, table in form.tables.items():
        yield from _path(("tables", name, "file"), table.file)
        for other in table.join:
            yield from _known(("tables", name, "join", other), other, form.tables, "table")
    for name, scheme in form.schemes.items():
        yield from _known(("schemes", name, "table"), scheme.table, form.tables, "table")
        if "." not in name:
            yield (
                ("schemes", name),
                f"the scheme {name!r} has no namespace",
                f"acme.{name}: shipped ones stay as they are",
            )
    for name, record in form.records.items():
        yield from _record(("records", name), record, form, families)
    for place, statement in enumerate(form.statements):
        yield from _statement(("statements", place), statement, form, families)
    for rule, same in form.same.items():
        yield from _same(("same", rule), same, form)
    yield from _joined(form)


def _path(place: Place, text: str) -> Iterator[Mistake]:
    try:
        plain_path(text)
    except CrossprobeError as error:
        yield place, error.what, error.do


def _known(place: Place, name: str, known: Mapping[str, object], what: str) -> Iterator[Mistake]:
    if name not in known:
        yield (
            place,
            f"there is no {what} {name!r}",
            f"{_PLURALS.get(what, f'{what}s')} here: {', '.join(known) or 'none'}",
        )


def _record(place: Place, entry: RecordEntry, form: MappingFile, families: Mapping[str, str]) -> Iterator[Mistake]:
    yield from _known((*place, "table"), entry.table, form.tables, "table")
    allowed = {label: kind for label, kind in KINDS.items() if kind.origin is not Origin.BOOK and label != "Source"}
    yield from _known((*place, "kind"), entry.kind, allowed, "kind")
    if entry.kind in allowed:
        yield from _properties(place, entry, record_properties(entry.kind), families)


def _statement(
    place: Place, entry: StatementEntry, form: MappingFile, families: Mapping[str, str]
) -> Iterator[Mistake]:
    yield from _known((*place, "table"), entry.table, form.tables, "table")
    types = {name: each for name, each in TYPES.items() if name != "SAME_AS"}
    yield from _known((*place, "type"), entry.type, types, "type")
    for key, end in (("from", entry.from_), ("to", entry.to)):
        yield from _end((*place, key), entry, end, form, families)
    kinds = [_kind(end, form) for end in (entry.from_, entry.to)]
    if entry.type in types:
        yield from _properties(place, entry, statement_properties(entry.type), families)
        if all(kinds) and not types[entry.type].allows(*kinds):
            ends = ", ".join(f"{start} to {end}" for start, end in types[entry.type].ends)
            yield place, f"the model has no {entry.type} from {kinds[0]} to {kinds[1]}", ends
    if entry.from_.kind is not None:
        yield (*place, "from"), "a statement starts at a record of this source", "record: a name under records"


def _end(
    place: Place, entry: StatementEntry, end: Reference, form: MappingFile, families: Mapping[str, str]
) -> Iterator[Mistake]:
    if end.record is not None:
        yield from _known((*place, "record"), end.record, form.records, "record")
        record = form.records.get(end.record)
        if record and record.table != entry.table and not end.key:
            yield (*place, "key"), "it does not say by which key", f"{end.record} stands in the table {record.table}"
    elif end.code is not None:
        if not end.code.look_up and "/" not in end.code.text:
            yield (*place, "code"), "a code needs its scheme", "scheme/code, or look_up: a scheme"
        if end.code.look_up:
            yield from _scheme((*place, "code", "look_up"), end.code, str(end.kind).lower(), families)


def _kind(end: Reference, form: MappingFile) -> str:
    if end.kind is not None:
        return end.kind
    record = form.records.get(end.record or "")
    return record.kind if record else ""


def _properties(
    place: Place, entry: RecordEntry | StatementEntry, properties: tuple[Property, ...], families: Mapping[str, str]
) -> Iterator[Mistake]:
    known = {each.name: each for each in properties if each.name not in _NOT_WRITTEN}
    for name, value in entry.properties.items():
        here = (*place, "properties", name)
        yield from _known(here, name, known, "property")
        if name not in known:
            continue
        each = known[name]
        if each.type is PropertyType.CODE:
            if value.look_up:
                yield from _scheme((*here, "look_up"), value, each.family, families)
            elif columns(value.text):
                yield here, "a code from a column must be looked up", f"look_up: a scheme for {each.family}"
            elif value.text.partition("/")[0] not in families:
                yield here, f"{value.text!r} is no code with its scheme", "scheme/code"
        elif value.look_up:
            yield (*here, "look_up"), f"{name} is no code", "look_up for properties that are codes"
        counted = each.type in (PropertyType.INTEGER, PropertyType.NUMBER)
        if counted and not all(_NUMBER.fullmatch(end) for end in value.between):
            yield (*here, "between"), f"{name} is a number, and one of the two ends is none", "[1900, 2010]"
        if each.type is PropertyType.CHOICE and not columns(value.text) and value.text not in each.choices:
            yield here, f"{value.text!r} is no choice", f"one of: {', '.join(each.choices)}"


def _scheme(place: Place, value: Value, family: str, families: Mapping[str, str]) -> Iterator[Mistake]:
    of_family = {name: each for name, each in families.items() if each == family}
    if value.look_up not in of_family:
        what = "is no scheme" if value.look_up not in families else f"is for {families[value.look_up]}"
        yield place, f"{value.look_up!r} {what}", f"schemes for {family}: {', '.join(of_family) or 'none'}"


def _same(place: Place, rule: SameRule, form: MappingFile) -> Iterator[Mistake]:
    for name in rule.by:
        yield from _known((*place, "by", name), name, form.records, "record")
    named = [form.records[name] for name in rule.by if name in form.records]
    kinds = [each.kind for each in named]
    for kind in kinds:
        if kind in KINDS and not set(kinds) <= KINDS[kind].same_as:
            yield place, f"{' and '.join(sorted(set(kinds)))} cannot be one thing", "records of one kind"
            break
    lists = {
        each.name
        for kind in kinds
        if kind in KINDS
        for each in record_properties(kind)
        if each.type is PropertyType.TEXTS
    }
    stated = dict.fromkeys(name for each in named for name in each.properties if name not in lists)
    for number, name in enumerate(rule.unless):
        yield from _known((*place, "unless", number), name, stated, "property")


def _joined(form: MappingFile) -> Iterator[Mistake]:
    for each in uses(form):
        other, dot, _ = each.column.partition(".")
        table = form.tables.get(each.table)
        if dot and table and other in form.tables and other not in table.join:
            yield (
                each.place,
                f"{each.table} is not joined to {other}",
                f"join: {{{other}: ...}} under tables.{each.table}",
            )
