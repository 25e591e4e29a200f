"""Suggestions in a store: which are still open, and how those of the models are written and taken away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids
from graph.identity.found import Found, Pair
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.model.writes import remove_records, upsert_records
from graph.stores.store import Store, Transaction

_ALL = "MATCH (s:Suggestion) RETURN properties(s) AS suggestion ORDER BY s.id"
_DECIDED = (
    "MATCH (d:Decision)\nWHERE NOT coalesce(d.withdrawn_reason, '') IN $no_word\n"
    "RETURN d.left_id AS left_id, d.right_id AS right_id, d.judgement AS judgement, "
    "d.withdrawn_at IS NULL AS live\nORDER BY d.id"
)
_ENDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN n.id AS id, n.{property} AS value"


UNDONE = "Undone at once, in the review."
"""Why a decision was withdrawn that was only a wrong key: such a pair is still open."""

NO_LONGER = "the rule no longer finds it"
"""Why a rule's decision was withdrawn by a load: nobody has looked at such a pair."""

NO_WORD = (UNDONE, NO_LONGER)
"""Decisions that were withdrawn for one of these are nobody's word: the pair is open."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A stored suggestion. A source's own has no score; `model` is then who suggests it."""

    id: str
    left_id: str
    right_id: str
    score: float | None
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    conflict: bool
    model: str
    inputs: str

    @property
    def pair(self) -> Pair:
        """Its two records."""
        return self.left_id, self.right_id


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs that somebody decided on: `same` and `different` by live decisions, `all` by whatever decision ever."""

    same: frozenset[Pair]
    different: frozenset[Pair]
    all: frozenset[Pair]


def decided(store: Store) -> Decided:
    """Which pairs were ever decided on, and how the live decisions have it."""
    rows = store.read(_DECIDED, {"no_word": list(NO_WORD)}).dicts()
    pairs = {word: frozenset(_pair(row) for row in rows if row["live"] and row["judgement"] == word) for word in _WORDS}
    return Decided(pairs["same"], pairs["different"], frozenset(_pair(row) for row in rows))


_WORDS = ("same", "different")


def open_suggestions(store: Store) -> list[Suggestion]:
    """Suggestions nobody decided on, between records that are present and not held to be one already; the likeliest
    first, those without a score before all."""
    known = decided(store).all
    found = [each for each in stored_suggestions(store) if each.pair not in known]
    canonical = of_ends(store, "canonical_id", {end for each in found for end in each.pair})
    waiting = [each for each in found if all(end in canonical for end in each.pair)]
    apart = [each for each in waiting if canonical[each.left_id] != canonical[each.right_id]]
    return sorted(apart, key=lambda each: (-(2.0 if each.score is None else each.score), each.id))


def stored_suggestions(store: Store) -> list[Suggestion]:
    """Every suggestion, by id."""
    return [_suggestion(row) for (row,) in store.read(_ALL).rows]


def of_ends(store: Store, name: str, record_ids: Iterable[str]) -> dict[str, str]:
    """A property of the records that are present, by their ids."""
    by_label: dict[str, list[str]] = {}
    for each in sorted(record_ids):
        by_label.setdefault(LABEL_OF_PREFIX[ids.prefix_of(each)], []).append(each)
    return {
        row["id"]: row["value"]
        for label, some in by_label.items()
        for row in store.read(_ENDS.format(label=label, property=name), {"ids": some}).dicts()
    }


def write(tx: Transaction, found: Iterable[Found], *, model: str, inputs: str, day: str) -> int:
    """Stores what a model found on a day (ISO); the same pair of the same finder is one suggestion. Gives how many."""
    rows = [
        {
            "id": f"{KINDS['Suggestion'].prefix}:{ids.digest((model.partition('@')[0], each.left_id, each.right_id))}",
            "left_id": each.left_id,
            "right_id": each.right_id,
            "score": each.score,
            "reasons": list(each.reasons),
            "against": list(each.against) or None,
            "conflict": each.conflict or None,
            "model": model,
            "inputs": inputs,
            "recorded_from": day,
            "recorded_basis": "loaded",
        }
        for each in found
    ]
    return tx.run_rows(upsert_records("Suggestion"), rows) if rows else 0


def remove(tx: Transaction, suggestion_ids: Iterable[str]) -> None:
    """Takes suggestions away."""
    rows = [{"id": each} for each in sorted(suggestion_ids)]
    if rows:
        tx.run_rows(remove_records("Suggestion"), rows)


def _suggestion(row: Mapping[str, Any]) -> Suggestion:
    return Suggestion(
        id=row["id"],
        left_id=row["left_id"],
        right_id=row["right_id"],
        score=row.get("score"),
        reasons=tuple(row.get("reasons") or ()),
        against=tuple(row.get("against") or ()),
        conflict=bool(row.get("conflict")),
        model=row.get("model") or "source",
        inputs=row.get("inputs") or "",
    )


def _pair(row: Mapping[str, Any]) -> Pair:
    return row["left_id"], row["right_id"]
