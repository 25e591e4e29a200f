"""What is missing: whom nobody names, what is undated, who leads nothing that is stated, what is cited and not held."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.model import KINDS
from graph.model.kinds import Origin
from graph.sentences import called
from graph.stores.store import Store
from queries.times import Times

_NAMED = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK and kind.same_as)

_BY_THEN = "($known IS NULL OR left({0}.recorded_from, size($known)) <= left($known, size({0}.recorded_from)))"

_UNIDENTIFIED = "MATCH (n:{label})\nWHERE n.identified = false\nRETURN properties(n) AS record"
_UNDATED = "MATCH (n:Investigation)\nWHERE n.opened IS NULL\nRETURN properties(n) AS record"
_UNLED = (
    "MATCH (n:Investigation)\nWHERE NOT EXISTS {\n  MATCH (n)-[s:CONDUCTED_BY]->(:Force|Body)\n"
    f"  WHERE {_BY_THEN.format('s')}\n}}\nRETURN properties(n) AS record"
)
_NOT_HELD = (
    "MATCH (:Source)-[s:CITES]->(n:Source)\nWHERE NOT coalesce(n.held, false)\n"
    f"AND {_BY_THEN.format('s')}\nRETURN DISTINCT properties(n) AS record"
)
_WHOLE = f"MATCH (n:{{label}})\nWHERE {_BY_THEN.format('n')}\nRETURN n.id AS id, n.canonical_id AS canonical_id"
_COUNTED = f"MATCH (n:{{label}})\nWHERE {_BY_THEN.format('n')}\nRETURN count(n) AS n"
_CITED = f"MATCH (:Source)-[s:CITES]->(n:Source)\nWHERE {_BY_THEN.format('s')}\nRETURN count(DISTINCT n) AS n"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that sources leave open. `kind` says what is missing, `why` what the source says of that."""

    kind: str
    id: str
    what: str
    why: str
    source_id: str | None
    locator: str | None


def gaps(store: Store, times: Times) -> list[Gap]:
    """Every gap, by kind and then by record. A record is left out where another that is held to be the same thing
    fills the gap: decisions close gaps."""
    return sorted(_gaps(store, times), key=lambda each: (each.kind, each.source_id or "", each.id))


def looked_at(store: Store, times: Times) -> dict[str, str]:
    """By kind of gap, among how many records it was looked for, in words."""
    known = {"known": times.known}

    def counted(text: str) -> int:
        return int(store.read(text, known).rows[0][0])

    by_label = {label: counted(_COUNTED.format(label=label)) for label in _NAMED}
    cases = f"{by_label['Investigation']:,} records of investigations"
    return {
        "not identified": f"{sum(by_label.values()):,} records of people, cases, groups and forces",
        "no date": cases,
        "no lead body": cases,
        "cited, not held": f"{counted(_CITED):,} sources that others cite",
    }


def _gaps(store: Store, times: Times) -> Iterator[Gap]:
    for label in _NAMED:
        for record in _open(store, label, _UNIDENTIFIED.format(label=label), times):
            why = str(record.get("why_unidentified") or "the source does not say why").replace("_", " ")
            yield _gap("not identified", label, record, why)
    for record in _open(store, "Investigation", _UNDATED, times):
        yield _gap("no date", "Investigation", record, "no source says when it began")
    for record in _open(store, "Investigation", _UNLED, times):
        yield _gap("no lead body", "Investigation", record, "no source says who leads it")
    for (record,) in store.read(_NOT_HELD, {"known": times.known}).rows:
        yield _gap("cited, not held", "Source", record, "a source that is held rests on it")


def _open(store: Store, label: str, text: str, times: Times) -> list[dict[str, Any]]:
    """The records that a text finds, without those whose gap another record of the same thing fills."""
    known = {"known": times.known}
    found = {record["id"]: record for (record,) in store.read(text, known).rows if times.stated(record)}
    things = {record["canonical_id"] for record in found.values()}
    filled = set()
    for identifier, canonical in store.read(_WHOLE.format(label=label), known).rows if things else ():
        if canonical in things and identifier not in found:
            filled.add(canonical)
    return [record for record in found.values() if record["canonical_id"] not in filled]


def _gap(kind: str, label: str, record: dict[str, Any], why: str) -> Gap:
    return Gap(kind, record["id"], called(label, record), why, record.get("source_id"), record.get("locator"))
