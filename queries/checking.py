"""Reads a saved query's file and checks it: first its form, then that its parts fit together."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from pydantic import ValidationError

from graph.errors import InvalidInputError, Problem, UsageError
from graph.model import KINDS
from graph.yaml_documents import Place, inspect_document, problems_from
from queries.format import RESERVED, Query
from queries.parameters import typed

MAX_BYTES = 200_000
"""The largest file of a saved query that is read; the longest of our own has 8 kB."""

_NOT_TEXT = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_USED = re.compile(r"\$(\w+)")


def read_query(path: Path) -> Query:
    """The saved query in the file. Raises InvalidInputError with every mistake, each with its line and place."""
    document, problems = inspect_document(path, display=path.name, max_bytes=MAX_BYTES)
    try:
        query = Query.model_validate(document.value)
    except ValidationError as error:
        raise InvalidInputError([*problems, *problems_from(error, document, Query)]) from None
    problems += [document.problem(*each) for each in _misfits(query, path.stem)]
    if problems:
        raise InvalidInputError(sorted(problems, key=_line))
    return query


def parameters_in(cypher: str) -> set[str]:
    """The names of the parameters that a Cypher text uses; those in comments and texts are none."""
    return set(_USED.findall(_NOT_TEXT.sub(" ", cypher)))


def _line(problem: Problem) -> int:
    return problem.line


def _misfits(query: Query, file_name: str) -> Iterator[tuple[Place, str, str]]:
    if query.id != file_name:
        yield ("id",), f"the file is called {file_name}.yaml", "the same name: a query is found by its file"
    yield from _parameters(query)
    yield from _texts(query)
    names = [each.name for each in query.columns]
    for place, name in enumerate(names):
        if name in names[:place]:
            yield ("columns", place, "name"), f"a second column {name}", "each name once"
    for place, name in enumerate(query.key):
        if name not in names:
            yield ("key", place), f"there is no column {name}", f"columns: {', '.join(names)}"
    allowed = {"n", *(each.name for each in query.parameters)}
    if not _placeholders(query.empty) <= allowed:
        yield ("empty",), "it names what it cannot know", "in braces: " + ", ".join(sorted(allowed))


def _parameters(query: Query) -> Iterator[tuple[Place, str, str]]:
    for place, each in enumerate(query.parameters):
        at: Place = ("parameters", place)
        if each.name in RESERVED or each.name in {one.name for one in query.parameters[:place]}:
            yield (
                (*at, "name"),
                f"the name {each.name} is taken",
                f"a name of its own, not {', '.join(sorted(RESERVED))}",
            )
        if bool(each.kinds) != (each.type == "id") or not set(each.kinds) <= set(KINDS):
            yield (*at, "kinds"), "an id, and only an id, has kinds of record", f"of {', '.join(KINDS)}"
        if each.choices and each.type != "text":
            yield (*at, "choices"), "only a text has choices", "leave them out"
        for key, value in (("example", each.example), ("default", each.default)):
            if value is not None:
                try:
                    typed(each, value)
                except UsageError as error:
                    yield (*at, key), error.what, f"a value of type {each.type}"


def _texts(query: Query) -> Iterator[tuple[Place, str, str]]:
    dates = {name for name in ("at", "known") if getattr(query.dates, name)}
    declared = {each.name for each in query.parameters} | dates
    texts: tuple[tuple[Place, str, set[str]], ...] = (
        (("cypher",), query.cypher, declared),
        (("graph",), query.graph, declared | {"rows"}),
        (("denominator", "cypher"), query.denominator.cypher, declared),
    )
    for place, text, known in texts:
        for name in sorted(parameters_in(text) - known):
            yield place, f"it uses ${name}, which is not declared", f"declared: {', '.join(sorted(known)) or 'none'}"
    for name in sorted(declared - parameters_in(query.cypher)):
        yield ("cypher",), f"{name} is declared and not used", f"use ${name}, or leave it out"


def _placeholders(text: str) -> set[str]:
    """The names in braces; a text that is no template, or wants more than a name, gives one that nobody declares."""
    try:
        fields = [(name, form, convert) for _, name, form, convert in Formatter().parse(text) if name is not None]
    except ValueError:
        return {""}
    return {name if not form and not convert else "" for name, form, convert in fields}
