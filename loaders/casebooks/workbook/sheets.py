"""Which sheets a workbook has and which columns: all of it follows from the form of a casebook."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from loaders.casebooks.fields import OfFamily, shipped_codes
from loaders.casebooks.layout import SECTIONS, key_of, nested_under
from loaders.casebooks.models import CASEBOOK

OF = "of"
"""The column of a statement that says at which entry it begins, by the entry's id."""

PAIR = ("between", "and")
"""The columns of a denial or suggestion that name two records, each as in `officer: sergeant`."""

SEVERAL = ";"
"""What stands between several texts in one cell."""

LEFT_OUT = "#"
"""A row whose first cell begins so is left out: an example, or a note to oneself."""

_LEADING = ("id", "title", "kind", "locator")
_FIRST = ("source", "cites", "forces", "bodies", "officers", "accounts", "cohorts", "chat_groups", "allegations")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it is for, and what may be chosen (all there is, or suggestions where `open`)."""

    name: str
    description: str
    choices: tuple[str, ...] = ()
    open: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `section` is the key of the casebook it fills, empty for statements, whose type is `name`."""

    name: str
    section: str
    columns: tuple[Column, ...]


def sheets() -> list[Sheet]:
    """Every sheet, in the order in which they stand: records first, then the statements that begin at them."""
    found: dict[str, Sheet] = {}
    statements: dict[str, dict[str, Column]] = {}
    for section, field in CASEBOOK.model_fields.items():
        form = _form_in(field.annotation)
        if form is None:
            continue
        nested = {each.key for each in nested_under(SECTIONS[section])} if section in SECTIONS else set()
        columns = {name: _column(name, each) for name, each in form.model_fields.items() if name not in nested}
        found[section] = Sheet(section, section, tuple(_in_pairs(columns)))
        for key in (each.key for each in nested_under(SECTIONS.get(section, ""))):
            inner = _form_in(form.model_fields[key].annotation)
            if inner is not None:
                known = statements.setdefault(key, {OF: Column(OF, "The id of the entry it begins at.")})
                known.update({name: _column(name, each) for name, each in inner.model_fields.items()})
    links = [Sheet(key, "", tuple(_ends_first(columns))) for key, columns in statements.items()]
    order = {name: place for place, name in enumerate(_FIRST)}
    return sorted(found.values(), key=lambda each: order.get(each.name, len(order))) + links


def _column(name: str, field: FieldInfo) -> Column:
    closed, codes, several = _choices(field.annotation, field.metadata)
    return Column(name, field.description or "", closed or codes, bool(codes), several)


def _choices(annotation: Any, metadata: list[Any]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:  # noqa: ANN401 - a type
    codes = [code for each in metadata if isinstance(each, OfFamily) for code in shipped_codes(each.family)]
    if annotation is bool:
        return ("true", "false"), (), False
    if get_origin(annotation) is Literal:
        return tuple(get_args(annotation)), (), False
    closed: tuple[str, ...] = ()
    several = get_origin(annotation) is list
    for inner in get_args(annotation):
        parts = inner if get_origin(annotation) is None else getattr(inner, "__metadata__", ())
        more = _choices(inner, list(parts) if isinstance(parts, tuple) else [])
        closed, codes, several = closed + more[0], codes + list(more[1]), several or more[2]
    return closed, tuple(codes), several


def _form_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - a type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _form_in(inner))), None)


def _in_pairs(columns: dict[str, Column]) -> Iterator[Column]:
    for each in sorted(columns.values(), key=lambda each: each.name not in _LEADING):
        if each.name == PAIR[0]:
            yield from (Column(name, "A record by its kind and id, as in officer: sergeant.") for name in PAIR)
        else:
            yield each


def _ends_first(columns: dict[str, Column]) -> Iterator[Column]:
    ends = {key_of(label) for label in (*SECTIONS.values(), "Offence", "Source")}
    for each in sorted(columns.values(), key=lambda each: (each.name != OF, each.name not in ends)):
        yield each if each.name not in ends else Column(each.name, f"The {each.name.replace('_', ' ')} it leads to.")
