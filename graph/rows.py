"""Records and statements as the rows that are written: checked against the model, hashed, defaults left out."""

from collections.abc import Mapping
from typing import Any

from graph import ids
from graph.errors import InvalidValueError
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.common import RECORD_PROPERTIES, STATEMENT_PROPERTIES
from graph.model.properties import Property, PropertyType
from graph.names import folded
from graph.records import Record, Recorded, Statement, Value

_PYTHON_TYPES: dict[PropertyType, tuple[type, ...]] = {
    PropertyType.INTEGER: (int,),
    PropertyType.NUMBER: (int, float),
    PropertyType.BOOLEAN: (bool,),
    PropertyType.TEXTS: (tuple,),
}

_OURS = frozenset(each.name for each in (*RECORD_PROPERTIES, *STATEMENT_PROPERTIES)) | {"name_folded", "held"}
"""What crossprobe keeps about a record or statement: no source can state it."""


def record_row(record: Record) -> dict[str, Any]:
    """The record as a flat dict of stored properties, without canonical_id: that is the clusters' to write.

    Raises InvalidValueError for a property the model does not know or a value of the wrong type.
    """
    if record.kind not in KINDS:
        raise InvalidValueError(f"the model has no record kind {record.kind!r}")
    known = {each.name: each for each in record_properties(record.kind) if each.name not in _OURS}
    stated = _checked(record.kind, record.properties, known)
    row = {"id": record.id, "source_id": record.source_id, "locator": record.locator, **_recorded(record.recorded)}
    row["content_hash"] = _hash((record.kind,), stated, record.recorded)
    row.update(stated)
    if isinstance(stated.get("name"), str):
        row["name_folded"] = folded(stated["name"])
    return row


def statement_row(statement: Statement) -> dict[str, Any]:
    """The statement as a flat dict of stored properties, with `from_id` and `to_id` for its ends."""
    if statement.type not in TYPES:
        raise InvalidValueError(f"the model has no statement type {statement.type!r}")
    known = {each.name: each for each in statement_properties(statement.type) if each.name not in _OURS}
    stated = _checked(statement.type, statement.properties, known)
    ends = {"from_id": statement.from_id, "to_id": statement.to_id}
    row = {"id": statement.id, "source_id": statement.source_id, "locator": statement.locator, **ends}
    row.update(_recorded(statement.recorded))
    row["content_hash"] = _hash((statement.type, statement.from_id, statement.to_id), stated, statement.recorded)
    return {**row, **stated}


def _recorded(recorded: Recorded) -> dict[str, Any]:
    # What equals its documented default is not stored: on a million statements that is most of them.
    return {
        "recorded_from": recorded.start,
        "recorded_to": None if recorded.end == recorded.start else recorded.end,
        "recorded_basis": None if recorded.basis == "stated" else recorded.basis,
    }


def _checked(owner: str, properties: Mapping[str, Value], known: Mapping[str, Property]) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for name in sorted(properties):
        value = properties[name]
        if name not in known:
            raise InvalidValueError(f"{owner} has no property {name!r}")
        each = known[name]
        allowed = _PYTHON_TYPES.get(each.type, (str,))
        if not isinstance(value, allowed) or (isinstance(value, bool) and each.type is not PropertyType.BOOLEAN):
            raise InvalidValueError(f"{owner}.{name} is {value!r}, not {each.type.value}")
        if each.type is PropertyType.CHOICE and value not in each.choices:
            raise InvalidValueError(f"{owner}.{name} is {value!r}; allowed: {', '.join(each.choices)}")
        if each.type is PropertyType.CODE and "/" not in str(value):
            raise InvalidValueError(f"{owner}.{name} is {value!r}: a code needs its scheme, as scheme/code")
        if value != each.default or each.default is None:
            stated[name] = list(value) if isinstance(value, tuple) else value
    return stated


def _hash(what: tuple[str, ...], stated: Mapping[str, Any], recorded: Recorded) -> str:
    when = () if recorded.basis == "loaded" else (recorded.start, recorded.end, recorded.basis)
    pairs = (part for name in sorted(stated) for part in (name, canonical_text(stated[name])))
    return ids.content_hash((*what, *when, *pairs))


def canonical_text(value: Any) -> str:  # noqa: ANN401 - any stored value
    """A value as the text that is hashed: the same for 7 and 7.0, apart for True and "true" by the property's type."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ids.length_prefixed(canonical_text(each) for each in value)
    return str(value)
