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

_UNIDENTIFIED = "MATCH (n:{label})\nWHERE n.identified = false\nRETURN properties(n) AS record"
_UNDATED = "MATCH (n:Investigation)\nWHERE n.opened IS NULL\nRETURN properties(n) AS record"
_UNLED = (
    "MATCH (n:Investigation)\nWHERE NOT EXISTS { (n)-[:CONDUCTED_BY]->(:Force|Body) }\nRETURN properties(n) AS record"
)
_NOT_HELD = (
    "MATCH (c:Source)-[:CITES]->(n:Source)\nWHERE NOT coalesce(n.held, false)\nRETURN DISTINCT properties(n) AS record"
)
_WHOLE = "MATCH (n:{label})\nRETURN n.id AS id, n.canonical_id AS canonical_id"


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


def _gaps(store: Store, times: Times) -> Iterator[Gap]:
    for label in _NAMED:
        for record in _open(store, label, _UNIDENTIFIED.format(label=label), times):
            why = str(record.get("why_unidentified") or "the source does not say why").replace("_", " ")
            yield _gap("not identified", label, record, why)
    for record in _open(store, "Investigation", _UNDATED, times):
        yield _gap("no date", "Investigation", record, "no source says when it began")
    for record in _open(store, "Investigation", _UNLED, times):
        yield _gap("no lead body", "Investigation", record, "no source says who leads it")
    for (record,) in store.read(_NOT_HELD).rows:
        yield _gap("cited, not held", "Source", record, "a source that is held rests on it")


def _open(store: Store, label: str, text: str, times: Times) -> list[dict[str, Any]]:
    """The records that a text finds, without those whose gap another record of the same thing fills."""
    found = {record["id"]: record for (record,) in store.read(text).rows if times.stated(record)}
    things = {record["canonical_id"] for record in found.values()}
    filled = set()
    for identifier, canonical in store.read(_WHOLE.format(label=label)).rows if things else ():
        if canonical in things and identifier not in found:
            filled.add(canonical)
    return [record for record in found.values() if record["canonical_id"] not in filled]


def _gap(kind: str, label: str, record: dict[str, Any], why: str) -> Gap:
    return Gap(kind, record["id"], called(label, record), why, record.get("source_id"), record.get("locator"))
