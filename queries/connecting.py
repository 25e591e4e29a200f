"""Why two things are linked: the denials that name both, then the routes between them, each step with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import sentences
from graph.errors import UsageError
from graph.model import TYPES
from graph.model import routes as rules
from graph.routes import Asked, Found, Route, Step
from graph.sentences import Label
from graph.stores.store import Store
from graph.subgraph import SubgraphRecord
from queries.ground import DECISIONS, Ground, label, records_read
from queries.stored import records_of
from queries.times import Times

ENDS = ("Officer", "Account", "Cohort", "Investigation", "ChatGroup", "Allegation")
"""Kinds a route may begin and end at: people, what is said of them, investigations and groups."""

_LIGHTEST = min(rules.WEIGHTS.values())
_BETWEEN = (
    "MATCH (a:{start} {{id: $start}})-[r:{type}]-(b:{end} {{id: $end}})\n"
    "RETURN startNode(r).id = $start AS outward, properties(r) AS stated ORDER BY r.id"
)


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a route with what is stored of it: the statement (or decision), in its own direction, and its ends.

    `beside` counts further statements of the same type between the same two records.
    """

    step: Step
    stated: Mapping[str, Any]
    start: SubgraphRecord
    end: SubgraphRecord
    beside: int = 0

    def sentence(self, label_of: Label) -> str:
        """What its source states, whichever way it is walked; of a decision, who decided and why."""
        start, end = (sentences.called(each.label, each.properties) for each in (self.start, self.end))
        if self.step.type != "SAME_AS":
            return sentences.sentence(self.step.type, start, end, self.stated, label_of)
        told = TYPES["SAME_AS"].sentence.replace("{from}", start).replace("{to}", end)
        why = str(self.stated.get("reason") or "no reason is given").strip().removesuffix(".")
        return f"{told[:1].upper()}{told[1:]} by {self.stated.get('by')}: {why}."


@dataclass(frozen=True, slots=True)
class Told:
    """A route and its steps as they are stored."""

    route: Route
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Connection:
    """The answer: the properties of each denial that names both ends, and the routes, lightest first."""

    denials: tuple[Mapping[str, Any], ...]
    routes: tuple[Told, ...]


def connect(store: Store, start: str, end: str, asked: Asked, times: Times) -> Connection:
    """The routes between two records that are held (whole ids), over what holds at the dates.

    Raises UsageError where both are one record, or where too many links lie between them.
    """
    if start == end:
        raise UsageError("Both ends are the same record.", do="Name two different records.")
    ground, found = Ground(store, asked, times), Found((), ())
    for limit in sorted({min(2, asked.limit), asked.limit}):
        ground.reach(start, (limit + 1) // 2)
        ground.reach(end, limit // 2)
        found = ground.routes(start, end)
        # No longer route is lighter than its number of statements makes it: where these are as light, none is read.
        if len(found.routes) == asked.routes and found.routes[-1].weight <= _LIGHTEST * (limit + 1):
            break
    denials = {each.id: each.properties for each in ground.denials}
    return Connection(tuple(denials[each] for each in found.denials), tuple(_told(store, found.routes)))


def _told(store: Store, routes: Iterable[Route]) -> Iterable[Told]:
    ends = {each for route in routes for step in route.steps for each in (step.from_id, step.to_id)}
    records = {each.id: each for each in records_of(store, ends)}
    for route in routes:
        yield Told(route, tuple(_leg(store, step, records) for step in route.steps))


def _leg(store: Store, step: Step, records: Mapping[str, SubgraphRecord]) -> Leg:
    start, end = records[step.from_id], records[step.to_id]
    if step.type == "SAME_AS":
        (decision,) = records_read(store, "Decision", DECISIONS, {"ids": [step.link]})
        return Leg(step, decision.properties, start, end)
    text = _BETWEEN.format(start=label(start.id), end=label(end.id), type=step.type)
    between = store.read(text, {"start": start.id, "end": end.id}).dicts()
    walked = next(each for each in between if each["stated"]["id"] == step.link)
    ends = (start, end) if walked["outward"] else (end, start)
    return Leg(step, walked["stated"], *ends, beside=len(between) - 1)
