"""Reads a file of JSON lines into a Subgraph: all mistakes at once, and nothing but exactly what was written."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph.errors import CrossprobeError, InvalidInputError, NotFoundError, Problem
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement
from loaders.graphs.lines import AnyLine, HeaderLine, RecordLine

VERSION = 1
LINE_LIMIT = 2**26
"""Bytes that one line may have: more than any record holds."""

_MISTAKES_SHOWN = 100


def read_subgraph(path: Path) -> Subgraph:
    """The subgraph in the file. Raises NotFoundError, InvalidInputError with the mistakes, and CrossprobeError where
    it is redacted, of an unknown version, or not what its digest says."""
    try:
        with path.open("rb") as lines:
            return _subgraph(path, lines)
    except FileNotFoundError:
        raise NotFoundError(f"The file {path} does not exist.", do="Check the name and the folder.") from None
    except OSError as error:
        raise CrossprobeError(f"{path} cannot be read: {error.strerror}.", do="Check the file's rights.") from None


def _subgraph(path: Path, lines: Any) -> Subgraph:  # noqa: ANN401 - an open binary file
    numbered = enumerate(_limited(path, lines), start=1)
    header = _header(path, next(numbered, (1, b""))[1])
    parts: dict[str, list[Any]] = defaultdict(list)
    problems: list[Problem] = []
    for number, raw in numbered:
        try:
            line = AnyLine.model_validate({"line": json.loads(raw)}).line
        except ValidationError as error:
            problems += [Problem(str(path), number, _place(each["loc"]), each["msg"]) for each in error.errors()]
        except ValueError as error:
            problems.append(Problem(str(path), number, "", f"is no JSON: {error}"))
        else:
            parts[line.part].append(
                SubgraphRecord(line.label, line.properties)
                if isinstance(line, RecordLine)
                else SubgraphStatement(line.type, line.from_id, line.to_id, line.properties)
            )
        if len(problems) >= _MISTAKES_SHOWN:
            break
    problems += [Problem(str(path), 0, "properties.id", "is missing") for _ in _without_id(parts.values())]
    if problems:
        raise InvalidInputError(problems)
    names = ("records", "statements", "denials", "decisions", "suggestions", "sources", "loads")
    subgraph = Subgraph(**{name: tuple(parts[name]) for name in names}, header=Header("", "", ""))
    if subgraph.digest != header.digest:
        raise CrossprobeError(
            f"{path} is not what was written: its digest is another one.",
            do="It was changed or cut short; take it out again from where it came.",
        )
    return subgraph


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


def _limited(path: Path, lines: Any) -> Iterator[bytes]:  # noqa: ANN401 - as above
    while raw := lines.readline(LINE_LIMIT):
        if len(raw) == LINE_LIMIT:
            raise CrossprobeError(f"{path} has a line of more than {LINE_LIMIT:,} bytes.")
        yield raw


def _without_id(parts: Iterable[list[Any]]) -> Iterator[Any]:
    return (each for part in parts for each in part if not isinstance(each.properties.get("id"), str))


def _place(location: tuple[int | str, ...]) -> str:
    return ".".join(str(each) for each in location[2:])
