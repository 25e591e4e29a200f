"""Applying clusters to a store: only the connected component around the records that changed is read and written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids
from graph.identity.clusters import cluster
from graph.identity.decisions import Decision, decision_from
from graph.model import LABEL_OF_PREFIX
from graph.stores.store import Transaction

_DECISIONS_OF = (
    "UNWIND $rows AS row MATCH (d:Decision {{{end}: row.id}})\n"
    "WHERE d.withdrawn_at IS NULL\nRETURN properties(d) AS decision"
)
_SET_STATE = "UNWIND $rows AS row MATCH (d:Decision {id: row.id}) SET d.state = row.state RETURN count(*) AS written"


@dataclass(frozen=True, slots=True)
class Component:
    """What one decision can reach: `members` (ids, absent records too) and the live `decisions` that name any of them,
    as stored rows by id. A "different" may name a record outside: such a record is no member, and is left alone."""

    members: frozenset[str]
    decisions: Mapping[str, Mapping[str, Any]]


def component_around(tx: Transaction, record_ids: Iterable[str]) -> Component:
    """The components of the records, walked over live positive decisions, absent records included."""
    decisions: dict[str, dict[str, Any]] = {}
    members: set[str] = set()
    frontier = set(record_ids)
    while frontier:
        members |= frontier
        rows = [{"id": each} for each in sorted(frontier)]
        frontier = set()
        for end in ("left_id", "right_id"):
            for (row,) in tx.run(_DECISIONS_OF.format(end=end), {"rows": rows}).rows:
                decisions[row["id"]] = row
                if row["judgement"] == "same":
                    frontier |= {row["left_id"], row["right_id"]}
        frontier -= members
    return Component(frozenset(members), decisions)


def refresh(tx: Transaction, record_ids: Iterable[str]) -> None:
    """Brings canonical_id, SAME_AS and the states of decisions around the records to what `cluster` defines.

    Call it within the transaction that changed a decision or added or removed the records, after `take_turn`.
    """
    component = component_around(tx, record_ids)
    stored = component.decisions
    decisions = [decision_from(row) for row in stored.values()]
    present = _present(tx, component.members)
    result = cluster({each: row["identified"] for each, row in present.items()}, decisions)
    moved = [each for each, row in present.items() if row["canonical_id"] != result.canonical_ids[each]]
    for label, group in _by_label(moved).items():
        rows = [{"id": each, "canonical_id": result.canonical_ids[each]} for each in group]
        tx.run_rows(_set_canonical(label), rows)
    states = [
        {"id": each, "state": state} for each, state in result.states.items() if stored[each].get("state") != state
    ]
    if states:
        tx.run_rows(_SET_STATE, states)
    _draw(tx, present, [each for each in decisions if result.states[each.id] == "applied"])


def _present(tx: Transaction, record_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for label, group in _by_label(record_ids).items():
        text = (
            f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}})\n"
            "RETURN n.id AS id, n.canonical_id AS canonical_id, coalesce(n.identified, true) AS identified"
        )
        found.update({row["id"]: row for row in tx.run(text, {"rows": [{"id": each} for each in group]}).dicts()})
    return found


def _draw(tx: Transaction, present: Iterable[str], applied: list[Decision]) -> None:
    wanted = {each.id: each for each in applied}
    drawn: set[str] = set()
    for label, group in _by_label(present).items():
        rows = [{"id": each} for each in group]
        text = f"UNWIND $rows AS row MATCH (:{label} {{id: row.id}})-[r:SAME_AS]->() RETURN r.id AS id"
        drawn_here = {row[0] for row in tx.run(text, {"rows": rows}).rows}
        drawn |= drawn_here
        obsolete = sorted(drawn_here - wanted.keys())
        if obsolete:
            erase = (
                f"UNWIND $rows AS row MATCH (:{label} {{id: row.id}})-[r:SAME_AS]->()\n"
                "WHERE r.id IN $obsolete\nDELETE r"
            )
            tx.run(erase, {"rows": rows, "obsolete": obsolete})
    missing: dict[tuple[str, str], list[dict[str, str]]] = {}
    for each in (wanted[one] for one in sorted(wanted.keys() - drawn)):
        start, end = (LABEL_OF_PREFIX[ids.prefix_of(one)] for one in (each.left_id, each.right_id))
        missing.setdefault((start, end), []).append({"id": each.id, "left": each.left_id, "right": each.right_id})
    for (start, end), pairs in missing.items():
        text = (
            f"UNWIND $rows AS row\nMATCH (a:{start} {{id: row.left}})\nMATCH (b:{end} {{id: row.right}})\n"
            "MERGE (a)-[r:SAME_AS {id: row.id}]->(b)\nRETURN count(*) AS written"
        )
        tx.run_rows(text, pairs)


def _set_canonical(label: str) -> str:
    return (
        f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}})\n"
        "SET n.canonical_id = row.canonical_id RETURN count(*) AS written"
    )


def _by_label(record_ids: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in sorted(record_ids):
        label = LABEL_OF_PREFIX.get(ids.prefix_of(each))
        if label:
            groups.setdefault(label, []).append(each)
    return groups
