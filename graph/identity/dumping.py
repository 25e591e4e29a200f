"""Decisions as JSON lines: out of one database, into another, which may have been rebuilt from its sources."""

import json
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from graph.errors import CrossprobeError, InvalidInputError, Problem
from graph.identity.components import refresh
from graph.identity.decisions import Decision, decision, decision_from
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store

_ALL = "MATCH (d:Decision) RETURN properties(d) AS decision ORDER BY d.at, d.id"


class DecisionLine(BaseModel):
    """One line of a dump. The id must be the one that its own content gives."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: str
    left_id: str
    right_id: str
    judgement: Literal["same", "different", "unsure"]
    by: str
    at: str
    reason: str
    basis: Literal["person", "rule", "score"] = "person"
    rule: str | None = None
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_reason: str | None = None

    @model_validator(mode="after")
    def _id_is_its_own(self) -> "DecisionLine":
        try:
            again = decision(
                self.left_id,
                self.right_id,
                self.judgement,
                by=self.by,
                at=self.at,
                reason=self.reason,
                basis=self.basis,
                rule=self.rule,
            )
        except CrossprobeError as error:
            raise ValueError(error.what) from None
        if (again.id, again.left_id) != (self.id, self.left_id):
            raise ValueError("the id is not the one its content gives: the line was changed")
        return self


def dump(store: Store) -> Iterator[str]:
    """Every decision, withdrawn ones too, as one JSON object a line, in order of time."""
    for (row,) in store.read(_ALL).rows:
        stated = {name: value for name, value in decision_from(row).row().items() if value is not None}
        yield json.dumps(stated, ensure_ascii=False)


def read_dump(lines: Iterable[str], *, file: str) -> list[Decision]:
    """The decisions of a dump. Raises InvalidInputError with every bad line."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            decisions.append(decision_from(DecisionLine.model_validate_json(line).model_dump()))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                path = ".".join(str(part) for part in each["loc"])
                problems.append(Problem(file, number, path, each["msg"].removeprefix("Value error, ")))
    if problems:
        raise InvalidInputError(problems)
    return decisions


def restore(store: Store, decisions: Iterable[Decision]) -> tuple[int, int]:
    """Stores decisions that are missing and withdrawals that are news; gives how many of each.

    One transaction. Decisions whose records are absent are stored, and dormant until the records come. A decision
    withdrawn here stays withdrawn, whatever the dump says.
    """
    added, withdrawn, touched = 0, 0, set()
    with store.transaction() as tx:
        take_turn(tx)
        stored = {row["id"]: decision_from(row) for (row,) in tx.run(_ALL).rows}
        rows = []
        for each in decisions:
            known = stored.get(each.id)
            if known is None or (known.live and not each.live):
                added += known is None
                withdrawn += known is not None
                rows.append({**each.row(), "state": "none"})
                touched |= {each.left_id, each.right_id}
        if rows:
            tx.run_rows(upsert_records("Decision"), rows)
            refresh(tx, touched)
    return added, withdrawn
