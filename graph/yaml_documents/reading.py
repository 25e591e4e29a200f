"""Reading a file: at most so many bytes of it, as UTF-8, without hidden characters, as one YAML document."""

import stat
from pathlib import Path
from typing import NoReturn

from graph.errors import InvalidInputError, NotFoundError, Problem
from graph.hidden_characters import hidden_characters, with_hidden_shown
from graph.yaml_documents.building import build
from graph.yaml_documents.document import MAX_PROBLEMS, Document

MAX_BYTES = 20_000_000
"""The largest file that is read unless a caller says otherwise; a casebook of a long report is 100 kB."""

_OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_document(path: Path, *, display: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """The document in the file. Raises InvalidInputError with every mistake in its form, as inspect_document does."""
    document, problems = inspect_document(path, display=display, max_bytes=max_bytes)
    if problems:
        raise InvalidInputError(problems)
    return document


def inspect_document(
    path: Path, *, display: str | None = None, max_bytes: int = MAX_BYTES
) -> tuple[Document, list[Problem]]:
    """The document in the file and the mistakes in its form, for a caller who adds its own and raises all at once.

    `display` is how the file is called in problems (its path by default). Beside mistakes (repeated keys, anchors,
    aliases, tags, hidden characters) the document only serves to find more. Raises InvalidInputError where nothing
    can be made of the file: larger than `max_bytes` (of which no more is read), no UTF-8, no YAML, empty, too deep,
    several documents; NotFoundError where there is no file.
    """
    file = display or str(path)
    text = _text(_bytes(path, file, max_bytes), file)
    problems = []
    for hidden in hidden_characters(text):
        start = text.rfind("\n", 0, hidden.place) + 1
        line = text.count("\n", 0, start) + 1
        what = f"column {hidden.place - start + 1}: hidden character {hidden}"
        problems.append(Problem(file, line, "", what, "delete it, or write the text anew"))
        if len(problems) == MAX_PROBLEMS:
            problems.append(Problem(file, 0, "", "hidden characters: there are more, not listed", "a plain text"))
            raise InvalidInputError(problems)
    if problems:
        text = with_hidden_shown(text)
    try:
        document, more = build(text, file)
    except InvalidInputError as error:
        raise InvalidInputError([*problems, *error.problems]) from None
    return document, sorted((*problems, *more), key=lambda each: each.line)


def _bytes(path: Path, file: str, max_bytes: int) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(max_bytes + 1)
            size = path.stat().st_size if stat.S_ISREG(path.stat().st_mode) else 0
    except FileNotFoundError:
        raise NotFoundError(f"There is no file {file}.", do="Check the path.") from None
    except OSError as error:
        _refuse(Problem(file, 0, "", f"it cannot be read: {error.strerror or error}", "a file you may read"))
    if len(data) > max_bytes:
        shown = f"{size:,} bytes" if size else "too large"
        _refuse(Problem(file, 0, "", f"it is {shown}, and was not read", f"at most {max_bytes:,} bytes"))
    return data


def _text(data: bytes, file: str) -> str:
    if data.startswith(_OTHER_MARKS):
        _refuse(Problem(file, 1, "", "it is written in UTF-16", "save it as UTF-8"))
    if (place := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, place) + 1
        _refuse(Problem(file, line, "", f"byte {place} is zero: it is no text file", "YAML written in UTF-8"))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} is not UTF-8: {data[error.start]:#04x}"
        _refuse(Problem(file, line, "", what, "save it as UTF-8"))


def _refuse(problem: Problem) -> NoReturn:
    raise InvalidInputError([problem])
