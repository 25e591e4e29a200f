"""What a document states, as the rows of the truth: worked out from the document itself, not by the loader."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from examples.world.documents import Document, End, Entry, Field, Said, Shared
from graph.ids import record_id
from graph.numbers import StatedNumber

Row = dict[str, Any]

_STRENGTH = ("inferred", "alleged", "stated")


def record_rows(document: Document, canonical_ids: Mapping[str, str]) -> Iterator[Row]:
    """Every record of the document: its entries, then its denials and suggestions."""
    for entry in document.entries:
        properties = _properties(entry.fields)
        if "why_unidentified" in properties:
            properties["identified"] = False
        elif entry.kind == "Officer" and "name" not in properties:
            parts = ("first_name", "middle_initial", "last_name")
            properties["name"] = " ".join(properties[part] for part in parts if part in properties)
        yield {
            "id": entry.id,
            "kind": entry.kind,
            "key": entry.key,
            "locator": entry.locator,
            "properties": properties,
            **({"truth": entry.truth} if entry.truth else {}),
            **({} if canonical_ids[entry.id] == entry.id else {"canonical_id": canonical_ids[entry.id]}),
        }
    for denial in document.denials:
        first, second = (each.id for each in denial.between)
        stated = {"from_id": first, "to_id": second, "of": denial.of, "as_stated": denial.as_stated}
        yield _claim("Denial", document, denial.key, denial.locator, stated)
    for each in document.suggestions:
        left, right = sorted(entry.id for entry in each.between)
        suggested: Row = {"left_id": left, "right_id": right, "reasons": list(each.reasons), "model": "casebook"}
        yield _claim("Suggestion", document, each.key, each.locator, suggested)


def statement_rows(document: Document) -> Iterator[Row]:
    """Every statement of the document, then who is a subject because an allegation leaves no doubt.

    An end is the key of an entry of the document, or the id of a shared node.
    """
    for slug in document.cites:
        ends = (Shared("Source", document.slug).id, Shared("Source", slug).id)
        yield _statement("CITES", *ends, "throughout", "", {})
    for entry in document.entries:
        for said in entry.said:
            voice = {name: entry.fields[name] for name in ("said_by",) if name in entry.fields}
            stated = _properties({**voice, **said.fields})
            yield _statement(said.type, entry.key, _name(said.end), said.locator, said.key, stated)
    yield from _derived_subjects(document)


def _derived_subjects(document: Document) -> Iterator[Row]:
    told = defaultdict(set)
    for entry in document.entries:
        for said in entry.said:
            if said.type == "SUBJECT_OF":
                told[entry.id].add(said.end.id)
    for entry in document.entries:
        against = _by_end(entry, "AGAINST")
        examined = _by_end(entry, "EXAMINED_IN")
        if entry.kind != "Allegation" or (len(against) > 1 and len(examined) > 1):
            continue
        for person, accusation in against.items():
            for investigation in examined:
                if accusation.end.kind != "Force" and investigation not in told[person]:
                    status = min((accusation, examined[investigation]), key=_strength).fields.get("status")
                    held = {"status": str(status)} if status else {}
                    stated = {**held, "derived_from": entry.id}
                    ends = (_name(accusation.end), _name(examined[investigation].end))
                    yield _statement("SUBJECT_OF", *ends, accusation.locator, "", stated)


def _name(end: End) -> str:
    return end.key if isinstance(end, Entry) else end.id


def _by_end(entry: Entry, type_name: str) -> dict[str, Said]:
    return {each.end.id: each for each in entry.said if each.type == type_name}


def _strength(said: Said) -> int:
    return _STRENGTH.index(str(said.fields.get("status", "stated")))


def _properties(fields: Mapping[str, Field]) -> Row:
    properties: Row = {}
    for name, value in fields.items():
        if isinstance(value, StatedNumber):
            properties |= {name: value.value, "bound": value.bound}
        else:
            properties[name] = value
    return properties


def _statement(type_name: str, from_id: str, to_id: str, locator: str, key: str, stated: Mapping[str, Any]) -> Row:
    head = {"type": type_name, "from": from_id, "to": to_id, "locator": locator}
    optional = {"key": key, "properties": stated}
    return {**head, **{name: value for name, value in optional.items() if value}}


def _claim(kind: str, document: Document, key: str, locator: str, stated: Row) -> Row:
    identifier = record_id(kind.lower(), document.slug, (key,))
    head = {"id": identifier, "kind": kind, "key": key, "locator": locator}
    return {**head, "properties": stated}
