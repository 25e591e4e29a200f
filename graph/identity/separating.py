"""Taking one record out of what it is held to be, and putting it back: decisions that it is different, and no more.

What held it in stays stored and is not followed while somebody says different. So a load cannot bring the record back
in, and withdrawing these decisions restores exactly what was there before.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph import ids
from graph.errors import UsageError
from graph.identity.components import component_around, refresh
from graph.identity.decisions import Decision, decision, decision_from
from graph.identity.suggestions import of_ends
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Separated:
    """The decisions made (or withdrawn), those they overrule (or let live), and what the other records are held to be
    now: their ids, one tuple for each thing."""

    decisions: tuple[Decision, ...]
    overruled: tuple[Decision, ...]
    others: tuple[tuple[str, ...], ...]


def separate(store: Store, record_id: str, *, by: str, at: str, reason: str) -> Separated:
    """Decides that the record is different from each that a decision joins it to. Others that only it held together
    fall apart too. Raises UsageError where nothing joins it to another."""
    with store.transaction() as tx:
        take_turn(tx)
        component = component_around(tx, [record_id])
        held = [
            decision_from(row)
            for row in component.decisions.values()
            if row["state"] == "applied" and record_id in (row["left_id"], row["right_id"])
        ]
        if not held:
            raise UsageError(
                f"{ids.quoted(record_id)} is held to be one with no other record.", do="See it with: crossprobe show ID"
            )
        made = [
            decision(each.left_id, each.right_id, "different", by=by, at=at, reason=reason)
            for each in {(one.left_id, one.right_id): one for one in held}.values()
        ]
        tx.run_rows(upsert_records("Decision"), [{**each.row(), "state": "none"} for each in made])
        refresh(tx, component.members)
    return Separated(tuple(made), _in_order(held), _things(store, component.members - {record_id}))


def rejoin(store: Store, record_id: str, *, by: str, at: str, reason: str) -> Separated:
    """Withdraws the live decisions that the record is different from one that a live decision joins it to. Raises
    UsageError where there are none."""
    with store.transaction() as tx:
        take_turn(tx)
        members = component_around(tx, [record_id]).members
        touching = _touching(tx, record_id)
        joined = {(each.left_id, each.right_id) for each in touching if each.judgement == "same"}
        parted = [
            each for each in touching if each.judgement == "different" and (each.left_id, each.right_id) in joined
        ]
        if not parted:
            raise UsageError(
                f"{ids.quoted(record_id)} was not taken out of anything.", do="See it with: crossprobe show ID"
            )
        pairs = {(each.left_id, each.right_id) for each in parted}
        withdrawn = [each.withdrawn(at=at, by=by, reason=reason) for each in parted]
        tx.run_rows(upsert_records("Decision"), [{**each.row(), "state": "none"} for each in withdrawn])
        refresh(tx, members)
    held = [each for each in touching if each.judgement == "same" and (each.left_id, each.right_id) in pairs]
    return Separated(tuple(withdrawn), _in_order(held), _things(store, members))


def _touching(tx: Transaction, record_id: str) -> list[Decision]:
    found = [decision_from(row) for row in component_around(tx, [record_id]).decisions.values()]
    return [each for each in found if record_id in (each.left_id, each.right_id)]


def _in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda each: each.rank))


def _things(store: Store, record_ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The records by what they are held to be; those that are absent are left out."""
    canonical = of_ends(store, "canonical_id", record_ids)
    things: dict[str, list[str]] = {}
    for each in sorted(canonical):
        things.setdefault(canonical[each], []).append(each)
    return tuple(tuple(each) for each in things.values())
