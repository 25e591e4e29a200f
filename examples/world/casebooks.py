"""Writes documents as casebooks: checked by the casebook's own form, laid out as a person would write them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from examples.world.documents import Denial, Document, End, Entry, Field, Said, Suggestion
from examples.world.forces import NOTE
from graph.numbers import StatedNumber
from loaders.casebooks.layout import SECTIONS, key_of
from loaders.casebooks.models import CASEBOOK

_KINDS = {"press": "article", "foi": "foi_answer", "hearings": "report", "cases": "data_set", "roll": "data_set"}
_SECTION_OF = {label: section for section, label in SECTIONS.items()}


def write_casebook(document: Document, folder: Path) -> Path:
    """Writes `PUBLISHER/YEAR/SLUG.yaml` under the folder; gives its path within it."""
    content = casebook(document)
    CASEBOOK.model_validate(content)
    publisher = re.sub(r"[^a-z0-9]+", "-", document.publisher.lower()).strip("-")
    path = Path(publisher, document.published_from[:4], f"{document.slug}.yaml")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    with (folder / path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"# {NOTE}\n")
        yaml.dump(content, file, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
    return path


def casebook(document: Document) -> dict[str, Any]:
    """The content of the document's casebook, as YAML holds it."""
    content: dict[str, Any] = {"source": _source(document)}
    if document.cites:
        content["cites"] = [{"id": slug, "locator": "throughout"} for slug in document.cites]
    for entry in document.entries:
        content.setdefault(_SECTION_OF[entry.kind], []).append(_entry(entry))
    if document.denials:
        content["denials"] = [_denial(each) for each in document.denials]
    if document.suggestions:
        content["suggestions"] = [_suggestion(document, each) for each in document.suggestions]
    return content


def _source(document: Document) -> dict[str, str]:
    head = {"id": document.slug, "title": document.title, "publisher": document.publisher}
    head["kind"] = _KINDS[document.form]
    if document.published_from == document.published_to:
        return {**head, "published": document.published_from, "note": NOTE}
    bounds = {"published_from": document.published_from, "published_to": document.published_to}
    return {**head, **bounds, "note": NOTE}


def _entry(entry: Entry) -> dict[str, Any]:
    written: dict[str, Any] = {"id": entry.key, **_fields(entry.fields), "locator": entry.locator}
    for each in entry.said:
        written.setdefault(each.type.lower(), []).append(_statement(entry, each))
    return written


def _statement(entry: Entry, said: Said) -> dict[str, Any]:
    head = {"id": said.key} if said.key else {}
    written = {**head, **_reference(said.end, entry.source), **_fields(said.fields)}
    return written if said.locator == entry.locator else {**written, "locator": said.locator}


def _denial(denial: Denial) -> dict[str, Any]:
    between = [_reference(each, each.source) for each in denial.between]
    head = {"id": denial.key, "locator": denial.locator, "between": between}
    return {**head, "of": denial.of, "as_stated": denial.as_stated}


def _suggestion(document: Document, suggestion: Suggestion) -> dict[str, Any]:
    between = [_reference(each, document.slug) for each in suggestion.between]
    head = {"id": suggestion.key, "locator": suggestion.locator, "between": between}
    return {**head, "reasons": list(suggestion.reasons)}


def _reference(end: End, slug: str) -> dict[str, str]:
    if not isinstance(end, Entry):
        return {key_of(end.kind): end.code}
    name = end.key if end.source == slug else f"{end.source}#{end.key}"
    return {key_of(end.kind): name}


def _fields(fields: Mapping[str, Field]) -> dict[str, str | int | float | bool | list[str]]:
    return {name: _written(value) for name, value in fields.items()}


def _written(value: Field) -> str | int | float | bool | list[str]:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, StatedNumber) else value
