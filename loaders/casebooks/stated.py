"""What an entry of a casebook states, as the properties of a record or statement of the model."""

from pydantic import BaseModel

from graph.model.properties import Property
from graph.numbers import stated_number
from graph.records import Value
from loaders.casebooks.fields import STATED_NUMBERS
from loaders.casebooks.models import CitedEntry, SourceEntry

Properties = dict[str, Value]

_OF_THE_ENTRY = frozenset({"id", "locator"})
"""Fields that say which entry it is and where it stands: no properties that a source states."""


def properties_of(entry: BaseModel, known: tuple[Property, ...]) -> Properties:
    """The fields of the entry that are properties of the model, `known`; a number becomes value and bound."""
    stated: Properties = {}
    for name in (each.name for each in known if each.name in type(entry).model_fields):
        value = getattr(entry, name)
        if value is None or name in _OF_THE_ENTRY:
            continue
        if name in STATED_NUMBERS:
            number = stated_number(value, "")
            stated[name], stated["bound"] = number.value, number.bound
        else:
            stated[name] = tuple(value) if isinstance(value, list) else value
    return stated


def with_name(stated: Properties, *, named: bool) -> Properties:
    """The properties with what follows from them: a name from its parts, and whether anybody is identified.

    `named`: whether what the record is about is identified by a name, as people and forces are.
    """
    parts = [str(stated[part]) for part in ("first_name", "middle_initial", "last_name", "suffix") if part in stated]
    if named and parts and "name" not in stated:
        stated = {**stated, "name": " ".join(parts)}
    nameless = named and not {"name", "number", "handle"} & set(stated)
    if nameless or "why_unidentified" in stated:
        stated = {**stated, "identified": False}
    return stated


def inherited(entry: BaseModel, stated: Properties) -> Properties:
    """The properties of a nested statement with the voice and restriction of its entry, unless it has its own."""
    heads = {name: getattr(entry, name, None) for name in ("said_by", "restriction")}
    return {**{name: value for name, value in heads.items() if value is not None}, **stated}


def source_properties(entry: SourceEntry | CitedEntry) -> Properties:
    """The properties of a source, whose dates of publication are one where it is known and two bounds where not."""
    stated: Properties = {
        name: value
        for name, value in (
            ("name", entry.title),
            ("publisher", entry.publisher),
            ("source_kind", entry.kind),
            ("published_from", entry.published or entry.published_from),
            ("published_to", entry.published or entry.published_to),
            ("url", entry.url),
            ("note", entry.note),
        )
        if value is not None
    }
    return stated
