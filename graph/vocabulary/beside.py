"""Vocabulary files that a casebook or a mapping names, by their paths beside it."""

from collections.abc import Mapping
from pathlib import Path

from graph.errors import InvalidInputError, Problem
from graph.vocabulary.declared import declared_schemes
from graph.vocabulary.vocabularies import Vocabularies
from graph.yaml_documents import Document

VOCABULARIES = "vocabularies"
"""The key under which a document lists them."""


def files_beside(document: Document, folder: Path) -> tuple[list[Path], list[Problem]]:
    """The vocabulary files that the document names, which lies in `folder`; and a problem for each that is none.

    A path that leads out of the folder, also by a symlink, is none.
    """
    files, problems = [], []
    for place, name in enumerate(_named(document)):
        file = (folder / name).resolve()
        if file.is_relative_to(folder.resolve()) and file.is_file():
            files.append(file)
        else:
            what = f"there is no file {name!r} beside this one"
            problems.append(document.problem((VOCABULARIES, place), what, "the path of a vocabulary in this folder"))
    return files, problems


def with_those_beside(known: Vocabularies, document: Document, folder: Path) -> tuple[Vocabularies, list[Problem]]:
    """The vocabularies known, and those the document names; with every mistake in these. A scheme declared both ways
    is a mistake: a code has one meaning."""
    files, problems = files_beside(document, folder)
    try:
        declared = declared_schemes(files)
    except InvalidInputError as error:
        return known, problems + error.problems
    for name in sorted(declared.keys() & known.declared.keys()):
        what = f"the scheme {name} is declared by the settings or --vocabulary too"
        problems.append(document.problem((VOCABULARIES,), what, "each scheme once"))
    return Vocabularies({**known.declared, **declared}), problems


def _named(document: Document) -> list[str]:
    # The form of the document says what else may stand there; here it may be anything.
    content = document.value if isinstance(document.value, Mapping) else {}
    named = content.get(VOCABULARIES)
    return [each for each in named if isinstance(each, str)] if isinstance(named, list) else []
