"""Checking casebooks without loading them."""

from collections.abc import Iterable
from pathlib import Path

from graph.errors import InvalidInputError, Problem
from graph.vocabulary.vocabularies import Vocabularies
from loaders.casebooks.models import Casebook
from loaders.casebooks.reading import read_casebook


def read_casebooks(paths: Iterable[Path], vocabularies: Vocabularies | None = None) -> dict[Path, Casebook]:
    """The casebooks in the files. Raises InvalidInputError with the mistakes of all files, and those between them."""
    casebooks, problems = _read(paths, vocabularies)
    if problems:
        raise InvalidInputError(problems)
    return casebooks


def check_casebooks(paths: Iterable[Path], vocabularies: Vocabularies | None = None) -> list[Problem]:
    """Every mistake in the files, and between them: two casebooks of one source. None: they can be loaded."""
    return _read(paths, vocabularies)[1]


def _read(paths: Iterable[Path], vocabularies: Vocabularies | None) -> tuple[dict[Path, Casebook], list[Problem]]:
    casebooks: dict[Path, Casebook] = {}
    problems: list[Problem] = []
    first: dict[str, Path] = {}
    for path in paths:
        try:
            casebook = casebooks[path] = read_casebook(path, vocabularies)
        except InvalidInputError as error:
            problems += error.problems
            continue
        slug = casebook.source.id
        if slug in first:
            what = f"{slug!r} is the source of {first[slug]} already"
            problems.append(Problem(str(path), 0, "source.id", what, "one casebook for each source"))
        first.setdefault(slug, path)
    return casebooks, problems
