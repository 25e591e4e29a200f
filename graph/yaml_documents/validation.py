"""What pydantic finds wrong with a document, as problems with line and place, in words of people who write files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

from graph.errors import CrossprobeError, Problem
from graph.yaml_documents.document import MAX_PROBLEMS, SHOWN, Document, Place, shown

if TYPE_CHECKING:  # pydantic takes longer to import than most files take to read
    from pydantic import BaseModel, ValidationError
    from pydantic.fields import FieldInfo

_SHAPES = {
    "string_type": "a text",
    "list_type": "a list: one item a line, each begun with -",
    "dict_type": "keys with values, indented below",
    "model_type": "keys with values, indented below",
    "model_attributes_type": "keys with values, indented below",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
}


def problems_from(error: ValidationError, document: Document, model: type[BaseModel]) -> list[Problem]:
    """One problem for each thing `model` refused in the document, in the order of lines.

    An unknown key is answered with those that are known at that place and the nearest of them; a missing one with
    its description; a CrossprobeError that a validator raised with its own two lines.
    """
    found: dict[tuple[Place, str], Problem] = {}
    errors = error.errors(include_url=False)
    for each in errors[:MAX_PROBLEMS]:
        path = _path(each["loc"], document, each["type"] == "missing")
        what, allowed = _said(each, path, model)
        found.setdefault((path, what), document.problem(path, what, allowed))
    problems = sorted(found.values(), key=lambda problem: problem.line)
    if (more := len(errors) - MAX_PROBLEMS) > 0:
        problems.append(Problem(document.file, 0, "", f"{more:,} more mistakes are not listed", "mend these first"))
    return problems


def nearest(word: str, known: Mapping[str, Any]) -> str:
    """`did you mean X?` for the known word nearest to this one, or nothing where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(word[:SHOWN], list(known), n=1)
    return f"did you mean {close[0]}? " if close else ""


def _said(error: Any, path: Place, model: type[BaseModel]) -> tuple[str, str]:  # noqa: ANN401 - pydantic's ErrorDetails
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    fields = dict(_fields(model, path[:-1]))
    key = str(path[-1]) if path else ""
    description = (fields[key].description or "") if key in fields else ""
    match kind:
        case "extra_forbidden":
            return f"unknown key {shown(key)}", nearest(key, fields) + f"known here: {', '.join(fields) or 'none'}"
        case "missing":
            return f"{key} is missing", description
        case "literal_error" | "enum":
            choices = _choices(str(context.get("expected", "")))
            return f"{shown(given)} is no choice", nearest(str(given), choices) + f"one of: {', '.join(choices)}"
        case "value_error" if isinstance(context.get("error"), CrossprobeError):
            return context["error"].what, context["error"].do
        case "value_error":
            return str(context.get("error", error["msg"])), description
        case "string_too_short" if not str(given).strip():
            return "the text is empty", description or "a text; or leave the key out"
        case "string_pattern_mismatch":
            return f"{shown(given)} has not the form it must have", description or str(context.get("pattern"))
        case _ if kind in _SHAPES:
            what = "it has no value" if given is None else f"{shown(given)} stands here"
            return what, _SHAPES[kind]
    message = error["msg"][:1].lower() + error["msg"][1:]
    return f"{shown(given)}: {message}", description


def _path(location: tuple[str | int, ...], document: Document, missing: bool) -> Place:
    """pydantic's location without what is no place in the file (members of unions, names of validators)."""
    path: list[str | int] = []
    value = document.value
    for place, part in enumerate(location):
        inside = part in value if isinstance(value, dict) else isinstance(part, int) and isinstance(value, list)
        if inside:
            value = value[part]
            path.append(part)
        elif missing and place == len(location) - 1:
            path.append(part)
    return tuple(path)


def _fields(model: type[BaseModel], path: Place) -> Iterator[tuple[str, FieldInfo]]:
    """The keys that are known at the place, with their fields; of every model that may stand there."""
    models = [model]
    for part in path:
        if isinstance(part, str):
            inner = [dict(_keys(each)).get(part) for each in models]
            models = [found for field in inner if field for found in _models_in(field.annotation)]
    for each in models:
        yield from _keys(each)


def _keys(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in model.model_fields.items():
        yield field.alias or name, field


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - whatever type is annotated
    if hasattr(annotation, "model_fields"):
        yield annotation
    for each in get_args(annotation):
        yield from _models_in(each)


def _choices(expected: str) -> dict[str, None]:
    listed = expected.replace(" or ", ", ").split(", ")
    return dict.fromkeys(each.strip("'\"") for each in listed)
