"""A decision: somebody's word that two records are one thing, are not, or may be."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from graph import ids
from graph.errors import UsageError
from graph.model import KINDS, LABEL_OF_PREFIX

Judgement = Literal["same", "different", "unsure"]
Basis = Literal["person", "rule", "score"]

_BASIS_ORDER: dict[Basis, int] = {"person": 0, "rule": 1, "score": 2}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. Invariants: left_id < right_id; it is withdrawn, never deleted or changed.

    `at` and `withdrawn_at` are UTC as ISO 8601. `rule` names the rule or the model where one decided.
    """

    id: str
    left_id: str
    right_id: str
    judgement: Judgement
    by: str
    at: str
    reason: str
    basis: Basis = "person"
    rule: str | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None

    @property
    def live(self) -> bool:
        """Whether it counts: nobody has withdrawn it."""
        return self.withdrawn_at is None

    @property
    def rank(self) -> tuple[int, str, str]:
        """The order in which decisions are followed: person before rule before score, then time, then id."""
        return _BASIS_ORDER[self.basis], self.at, self.id

    def withdrawn(self, *, at: str, by: str, reason: str) -> "Decision":
        """The same decision, taken back."""
        return replace(self, withdrawn_at=at, withdrawn_by=by, withdrawn_reason=reason)

    def row(self) -> dict[str, Any]:
        """The decision as the flat dict that is stored and dumped."""
        return {name: getattr(self, name) for name in self.__slots__}


def decision(
    first_id: str,
    second_id: str,
    judgement: Judgement,
    *,
    by: str,
    at: str,
    reason: str,
    basis: Basis = "person",
    rule: str | None = None,
) -> Decision:
    """A decision on two records, in either order. Its id is a hash: said again at the same time it is the same one.

    A rule's decision hashes the rule and not the time, so that a re-load adds none. Raises UsageError where the two
    are one record or of kinds that cannot be one thing.
    """
    if first_id == second_id:
        raise UsageError("Both ends are the same record.", do="Name two different records.")
    kinds = [LABEL_OF_PREFIX.get(ids.prefix_of(each), "") for each in (first_id, second_id)]
    if not kinds[0] or kinds[1] not in KINDS[kinds[0]].same_as:
        names = " and ".join(kind or "an unknown kind" for kind in kinds)
        raise UsageError(f"{names} cannot be decided on as one thing.", do="Decide on two records of one kind.")
    left_id, right_id = sorted((first_id, second_id))
    who = (rule or "",) if basis == "rule" else (by, at, reason)
    key = ("decision", left_id, right_id, judgement, basis, *who)
    return Decision(f"decision:{ids.digest(key)}", left_id, right_id, judgement, by, at, reason, basis, rule)


def decision_from(row: Mapping[str, Any]) -> Decision:
    """The decision behind a stored or dumped row; properties that are not the decision's own are left aside."""
    return Decision(**{name: row.get(name) for name in Decision.__slots__})  # type: ignore[arg-type]
