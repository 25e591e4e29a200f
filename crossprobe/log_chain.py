"""The chain of the access log: each line carries its number and the digest of the line before.

A changed, removed or moved line breaks the chain at that place. A tail that was cut leaves a whole, shorter chain: it
is found by a standing that was noted elsewhere, in the database and in every page and file that was handed out.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

BEGINNING = ""
"""What stands for the digest of the line before in the first line."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How long a log was, and the digest of its last line then. `log` tells logs apart: from its first line."""

    log: str
    length: int
    head: str

    def __str__(self) -> str:
        return f"{self.log} {self.length} {self.head}"

    @classmethod
    def read(cls, text: str) -> "Standing":
        """The standing behind its text. Raises ValueError where it is none."""
        log, length, head = text.split(" ")
        return cls(log, int(length), head)


@dataclass(frozen=True, slots=True)
class Broken:
    """One place where a log is not as it was written; `line` counts from 1, 0 means the whole log."""

    line: int
    what: str


def digest(raw: bytes) -> str:
    """SHA-256 of the bytes, as the chain uses it."""
    return hashlib.sha256(raw).hexdigest()


def log_id(first_line: bytes) -> str:
    """What tells this log from others."""
    return digest(first_line)[:16]


def entry_of(raw: bytes) -> dict[str, Any] | None:
    """The entry of a line, or None where the line is torn or nothing of ours."""
    try:
        entry = json.loads(raw)
    except ValueError:
        return None
    whole = isinstance(entry, dict) and isinstance(entry.get("line"), int) and isinstance(entry.get("previous"), str)
    return entry if whole and raw.endswith(b"\n") else None


def broken(lines: Iterable[bytes], noted: Iterable[Standing] = ()) -> Iterator[Broken]:
    """Every place where the chain does not hold, and every noted standing of this log that it no longer shows.

    `lines` are the raw lines with their line feeds. A torn line is no break where the chain goes on over it: a killed
    process leaves one.
    """
    heads: dict[int, str] = {}
    first, number, covered = b"", 0, b""
    torn: list[int] = []
    place = 0
    for place, raw in enumerate(lines, start=1):
        first = first or raw
        entry = entry_of(raw)
        if entry is None:
            torn.append(place)
            covered += raw
            continue
        if entry["line"] != number + 1:
            yield Broken(place, f"line {number + 1} was to come and {entry['line']} came: removed or moved")
        elif entry["previous"] != (digest(covered) if covered else BEGINNING):
            yield Broken(place, "what stands before it was changed")
        torn.clear()
        number, covered = entry["line"], raw
        heads[number] = digest(raw)
    for each in torn:
        yield Broken(each, "is not whole: the last writer was killed, or it was changed")
    for standing in noted:
        if standing.log == log_id(first) and heads.get(standing.length) != standing.head:
            what = "was changed" if standing.length in heads else f"is gone: {place} lines are left"
            yield Broken(min(standing.length, place), f"line {standing.length}, noted elsewhere, {what}")
