"""What sources state, as frozen values: a record is one thing, a statement is one fact about two."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = str | int | float | bool | tuple[str, ...]
Properties = Mapping[str, Value]
Basis = Literal["stated", "bounded", "loaded"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """When the source stated it: both ends equal where the date is known, else the bounds it must lie within.

    `basis` is `stated` (the source carries the date), `bounded` (we know only bounds) or `loaded` (nothing better
    than the day of loading is known).
    """

    start: str
    end: str
    basis: Basis = "stated"


@dataclass(frozen=True, slots=True)
class Record:
    """A node: one thing as one source states it. `kind` is a label of graph.model, `properties` what is stated.

    Invariant: nothing here depends on where in a file the thing stands but `locator`.
    """

    kind: str
    id: str
    source_id: str
    locator: str
    recorded: Recorded
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A relationship: one fact as one source states it, from the record `from_id` to the record `to_id`."""

    type: str
    id: str
    from_id: str
    to_id: str
    source_id: str
    locator: str
    recorded: Recorded
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one source states, and the shared nodes (forces, bodies, offences, cited sources) it touches.

    `source` is the Source record itself. Shared records are written where they are missing and owned by no load.
    """

    source: Record
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    shared: tuple[Record, ...] = ()
