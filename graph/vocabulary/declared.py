"""Further vocabularies that people declare in files of their own, checked with all mistakes at once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from graph.errors import InvalidInputError, Problem
from graph.vocabulary.checks import mistakes
from graph.vocabulary.codes import Scheme
from graph.vocabulary.form import VocabularyForm
from graph.vocabulary.reading import scheme_from
from graph.yaml_documents import Document, inspect_document, problems_from

MAX_BYTES = 2_000_000
"""The largest vocabulary file; the list of all police forces of the world would fit."""


def declared_schemes(paths: Sequence[Path]) -> dict[str, Scheme]:
    """The schemes in the files, and in the *.yaml files of the folders, by name.

    Raises InvalidInputError with every mistake in all files: what the form, the rules of checks.py or the namespace
    refuse, and schemes that two files declare.
    """
    schemes: dict[str, Scheme] = {}
    problems: list[Problem] = []
    for path in _files(paths, problems):
        try:
            document, found = inspect_document(path, max_bytes=MAX_BYTES)
        except InvalidInputError as error:
            problems += error.problems
            continue
        found += form_problems(document) + list(_name_problems(document, schemes))
        if found:
            problems += sorted(found, key=lambda problem: problem.line)
        else:
            scheme = scheme_from(document.value)
            schemes[scheme.name] = scheme
    if problems:
        raise InvalidInputError(problems)
    return schemes


def form_problems(document: Document) -> list[Problem]:
    """What the form and the rules between entries refuse in one file."""
    problems: list[Problem] = []
    try:
        VocabularyForm.model_validate(document.value)
    except ValidationError as error:
        problems += problems_from(error, document, VocabularyForm)
    if isinstance(document.value, dict):
        problems += [document.problem(*mistake) for mistake in mistakes(document.value)]
    return problems


def _files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    for path in paths:
        inside = (
            sorted(each for each in path.glob("*") if each.suffix in (".yaml", ".yml")) if path.is_dir() else [path]
        )
        if not inside:
            problems.append(Problem(str(path), 0, "", "the folder holds no vocabulary", "files that end in .yaml"))
        yield from inside


def _name_problems(document: Document, schemes: dict[str, Scheme]) -> Iterator[Problem]:
    name = document.value.get("scheme") if isinstance(document.value, dict) else None
    if not isinstance(name, str):
        return
    if "." not in name:
        allowed = f"a name with a namespace: acme.{name}. What crossprobe ships is not redefined"
        yield document.problem(("scheme",), f"the scheme {name!r} has no namespace", allowed)
    if name in schemes:
        yield document.problem(("scheme",), f"another file declares the scheme {name} too", "each scheme once")
