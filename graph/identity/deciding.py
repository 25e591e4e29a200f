"""Deciding and withdrawing: the only way records come to be held as one thing, and to be parted again."""

from dataclasses import dataclass

from graph import ids
from graph.errors import NotFoundError, UsageError
from graph.identity.clusters import chain
from graph.identity.components import component_around, refresh
from graph.identity.decisions import Decision, decision_from
from graph.model import LABEL_OF_PREFIX
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction

_BY_ID = "MATCH (d:Decision {id: $id}) RETURN properties(d) AS decision"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision came to. `contradicts` is the chain of live decisions that say otherwise; empty where none."""

    decision: Decision
    contradicts: tuple[Decision, ...]


def decide(store: Store, decision: Decision) -> Decided:
    """Stores the decision and brings the clusters around it up to date, in one transaction.

    A contradiction is never refused: it is stored, and the chain that says otherwise is given back. Raises
    NotFoundError where a record is absent, UsageError where a record speaks of a set or is a shared node, or where
    this very decision was withdrawn: taking back is final, a new decision has a new time and so a new id.
    """
    with store.transaction() as tx:
        take_turn(tx)
        for each in (decision.left_id, decision.right_id):
            _decidable(tx, each, decision)
        known = tx.run(_BY_ID, {"id": decision.id}).rows
        if known and not decision_from(known[0][0]).live:
            raise UsageError(f"{ids.quoted(decision.id)} was withdrawn.", do="Decide again, with a new time.")
        tx.run_rows(upsert_records("Decision"), [decision.row()])
        refresh(tx, (decision.left_id, decision.right_id))
        around = [
            decision_from(row) for row in component_around(tx, (decision.left_id, decision.right_id)).decisions.values()
        ]
    return Decided(decision, tuple(_contradicting(decision, around)))


def withdraw(store: Store, decision_id: str, *, by: str, at: str, reason: str) -> Decision:
    """Takes a decision back: the clusters are again what they were without it. Raises NotFoundError, UsageError."""
    with store.transaction() as tx:
        take_turn(tx)
        found = tx.run(_BY_ID, {"id": decision_id}).rows
        if not found:
            raise NotFoundError(f"No decision {decision_id!r}.", do="List them with: crossprobe link dump")
        stored = decision_from(found[0][0])
        if not stored.live:
            raise UsageError(f"{ids.quoted(stored.id)} was withdrawn at {stored.withdrawn_at} already.")
        taken_back = stored.withdrawn(at=at, by=by, reason=reason)
        tx.run_rows(upsert_records("Decision"), [{**taken_back.row(), "state": "none"}])
        refresh(tx, (stored.left_id, stored.right_id))
    return taken_back


def still_joining(store: Store, withdrawn: Decision) -> list[Decision]:
    """The shortest chain of live decisions that say, as the withdrawn one did, that its two records are one thing;
    empty where none do, and where it said something else."""
    if withdrawn.judgement != "same":
        return []
    ends = (withdrawn.left_id, withdrawn.right_id)
    with store.transaction() as tx:
        around = component_around(tx, ends).decisions.values()
    return chain(*ends, map(decision_from, around))


def _decidable(tx: Transaction, record_id: str, decision: Decision) -> None:
    label = LABEL_OF_PREFIX[ids.prefix_of(record_id)]
    text = f"MATCH (n:{label} {{id: $id}}) RETURN n.source_id AS source_id, n.how_many AS how_many"
    found = tx.run(text, {"id": record_id}).dicts()
    if not found:
        raise NotFoundError(f"No record {record_id!r}.", do="Find it with: crossprobe search TEXT")
    if found[0]["source_id"].startswith("vocabulary:"):
        raise UsageError(
            f"{record_id} comes from a vocabulary and is shared by all sources.", do="Decide on records of sources."
        )
    if found[0]["how_many"] and decision.judgement == "same":
        raise UsageError(
            f"{ids.quoted(record_id)} speaks of {found[0]['how_many']}: a set is never the same as one.",
            do="Decide on records that stand for one thing.",
        )


def _contradicting(decision: Decision, around: list[Decision]) -> list[Decision]:
    ends = {decision.left_id, decision.right_id}
    if decision.judgement == "different":
        return chain(decision.left_id, decision.right_id, around)
    if decision.judgement == "unsure":
        return []
    for refuting in (each for each in around if each.judgement == "different"):
        if {refuting.left_id, refuting.right_id} == ends:
            return [refuting]
        joined = chain(refuting.left_id, refuting.right_id, around)
        if any(each.id == decision.id for each in joined):
            return [refuting, *joined]
    return []
