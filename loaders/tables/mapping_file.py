"""Reading a mapping file: every mistake in it at once, before any data is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from graph.errors import InvalidInputError, Problem
from graph.vocabulary.beside import files_beside
from graph.vocabulary.loading import load_vocabularies
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Document, inspect_document, problems_from
from loaders.tables.checking import mistakes
from loaders.tables.models import MappingFile

MAX_BYTES = 2_000_000
"""The largest mapping that is read."""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A mapping that was read: its form, its document for the lines of later mistakes, the vocabularies it uses, and
    the files it was read from."""

    form: MappingFile
    document: Document
    vocabularies: Vocabularies
    files: tuple[Path, ...]


def read_mapping(path: Path, vocabularies: Sequence[Path] = ()) -> TableMapping:
    """The mapping in the file; `vocabularies` are further files and folders of them.

    Raises InvalidInputError with every mistake: what YAML or the form refuses, kinds, types, properties and schemes
    the model and vocabularies do not know, references that lead nowhere. NotFoundError where there is no file.
    """
    document, problems = inspect_document(path, max_bytes=MAX_BYTES)
    try:
        form = MappingFile.model_validate(document.value)
    except ValidationError as error:
        raise InvalidInputError(_sorted(problems + problems_from(error, document, MappingFile))) from None
    beside, found = files_beside(document, path.parent)
    problems += found
    files = [*vocabularies, *beside]
    try:
        known = load_vocabularies(files)
    except InvalidInputError as error:
        raise InvalidInputError(_sorted(problems + error.problems)) from None
    problems += [document.problem(*each) for each in mistakes(form, known)]
    if problems:
        raise InvalidInputError(_sorted(problems))
    return TableMapping(form, document, known, (path, *files))


def check_mapping(path: Path, vocabularies: Sequence[Path] = ()) -> list[Problem]:
    """Every mistake in the mapping that can be found without its data. None: it can be tried on data."""
    try:
        read_mapping(path, vocabularies)
    except InvalidInputError as error:
        return error.problems
    return []


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda each: each.line)
