"""Reads the truth of a generated world: who is who, and what every source states, without a database.

`folder` is always the folder that `generate` wrote. Nothing here needs the fake-data library.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

READY = Path(__file__).parent / "ready"
"""The ready-made world of 50 officers."""


@dataclass(frozen=True, slots=True)
class TrueSource:
    """One source: `form` is press, foi, hearings, cases or roll; `path` its casebook, within the folder."""

    id: str
    title: str
    publisher: str
    form: str
    path: str
    published_from: str
    published_to: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueRecord:
    """A record of a source. `truth` is the true thing behind it, `canonical_id` what decisions.jsonl makes of it."""

    id: str
    kind: str
    source: str
    key: str
    locator: str
    truth: str | None
    canonical_id: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TrueStatement:
    """A statement of a source, from record to record; forces, bodies and sources have their shared ids."""

    type: str
    from_id: str
    to_id: str
    source: str
    locator: str
    key: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What the query must (`expect` is row) or must not (no_row) answer about the records `ids`, and why."""

    query: str
    scene: str
    expect: str
    why: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """The whole truth of a world that fits into memory. People and matters are plain mappings, as in their files."""

    world: Mapping[str, Any]
    sources: tuple[TrueSource, ...]
    records: tuple[TrueRecord, ...]
    statements: tuple[TrueStatement, ...]
    people: tuple[Mapping[str, Any], ...]
    matters: tuple[Mapping[str, Any], ...]
    near_misses: tuple[NearMiss, ...]
    _by_id: Mapping[str, TrueRecord] = field(default_factory=dict)

    def of_kind(self, kind: str) -> tuple[TrueRecord, ...]:
        """All records of one kind."""
        return tuple(each for each in self.records if each.kind == kind)

    def of_type(self, type_name: str) -> tuple[TrueStatement, ...]:
        """All statements of one type."""
        return tuple(each for each in self.statements if each.type == type_name)

    def record(self, identifier: str) -> TrueRecord | None:
        """The record of that id; None for a shared node."""
        return self._by_id.get(identifier)

    def canonical(self, identifier: str) -> str:
        """The canonical id behind an id; a shared node is its own."""
        known = self._by_id.get(identifier)
        return known.canonical_id if known else identifier

    def truth_of(self, identifier: str) -> str | None:
        """The id of the true thing behind a record; a shared node is its own."""
        known = self._by_id.get(identifier)
        return known.truth if known else identifier


def read_truth(folder: Path) -> Truth:
    """The truth of the world in the folder, whole."""
    all_records = tuple(records(folder))
    world = json.loads((folder / "truth" / "world.json").read_text(encoding="utf-8"))
    return Truth(
        world,
        tuple(_source(line) for line in _lines(folder, "facts")),
        all_records,
        tuple(statements(folder)),
        tuple(people(folder)),
        tuple(matters(folder)),
        tuple(NearMiss(**{**line, "ids": tuple(line["ids"])}) for line in _lines(folder, "near_misses")),
        {each.id: each for each in all_records},
    )


def records(folder: Path) -> Iterator[TrueRecord]:
    """Every record of every source, one after the other."""
    for source in _lines(folder, "facts"):
        for row in source["records"]:
            yield TrueRecord(**{"truth": None, "canonical_id": row["id"], **row}, source=source["id"])


def statements(folder: Path) -> Iterator[TrueStatement]:
    """Every statement of every source, derived ones included, one after the other."""
    for source in _lines(folder, "facts"):
        id_of = {row["key"]: row["id"] for row in source["records"]}
        for row in source["statements"]:
            start, end = row.pop("from"), row.pop("to")
            ends = {"from_id": id_of.get(start, start), "to_id": id_of.get(end, end)}
            yield TrueStatement(**{"key": "", "properties": {}, **row, **ends}, source=source["id"])


def people(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Every true person."""
    return _lines(folder, "people")


def matters(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Every true investigation (with its subjects), chat group and total."""
    return _lines(folder, "matters")


def _source(line: Mapping[str, Any]) -> TrueSource:
    stated = {name: line[name] for name in TrueSource.__slots__}
    return TrueSource(**{**stated, "cites": tuple(line["cites"])})


def _lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with (folder / "truth" / f"{name}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
