"""Reads a file of JSON lines, one line at a time: all mistakes at once, and nothing but exactly what was written."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from graph.errors import CrossprobeError, InvalidInputError, NotFoundError, Problem
from graph.subgraph import RunningDigest
from loaders.graphs.lines import AnyLine, HeaderLine, RecordLine, StatementLine

VERSION = 1
LINE_LIMIT = 2**26
"""Bytes that one line may have: more than any record holds."""

_MISTAKES_SHOWN = 100


Line = HeaderLine | RecordLine | StatementLine


def read_lines(path: Path) -> Iterator[Line]:
    """Every line, the header first. What it gives holds only once it has given all: the digest is known at the end.

    Raises NotFoundError, InvalidInputError with the mistakes, and CrossprobeError where the file is redacted, of an
    unknown version, or not what its digest says.
    """
    try:
        with path.open("rb") as file:
            yield from _lines(path, file)
    except FileNotFoundError:
        raise NotFoundError(f"The file {path} does not exist.", do="Check the name and the folder.") from None
    except OSError as error:
        raise CrossprobeError(f"{path} cannot be read: {error.strerror}.", do="Check the file's rights.") from None


def _lines(path: Path, file: BinaryIO) -> Iterator[Line]:
    numbered = enumerate(_limited(path, file), start=1)
    header = _header(path, next(numbered, (1, b""))[1])
    yield header
    digest = RunningDigest()
    problems: list[Problem] = []
    for number, raw in numbered:
        try:
            line = AnyLine.model_validate({"line": json.loads(raw)}).line
            _take(digest, line)
        except ValidationError as error:
            problems += [Problem(str(path), number, _place(each["loc"]), each["msg"]) for each in error.errors()]
        except (ValueError, RecursionError) as error:
            problems.append(Problem(str(path), number, "", f"is no line of an export: {error}"))
        else:
            yield line
        if len(problems) >= _MISTAKES_SHOWN:
            break
    if problems:
        raise InvalidInputError(problems)
    if digest.hexdigest() != header.digest:
        raise CrossprobeError(
            f"{path} is not what was written: its digest is another one.",
            do="It was changed or cut short; take it out again from where it came.",
        )


def _take(digest: RunningDigest, line: RecordLine | StatementLine) -> None:
    if isinstance(line, RecordLine):
        digest.record(line.part, line.label, line.properties)
    else:
        digest.statement(line.type, line.from_id, line.to_id, line.properties)


def _header(path: Path, raw: bytes) -> HeaderLine:
    try:
        header = HeaderLine.model_validate_json(raw)
    except ValidationError:
        raise CrossprobeError(
            f"{path} is no subgraph of ours.", do="`load graph` reads what `crossprobe export -o FILE.jsonl` wrote."
        ) from None
    if header.version != VERSION:
        raise CrossprobeError(f"{path} has version {header.version}; this crossprobe reads {VERSION}.")
    if header.redaction:
        raise CrossprobeError(
            f"{path} is redacted ({header.redaction}): nothing in it is what a source stated.",
            do="Load an export that was made without --redact.",
        )
    return header


def _limited(path: Path, file: BinaryIO) -> Iterator[bytes]:
    while raw := file.readline(LINE_LIMIT):
        if len(raw) == LINE_LIMIT:
            raise CrossprobeError(f"{path} has a line of more than {LINE_LIMIT:,} bytes.")
        yield raw


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(each) for each in location[2:])
