"""What must hold between the entries of a vocabulary file, found in its plain content whatever mistakes it holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.dates import checked_date, not_after
from graph.errors import InvalidValueError
from graph.names import folded
from graph.vocabulary.families import FAMILIES
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Place

Mistake = tuple[Place, str, str]
"""Where, what is wrong, and what is allowed."""

Entry = Mapping[str, Any]

_DETAILS = frozenset().union(*(family.details for family in FAMILIES.values()))


def mistakes(content: Mapping[str, Any]) -> Iterator[Mistake]:
    """Every breach of the rules in one file.

    A code stands once; its parent is a code of the scheme, and parents do not go round; an alias belongs to one code;
    it was read or is from memory; it has only the details of its family; what it is the same as is a shipped code of
    the same family; it begins before it ends.
    """
    listed = enumerate(_list(content.get("codes")))
    entries = [(("codes", place), entry) for place, entry in listed if isinstance(entry, dict)]
    codes = {entry["code"]: entry for _, entry in reversed(entries) if isinstance(entry.get("code"), str)}
    settled: set[str] = set()
    yield from _interval((), content)
    for path, entry in entries:
        yield from _interval(path, {**content, **entry})
        yield from _once(path, entry, codes)
        yield from _parent(path, entry, codes, settled)
        yield from _own_details(path, entry, content.get("family"))
        yield from _shipped_meaning(path, entry, content.get("family"))
        if not (entry.get("basis") or content.get("basis")):
            yield (*path, "basis"), "it does not say whether it was read", "basis: read or memory, here or for all"
    yield from _aliases(entries)


def _interval(path: Place, entry: Entry) -> Iterator[Mistake]:
    start, end = _date(entry.get("valid_from")), _date(entry.get("valid_to"))
    if start and end and not not_after(start, end):
        yield (*path, "valid_to"), f"{end} lies before {start}", "a day after valid_from"


def _once(path: Place, entry: Entry, codes: Mapping[str, Entry]) -> Iterator[Mistake]:
    code = entry.get("code")
    if isinstance(code, str) and codes[code] is not entry:
        yield (*path, "code"), f"the code {code!r} stands a second time", "each code once"


def _parent(path: Place, entry: Entry, codes: Mapping[str, Entry], settled: set[str]) -> Iterator[Mistake]:
    above = entry.get("parent")
    if isinstance(above, str) and above not in codes:
        yield (*path, "parent"), f"there is no code {above!r} in this file", "a code of the same scheme"
    passed = {str(entry.get("code"))}
    while isinstance(above, str) and above in codes and above not in settled:
        if above in passed:
            yield (*path, "parent"), "its parents go round in a circle", "a wider code"
            break
        passed.add(above)
        above = codes[above].get("parent")
    settled |= passed


def _own_details(path: Place, entry: Entry, family: object) -> Iterator[Mistake]:
    if isinstance(family, str) and family in FAMILIES:
        allowed = FAMILIES[family].details
        for key in sorted((_DETAILS - allowed) & set(entry)):
            yield (*path, key), f"a code of the family {family} has no {key}", ", ".join(sorted(allowed)) or "none"


def _shipped_meaning(path: Place, entry: Entry, family: object) -> Iterator[Mistake]:
    meant = entry.get("same_as")
    if isinstance(meant, str):
        try:
            Vocabularies().code(meant, family if isinstance(family, str) and family in FAMILIES else "")
        except InvalidValueError as error:
            yield (*path, "same_as"), error.what, error.do


def _aliases(entries: Sequence[tuple[Place, Entry]]) -> Iterator[Mistake]:
    owners: dict[str, object] = {}
    for _, entry in entries:
        owners.setdefault(folded(str(entry.get("label"))), entry.get("code"))
    for path, entry in entries:
        for place, alias in enumerate(_list(entry.get("aliases"))):
            owner = owners.setdefault(folded(str(alias)), entry.get("code"))
            if owner != entry.get("code"):
                yield (*path, "aliases", place), f"{alias!r} means {owner} already", "a name that means one code"


def _date(value: object) -> str:
    try:
        return checked_date(value) if isinstance(value, str) else ""
    except InvalidValueError:
        return ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
