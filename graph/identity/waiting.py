"""What waits for a person: the open suggestions, each with its two records and what a decision would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids
from graph.identity.effects import subjects
from graph.identity.suggestions import Suggestion, open_suggestions
from graph.model import LABEL_OF_PREFIX
from graph.stores.store import Store

_RECORDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN properties(n) AS record"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A suggestion with its two records as stored; `change` is how many more officers would recur if they are one."""

    suggestion: Suggestion
    left: Mapping[str, Any]
    right: Mapping[str, Any]
    change: int


def waiting(store: Store, *, changes_first: bool = False) -> list[Waiting]:
    """The open suggestions, likeliest first; with `changes_first` those before all that would change who recurs."""
    found = open_suggestions(store)
    records = _records(store, {end for each in found for end in each.pair})
    known = subjects(store)
    told = []
    for each in found:
        left, right = records[each.left_id], records[each.right_id]
        change = known.recurring_if_one((str(left["canonical_id"]), str(right["canonical_id"])))
        told.append(Waiting(each, left, right, change))
    return sorted(told, key=lambda each: each.change == 0) if changes_first else told


def _records(store: Store, record_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    by_label: dict[str, list[str]] = {}
    for each in sorted(record_ids):
        by_label.setdefault(LABEL_OF_PREFIX[ids.prefix_of(each)], []).append(each)
    return {
        row["id"]: row
        for label, some in by_label.items()
        for (row,) in store.read(_RECORDS.format(label=label), {"ids": some}).rows
    }
