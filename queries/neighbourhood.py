"""What lies around records: outwards, statement by statement, but never through what everybody shares."""

from collections.abc import Iterable

from graph.ids import prefix_of
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.model.kinds import Origin
from graph.stores.store import Store
from graph.subgraph import SubgraphRecord
from queries.drawing import Drawn
from queries.stored import only_those_held, records_of
from queries.times import Times

_SHARED = frozenset(label for label, kind in KINDS.items() if kind.origin is Origin.SHARED)
_BESIDE = (
    "UNWIND $ids AS id\nMATCH (a:{label} {{id: id}})-[r]-(b)\nWHERE type(r) <> 'SAME_AS'\n"
    "RETURN type(r) AS type, properties(r) AS stated, b.id AS id"
)
_CLUSTER = "UNWIND $ids AS id\nMATCH (n:{label} {{canonical_id: id}})\nRETURN n.id AS id"


def around(store: Store, start: Iterable[str], depth: int | None, types: Iterable[str], times: Times) -> Drawn:
    """The records within `depth` statements (None: any number) of `start`, over statements of `types` (of all, where
    there are none) that hold at the dates.

    Records that decisions hold to be one are reached together, at no cost in depth. A shared record (a force, a body,
    a source, an offence) is reached, and walked through only where it is one of `start`.
    """
    wanted = frozenset(types) or None
    reached = set(_with_their_like(store, only_those_held(store, start)))
    frontier = set(reached)
    while frontier and depth != 0:
        depth = None if depth is None else depth - 1
        beside = _beside(store, frontier, wanted, times)
        new = set(_with_their_like(store, beside - reached)) - reached
        reached |= new
        frontier = {each for each in new if LABEL_OF_PREFIX.get(prefix_of(each)) not in _SHARED}
    return Drawn(frozenset(reached), types=wanted)


def held_to_be_one(store: Store, record_id: str, *, alone: bool) -> list[SubgraphRecord]:
    """The record with all that decisions hold to be the same thing, or `alone`; sorted by id."""
    ids = {record_id} if alone else _with_their_like(store, [record_id])
    return sorted(records_of(store, ids), key=lambda each: each.id)


def _beside(store: Store, records: Iterable[str], types: frozenset[str] | None, times: Times) -> set[str]:
    found = set()
    for label, some in _by_label(records).items():
        for row in store.read(_BESIDE.format(label=label), {"ids": some}).dicts():
            if (types is None or row["type"] in types) and times.hold(row["stated"]):
                found.add(str(row["id"]))
    return found


def _with_their_like(store: Store, records: Iterable[str]) -> set[str]:
    """The records and those that are counted as one with any of them."""
    read = list(records_of(store, records))
    found = {each.id for each in read}
    canonical = {(label, each.canonical_id) for each in read for label in {each.label, *KINDS[each.label].same_as}}
    for label in {label for label, _ in canonical}:
        ids = sorted(one for other, one in canonical if other == label)
        found |= {str(each) for (each,) in store.read(_CLUSTER.format(label=label), {"ids": ids}).rows}
    return found


def _by_label(records: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in sorted(records):
        groups.setdefault(LABEL_OF_PREFIX[prefix_of(each)], []).append(each)
    return groups
