"""Reading a casebook file: every mistake in it, of every kind, at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.errors import InvalidInputError, Problem
from graph.vocabulary.beside import with_those_beside
from graph.vocabulary.loading import load_vocabularies
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Document, inspect_document, problems_from
from graph.yaml_documents.document import MAX_PROBLEMS
from loaders.casebooks.fields import VOCABULARIES
from loaders.casebooks.models import CASEBOOK, Casebook
from loaders.casebooks.references import reference_mistakes
from loaders.casebooks.rules import rule_mistakes
from loaders.casebooks.workbook import SUFFIX

MAX_BYTES = 2_000_000
"""The largest casebook that is read: some 10,000 entries, more than anybody writes by hand."""

MAX_ITEMS = 30_000
"""How many entries, statements and other items of lists a casebook may hold: every one may be a mistake, and mistakes
take more memory than what they are found in."""


def read_casebook(path: Path, vocabularies: Vocabularies | None = None) -> Casebook:
    """The casebook in the file, whose codes are those of the vocabularies (by default the shipped ones) and of its own.

    Raises InvalidInputError with every mistake in it: what YAML refuses, unknown keys, values that cannot be, codes
    nobody knows, references that lead nowhere or to the wrong kind. NotFoundError where there is no file.
    """
    document, problems = _inspect(path)
    if (count := sum(1 for _ in _items(document.value))) > MAX_ITEMS:
        raise InvalidInputError([document.problem((), f"it holds {count:,} items", f"at most {MAX_ITEMS:,}")])
    known, found = with_those_beside(vocabularies or load_vocabularies(), document, path.parent)
    problems += found
    casebook = None
    try:
        casebook = CASEBOOK.model_validate(document.value, context={VOCABULARIES: known})
    except ValidationError as error:
        problems += problems_from(error, document, CASEBOOK)
    problems += _between_fields(document, known)
    if problems or casebook is None:
        raise InvalidInputError(sorted(problems, key=lambda each: (not each.line, each.line)))
    return casebook.with_known(known)


def _inspect(path: Path) -> tuple[Document, list[Problem]]:
    if path.suffix.lower() != SUFFIX:
        return inspect_document(path, max_bytes=MAX_BYTES)
    from loaders.casebooks.workbook.reading import inspect_workbook  # YAML needs no reader of spreadsheets

    return inspect_workbook(path)


def _between_fields(document: Document, vocabularies: Vocabularies) -> list[Problem]:
    if not isinstance(document.value, dict):
        return []
    mistakes = [*rule_mistakes(document.value), *reference_mistakes(document.value, vocabularies)]
    problems = [document.problem(each.place, each.what, each.allowed) for each in mistakes[:MAX_PROBLEMS]]
    if (more := len(mistakes) - MAX_PROBLEMS) > 0:
        problems.append(Problem(document.file, 0, "", f"{more:,} more are not listed", "mend these first"))
    return problems


def _items(value: Any) -> Iterator[Any]:  # noqa: ANN401 - content of a file
    if isinstance(value, dict):
        for each in value.values():
            yield from _items(each)
    elif isinstance(value, list):
        for each in value:
            yield each
            yield from _items(each)
