"""A Subgraph: everything a page or a file needs to know, taken from a store once and frozen."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Header:
    """What a subgraph is: not part of its digest. Dates are ISO; `taken_at` is UTC.

    `about` are the ids it was asked for: those a neighbourhood lies around, or those that tell a query's rows apart.
    `redaction` is the level, None where nothing is redacted; `notes` say what a reader must know (what was kept back);
    `unfinished` names the loads that were not complete; `access_log` says where the log of the looks stood (its id,
    its number of lines, the digest of the last), so that a log cut short later is found.
    """

    title: str
    selection: str
    taken_at: str
    at: str | None = None
    known: str | None = None
    marking: str | None = None
    about: tuple[str, ...] = ()
    redaction: str | None = None
    notes: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    access_log: str | None = None


@dataclass(frozen=True, slots=True)
class SubgraphRecord:
    """A record as it was stored: its label and every stored property (id, canonical_id, source_id, locator ...)."""

    label: str
    properties: Row

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.properties["id"])

    @property
    def canonical_id(self) -> str:
        """The id it is counted by."""
        return str(self.properties.get("canonical_id") or self.properties["id"])


@dataclass(frozen=True, slots=True)
class SubgraphStatement:
    """A statement as it was stored: type, ends and every stored property."""

    type: str
    from_id: str
    to_id: str
    properties: Row

    @property
    def id(self) -> str:
        """The statement's id."""
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Records and the statements between them, with what bears on their identity and where they come from.

    Invariants: every statement's two ends are among `records`; denials, decisions and suggestions name only
    records; `sources` holds the Source of every source_id that occurs. Each collection is sorted by id, so that the
    same graph gives the same bytes.
    """

    records: tuple[SubgraphRecord, ...]
    statements: tuple[SubgraphStatement, ...]
    denials: tuple[SubgraphRecord, ...]
    decisions: tuple[SubgraphRecord, ...]
    suggestions: tuple[SubgraphRecord, ...]
    sources: tuple[SubgraphRecord, ...]
    loads: tuple[SubgraphRecord, ...]
    header: Header

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over everything but canonical_id and header, the same for 7 and 7.0, since programs that a file
        went through may have made one of the other; worked out at each call."""
        return _digest(self)


PARTS = ("records", "denials", "decisions", "suggestions", "sources", "loads", "statements")
"""The parts of a subgraph, in the order in which its digest takes them."""


class RunningDigest:
    """The digest of a subgraph of which one item is known at a time: those of one part after those of another."""

    def __init__(self) -> None:
        self._sha = hashlib.sha256()
        self._begun = 0

    def record(self, part: str, label: str, row: Row) -> None:
        """Takes the next record of the part. Raises ValueError where another part was begun that comes after it."""
        self._take(part, [label, _without_canonical(row)])

    def statement(self, name: str, from_id: str, to_id: str, row: Row) -> None:
        """Takes the next statement."""
        self._take("statements", [name, from_id, to_id, _without_canonical(row)])

    def hexdigest(self) -> str:
        """The digest of all that was taken; nothing can be taken after it."""
        self._begin(PARTS[-1])
        return self._sha.hexdigest()

    def _take(self, part: str, item: list[Any]) -> None:
        self._begin(part)
        self._sha.update(json.dumps(item, sort_keys=True, ensure_ascii=True, allow_nan=False).encode() + b"\n")

    def _begin(self, part: str) -> None:
        place = PARTS.index(part) + 1
        if place < self._begun:
            raise ValueError(f"the {part} are over")
        for each in PARTS[self._begun : place]:
            self._sha.update(each.encode() + b"\n")
        self._begun = place


def _digest(subgraph: Subgraph) -> str:
    digest = RunningDigest()
    for part in PARTS[:-1]:
        for record in getattr(subgraph, part):
            digest.record(part, record.label, record.properties)
    for each in subgraph.statements:
        digest.statement(each.type, each.from_id, each.to_id, each.properties)
    return digest.hexdigest()


def _without_canonical(row: Row) -> dict[str, Any]:
    return {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in row.items()
        if name != "canonical_id" and value is not None
    }
