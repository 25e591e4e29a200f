"""Finding saved queries: by id, which is the file's name, or by a part of the title that only one has."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from graph.errors import NotFoundError, UsageError
from graph.names import folded
from queries.checking import read_query
from queries.format import Query

BUILT_IN = Path(__file__).parent / "catalogue"
"""The folder of the questions that come with crossprobe. They have no privileges over anybody's own."""


def find(wanted: str, folders: Sequence[Path] = (BUILT_IN,)) -> Query:
    """The query of that id, else the one whose title holds `wanted`. By id, no other file is read.

    Raises NotFoundError with the nearest ids, UsageError where several fit, InvalidInputError for a file with
    mistakes.
    """
    files = _files(folders)
    exact = [path for path in files if path.stem == wanted]
    if exact:
        return _read(_only(wanted, exact))
    text = folded(wanted)
    fitting = [each for each in every_query(folders) if text and text in folded(each.title)]
    if not fitting:
        near = get_close_matches(wanted, [path.stem for path in files], n=3)
        hint = f"Did you mean {' or '.join(near)}? " if near else ""
        raise NotFoundError(f"No saved query {wanted!r}.", do=f"{hint}List them with: crossprobe query list")
    if len(fitting) > 1:
        raise UsageError(
            f"{wanted!r} is part of several titles: {', '.join(each.id for each in fitting)}.", do="Give one of these."
        )
    return fitting[0]


def every_query(folders: Sequence[Path] = (BUILT_IN,)) -> list[Query]:
    """All queries of the folders, by category and title. Raises as `find` does."""
    paths = _files(folders)
    queries = [_read(_only(path.stem, [each for each in paths if each.stem == path.stem])) for path in paths]
    return sorted(queries, key=lambda each: (each.category, each.title))


def listed(text: str, folders: Sequence[Path] = (BUILT_IN,)) -> list[Query]:
    """The queries that hold every word of `text` in id, title, question or category; all of them for no word."""
    words = folded(text).split()
    return [
        each
        for each in every_query(folders)
        if all(word in folded(f"{each.id} {each.title} {each.question} {each.category}") for word in words)
    ]


def _read(path: Path) -> Query:
    query = read_query(path)
    return query.as_shipped() if path.parent == BUILT_IN else query


def _files(folders: Sequence[Path]) -> list[Path]:
    for folder in folders:
        if not folder.is_dir():
            raise NotFoundError(f"There is no folder {folder}.", do="Check --catalogue and the settings.")
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def _only(query_id: str, paths: list[Path]) -> Path:
    if len(paths) > 1:
        places = " and ".join(str(path.parent) for path in paths)
        raise UsageError(f"Two saved queries are called {query_id}: in {places}.", do="Rename one of the files.")
    return paths[0]
