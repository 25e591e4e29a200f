"""What sources deny. People write denials by hand, so they are few, and all of them are read.

A denial names two records of its own source; it stands between the two things, whichever records of them are at hand.
"""

from collections.abc import Mapping
from dataclasses import replace

from graph.model import TYPES
from graph.stores.store import Store
from graph.subgraph import SubgraphRecord
from queries.drawing import Drawn
from queries.stored import records_of
from queries.times import Times

ENDS = ("from_id", "to_id")

_DENIALS = "MATCH (d:Denial)\nRETURN properties(d) AS record"
_OF_THINGS = "UNWIND $ids AS id\nMATCH (n:{label} {{canonical_id: id}})\nRETURN n.id AS id, n.canonical_id AS thing"
_FOLDED = tuple(dict.fromkeys(start for start, _ in TYPES["SAME_AS"].ends))


def denials(store: Store, times: Times) -> list[SubgraphRecord]:
    """Every denial stated by then."""
    every = (SubgraphRecord("Denial", row) for (row,) in store.read(_DENIALS).rows)
    return [each for each in every if times.stated(each.properties)]


def named(store: Store, denied: list[SubgraphRecord]) -> Mapping[str, SubgraphRecord]:
    """The records that the denials name, by id; those that are not stored are left out."""
    ends = {str(each.properties[end]) for each in denied for end in ENDS}
    return {each.id: each for each in records_of(store, ends)}


def with_what_is_denied(store: Store, drawn: Drawn, times: Times) -> Drawn:
    """What is drawn, and the records that denials name between two things that other records of them draw.

    Without these a link would be shown, and not that another source denies it.
    """
    denied = denials(store, times)
    known = named(store, denied)
    if known.keys() <= drawn.records:
        return drawn
    things = sorted({each.canonical_id for each in known.values()})
    shown = set()
    for label in _FOLDED:
        rows = store.read(_OF_THINGS.format(label=label), {"ids": things}).dicts()
        shown |= {row["thing"] for row in rows if row["id"] in drawn.records}
    added: set[str] = set()
    for each in denied:
        ends = {str(each.properties[end]) for end in ENDS}
        if all(end in drawn.records or (end in known and known[end].canonical_id in shown) for end in ends):
            added |= ends
    return replace(drawn, records=drawn.records | added)
