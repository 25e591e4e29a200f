"""What must hold between the entries of a casebook: ids are its own, every statement leads somewhere."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Place, path_text
from loaders.casebooks.known_names import Names, names_of, unknown
from loaders.casebooks.layout import LABEL_OF_KEY
from loaders.casebooks.naming import FOREIGN, form_of, statement_key
from loaders.casebooks.pairs import pair_mistakes
from loaders.casebooks.walking import Entry, Fields, Mistake, Statement, entries, items, statements, text


def reference_mistakes(content: Fields, vocabularies: Vocabularies) -> Iterator[Mistake]:
    """Every dangling or mistaken reference and every repeated id in the content of a casebook file."""
    names = names_of(content, vocabularies)
    yield from _repeated_ids(content)
    for entry in entries(content):
        yield from _statements_of(entry, names)
    yield from _circle(content)
    yield from pair_mistakes(content, names)


def _repeated_ids(content: Fields) -> Iterator[Mistake]:
    stated = [(entry.place, entry.fields) for entry in entries(content)]
    stated += [each for section in ("denials", "suggestions") for each in items(content, section)]
    sources = [(("source",), content.get("source")), *items(content, "cites")]
    for group in (stated, sources):
        first: dict[str, Place] = {}
        for place, fields in group:
            name = text(fields, "id") if isinstance(fields, dict) else ""
            if name and name in first:
                what = f"{name!r} is the id of {path_text(first[name])} already"
                yield Mistake((*place, "id"), what, "an id of its own")
            first.setdefault(name, place)


def _statements_of(entry: Entry, names: Names) -> Iterator[Mistake]:
    seen: set[tuple[str, str, str]] = set()
    for each in statements(entry):
        ends = [key for key in each.nested.ends if text(each.fields, key)]
        if len(ends) != 1:
            what = "it does not say where it ends" if not ends else f"it ends at both {' and '.join(ends)}"
            yield Mistake(each.place, what, f"exactly one of: {', '.join(each.nested.ends)}")
            continue
        yield from _end(each, ends[0], names)
        this = (each.nested.type, text(each.fields, ends[0]), statement_key(each.nested.type, each.fields))
        if this in seen:
            what = f"a second {each.nested.key} from {text(entry.fields, 'id')!r} to {this[1]!r}"
            yield Mistake(each.place, what, "give it an id of its own, so that the two are told apart")
        seen.add(this)


def _end(statement: Statement, key: str, names: Names) -> Iterator[Mistake]:
    reference = text(statement.fields, key)
    if form_of(reference) == FOREIGN:
        allowed = "an entry of this casebook; another source's entry only in suggestions"
        yield Mistake((*statement.place, key), f"{reference!r} belongs to another source", allowed)
    elif LABEL_OF_KEY[key] == statement.entry.label and reference == text(statement.entry.fields, "id"):
        yield Mistake((*statement.place, key), f"{reference!r} leads to itself")
    else:
        yield from unknown((*statement.place, key), LABEL_OF_KEY[key], reference, names)


def _circle(content: Fields) -> Iterator[Mistake]:
    # Heads are counted by leaving out what is part of something counted: in a circle nobody would be left.
    wholes: dict[str, list[str]] = {}
    places: dict[str, Place] = {}
    for entry in entries(content):
        for each in statements(entry):
            if each.nested.type == "PART_OF":
                name = text(entry.fields, "id")
                places[name] = each.place
                wholes.setdefault(name, []).extend(text(each.fields, key) for key in each.nested.ends)
    try:
        TopologicalSorter(wholes).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        if len(circle) > 2:
            yield Mistake(places[circle[0]], f"it is part of itself: {' in '.join(circle)}", "parts without a circle")
