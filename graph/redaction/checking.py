"""The check of a finished file or page: it is read back, and every value in it compared with its declared form."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from graph import ids
from graph.errors import CrossprobeError
from graph.model.properties import FIGURE, NAME, PUBLIC_NAME, Form, Property, PropertyType
from graph.redaction.cells import Cell
from graph.redaction.coarser import SMALLEST
from graph.redaction.levels import declared, form
from graph.redaction.own_words import own_words
from graph.redaction.redacting import Redacted, default_title
from graph.redaction.short_numbers import short_form
from graph.redaction.values import fits, is_open

_DIGITS = f"[{ids.ALPHABET}]"
_ID = re.compile(f"[a-z][a-z_-]*:{_DIGITS}{{{ids.DIGITS}}}")
_PSEUDONYM = re.compile(f"{_DIGITS}{{{ids.DIGITS}}}")
_NAME = re.compile(f"[A-Z][a-z ]* {_DIGITS}{{5}}-{_DIGITS}{{5}}")
_YEAR = re.compile(r"\d{4}", re.ASCII)
_OWN_WORDS = frozenset(
    (
        *("digest", "access_log", "taken_at", "made_by", "version", "format", "about", "unfinished", "notes"),
        *("redaction", "records", "statements", "denials", "decisions", "suggestions", "sources", "loads"),
    )
)
"""What a file says of itself in our words and numbers only."""


def check(cells: Iterable[Cell], redacted: Redacted) -> None:
    """Raises CrossprobeError where a value is not what it may be; it names the property, never the value."""
    for wrong in wrong_cells(cells, redacted):
        raise CrossprobeError(
            f"The redaction failed its check at {wrong}; nothing was handed out.",
            do="Leave out what names somebody (a title, a marking), or report this as a fault.",
        )


def wrong_cells(cells: Iterable[Cell], redacted: Redacted) -> Iterator[str]:
    """What is wrong, one text a cell: the property and why."""

    @cache
    def words() -> frozenset[str]:
        return own_words(redacted)

    for cell in cells:
        why = _wrong_about(cell, redacted, words) if not cell.owner else _wrong(cell, redacted)
        if why:
            yield f"{cell.owner or 'the file itself'}, {cell.name}: {why}"


def _wrong_about(cell: Cell, redacted: Redacted, words: Callable[[], frozenset[str]]) -> str:
    if cell.name in _OWN_WORDS or cell.value in redacted.public:
        return ""
    if cell.value == default_title(redacted.level):
        return ""
    if any(each in redacted.names.ids for each in re.findall(r"[a-z][a-z_-]*:\S+", cell.value)):
        return "holds an id"
    if cell.name in ("title", "marking"):
        return "holds a name or number" if redacted.names.found(cell.value, prose=True) else ""
    if cell.value.isdigit() and short_form(cell.value):
        return ""  # a year or a count: a number of somebody's has a word beside it
    found = redacted.names.found(cell.value) and redacted.names.found(cell.value, but=words())
    return "holds a name or number" if found else ""


def _wrong(cell: Cell, redacted: Redacted) -> str:
    if cell.name in ("from_id", "to_id") and cell.name not in declared(cell.owner):
        return _wrong_id(cell.value, redacted)
    each = declared(cell.owner).get(cell.name)
    if each is None:
        return "the model does not know it"
    match form(cell.owner, cell.name, redacted.level):
        case Form.KEPT:
            return (
                "" if fits(each, cell.value) and not _tells(each, cell.value, redacted) else "is not what may be kept"
            )
        case Form.PSEUDONYM:
            return _wrong_pseudonym(each, cell.value, redacted)
        case Form.COARSER:
            return _wrong_coarser(each, cell.value, redacted)
    return "is to be dropped"


def _wrong_id(value: str, redacted: Redacted) -> str:
    return "is no new id" if not _ID.fullmatch(value) or value in redacted.names.ids else ""


def _wrong_pseudonym(each: Property, value: str, redacted: Redacted) -> str:
    if each.type is PropertyType.ID:
        return _wrong_id(value, redacted)
    pattern = _NAME if each.redaction == NAME else _PSEUDONYM
    return "" if pattern.fullmatch(value) else "is no pseudonym"


def _wrong_coarser(each: Property, value: str, redacted: Redacted) -> str:
    if each.redaction == FIGURE:
        told = value in each.choices if each.choices else fits(each, value) and float(value) >= SMALLEST
        return "" if told else "is too small a number"
    if each.redaction == PUBLIC_NAME:
        return "holds a name or number" if _tells(each, value, redacted) else ""
    return "" if _YEAR.fullmatch(value) else "is no year"


def _tells(each: Property, value: str, redacted: Redacted) -> bool:
    if not is_open(each) or value in redacted.public:
        return False
    return redacted.names.found(value, prose=each.redaction == PUBLIC_NAME) is not None
