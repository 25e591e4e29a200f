"""Decisions by a rule that a loader declares: thousands at once, each the same however often it is made."""

from collections.abc import Iterable

from graph.identity.decisions import Decision, decision_from
from graph.identity.suggestions import NO_LONGER
from graph.model.writes import upsert_records
from graph.stores.store import Transaction

_OF_RULE = "MATCH (d:Decision)\nWHERE d.basis = 'rule' AND d.rule IN $rules\nRETURN properties(d) AS decision"


def rule(tx: Transaction, decisions: Iterable[Decision], *, rules: Iterable[str], at: str) -> set[str]:
    """Stores what the `rules` decide now, and gives the records whose clusters may change: refresh those.

    A decision that is stored already stays as it is, withdrawn ones too: a person's word outlives a re-load. One that
    its rule no longer makes is withdrawn in the rule's name, and lives again when the rule makes it again. Call it
    after `take_turn`.
    """
    made = {each.id: each for each in decisions}
    stored = [decision_from(row) for (row,) in tx.run(_OF_RULE, {"rules": sorted(set(rules))}).rows]
    known = {each.id for each in stored if each.withdrawn_reason != NO_LONGER}
    new = [{**each.row(), "state": "none"} for name, each in sorted(made.items()) if name not in known]
    obsolete = [each for each in stored if each.live and each.id not in made]
    rows = new + [
        {**each.withdrawn(at=at, by=f"rule {each.rule}", reason=NO_LONGER).row(), "state": "none"} for each in obsolete
    ]
    if rows:
        tx.run_rows(upsert_records("Decision"), rows)
    ends = [(row["left_id"], row["right_id"]) for row in rows]
    return {each for pair in ends for each in pair}
