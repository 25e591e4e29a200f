"""What a casebook can refer to, and what is wrong with a reference that leads nowhere or to the wrong kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.errors import InvalidValueError
from graph.model import KINDS
from graph.model.kinds import Origin
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Place
from loaders.casebooks.layout import key_of
from loaders.casebooks.naming import SHARED, form_of
from loaders.casebooks.walking import Fields, Mistake, entries, items, text

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Names:
    """What a casebook can refer to: its entries by name and by kind, sources (its `own` slug first), and codes."""

    entries: dict[str, str]
    of_kind: dict[str, list[str]]
    own: str
    sources: list[str]
    vocabularies: Vocabularies


def names_of(content: Fields, vocabularies: Vocabularies) -> Names:
    """The names in the content of a casebook file; `vocabularies` give the rest."""
    source = content.get("source")
    own = text(source, "id") if isinstance(source, dict) else ""
    sources = [own, *(text(fields, "id") for _, fields in items(content, "cites"))]
    named: dict[str, str] = {}
    of_kind: dict[str, list[str]] = {}
    for entry in entries(content):
        name = text(entry.fields, "id")
        named[name] = entry.label
        of_kind.setdefault(entry.label, []).append(name)
    return Names(named, of_kind, own, sources, vocabularies)


def unknown(place: Place, label: str, reference: str, names: Names) -> Iterator[Mistake]:
    """What is wrong with a reference, at that place, to an entry, shared node or source of the kind `label`."""
    if label == "Source":
        if reference not in names.sources:
            yield Mistake(place, f"{reference!r} is no source of this casebook", _list("sources", names.sources))
    elif form_of(reference) == SHARED:
        yield from _shared(place, label, reference, names.vocabularies)
    elif names.entries.get(reference) not in (None, label):
        what = f"{reference!r} is {one(names.entries[reference])}"
        yield Mistake(place, what, f"{one(label)}; or another key that is allowed here")
    elif reference not in names.entries:
        scheme = f", or scheme/code of a known {word(label)}" if KINDS[label].origin is Origin.SHARED else ""
        allowed = _list(f"{word(label)} ids", names.of_kind.get(label, ())) + scheme
        yield Mistake(place, f"there is no {word(label)} {reference!r}", allowed)


def _shared(place: Place, label: str, reference: str, vocabularies: Vocabularies) -> Iterator[Mistake]:
    if KINDS[label].origin is not Origin.SHARED:
        yield Mistake(place, f"{reference!r} reads as scheme/code", f"the id of {one(label)} of this casebook")
        return
    try:
        vocabularies.code(reference, key_of(label))
    except InvalidValueError as error:
        yield Mistake(place, error.what, error.do)


def _list(what: str, known: Sequence[str]) -> str:
    shown = ", ".join(known[:_SHOWN]) + (" ..." if len(known) > _SHOWN else "")
    return f"{what}: {shown or 'none'}"


def word(label: str) -> str:
    """The kind in words: chat group."""
    return key_of(label).replace("_", " ")


def one(label: str) -> str:
    """The kind in words with its article: an officer."""
    return f"{'an' if word(label)[0] in 'aeiou' else 'a'} {word(label)}"
