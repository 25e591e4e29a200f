"""Finds the routes between two records over records and statements that were read already, by graph.model.routes."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import routes as rules
from graph.subgraph import SubgraphRecord, SubgraphStatement


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader allows: statements in a route at most, routes at most, going through forces and bodies, and
    whether only what sources state as fact is walked."""

    limit: int = rules.LIMIT
    routes: int = rules.ROUTES
    through_hubs: bool = False
    stated_only: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a route, as it is walked: `link` is the id of a statement, or of a decision where `type` is
    SAME_AS. `quality` is the statement's status or the decision's basis; `source_id` is empty for a decision."""

    link: str
    type: str
    from_id: str
    to_id: str
    weight: int
    quality: str
    source_id: str = ""

    @property
    def length(self) -> int:
        """What it counts towards the limit: a statement one, an identity nothing."""
        return 0 if self.type == "SAME_AS" else 1

    def turned(self) -> "Step":
        """The same link walked the other way."""
        return Step(self.link, self.type, self.to_id, self.from_id, self.weight, self.quality, self.source_id)


@dataclass(frozen=True, slots=True)
class Route:
    """Steps from the one end to the other, each beginning where the one before ended."""

    steps: tuple[Step, ...]

    @property
    def weight(self) -> int:
        """The sum of its steps' weights."""
        return sum(each.weight for each in self.steps)

    @property
    def depends(self) -> list[str]:
        """What it depends on, in sentences."""
        counts = Counter(each.quality for each in self.steps if each.quality != "stated")
        sources = {each.source_id for each in self.steps if each.source_id}
        return rules.depends({**counts, "sources": len(sources)})


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of the denials that name both ends, which are said first, and the routes, lightest first."""

    denials: tuple[str, ...]
    routes: tuple[Route, ...]


def find_routes(
    records: Iterable[SubgraphRecord],
    statements: Iterable[SubgraphStatement],
    decisions: Iterable[SubgraphRecord],
    denials: Iterable[SubgraphRecord],
    start: str,
    end: str,
    asked: Asked = Asked(),
) -> Found:
    """The routes from the record `start` to the record `end`, both among `records`, over what else is given.

    Of the statements are needed status, state, not_held and source_id; of the decisions left_id, right_id, basis and
    state: only those applied are walked.
    """
    ground = _Ground({each.id: each for each in records}, denials)
    for statement in {each.id: each for each in statements}.values():
        ground.add(_from_statement(statement, stated_only=asked.stated_only))
    for decision in {each.id: each for each in decisions}.values():
        ground.add(_from_decision(decision))
    first, last = sorted((start, end))  # so that the way back is the way there
    routes: list[Route] = []
    while len(routes) < asked.routes and (route := ground.lightest(first, last, asked)):
        routes.append(route if first == start else Route(tuple(each.turned() for each in reversed(route.steps))))
        if ground.thing(start) == ground.thing(end):
            break
        ground.close(route, {ground.thing(start), ground.thing(end)})
    return Found(ground.denied(start, end), tuple(routes))


class _Ground:
    """What may be walked. A thing is all records of one canonical id."""

    def __init__(self, records: dict[str, SubgraphRecord], denials: Iterable[SubgraphRecord]) -> None:
        self._records = records
        self._from: dict[str, list[Step]] = defaultdict(list)
        self._closed: set[str] = set()
        self._closed_pairs: set[frozenset[str]] = set()
        self._denials = [each for each in denials if {"from_id", "to_id"} <= each.properties.keys()]
        self._denied: set[tuple[str, frozenset[str]]] = set()
        for each in self._denials:
            for name in rules.DENIED_TYPES[each.properties.get("of") or "link"]:
                self._denied.add((name, self._ends(name, *_named(each))))

    def thing(self, record_id: str) -> str:
        record = self._records.get(record_id)
        return record.canonical_id if record else record_id

    def denied(self, start: str, end: str) -> tuple[str, ...]:
        ends = self._ends("", start, end)
        naming = (each for each in self._denials if ends == self._ends("", *_named(each)))
        return tuple(sorted(each.id for each in naming))

    def add(self, step: Step | None) -> None:
        if step is None or step.from_id == step.to_id or not {step.from_id, step.to_id} <= self._records.keys():
            return
        if (step.type, self._ends(step.type, step.from_id, step.to_id)) not in self._denied:
            self._from[step.from_id].append(step)
            self._from[step.to_id].append(step.turned())

    def close(self, route: Route, ends: set[str]) -> None:
        """Keeps further routes off this one: off the things between the ends, or off its one direct link."""
        self._closed |= {self.thing(each.to_id) for each in route.steps} - ends
        self._closed_pairs |= {self._ends(each.type, each.from_id, each.to_id) for each in route.steps}

    def lightest(self, start: str, end: str, asked: Asked) -> Route | None:
        waiting: list[tuple[int, int, tuple[str, ...], str, tuple[Step, ...]]] = [(0, 0, (), start, ())]
        fewest: dict[str, int] = {}
        while waiting:
            weight, length, links, here, steps = heapq.heappop(waiting)
            if here == end:
                return Route(steps)
            # Lighter ways were here before: a heavier one is of use only where it leaves more statements to go.
            if length >= fewest.get(here, asked.limit + 1):
                continue
            fewest[here] = length
            if here != start and not self._may_be_crossed(here, {start, end}, asked):
                continue
            for step in self._from[here]:
                if length + step.length <= asked.limit and self._is_open(step):
                    heapq.heappush(
                        waiting,
                        (
                            weight + step.weight,
                            length + step.length,
                            (*links, step.link),
                            step.to_id,
                            (*steps, step),
                        ),
                    )
        return None

    def _may_be_crossed(self, record_id: str, ends: set[str], asked: Asked) -> bool:
        if self.thing(record_id) in {self.thing(each) for each in ends}:
            return True  # another record of an end
        label = self._records[record_id].label
        return label not in rules.NEVER_CROSSED and (asked.through_hubs or label not in rules.CROSSED_IF_ASKED)

    def _is_open(self, step: Step) -> bool:
        if self.thing(step.to_id) in self._closed:
            return False
        return step.type == "SAME_AS" or self._ends(step.type, step.from_id, step.to_id) not in self._closed_pairs

    def _ends(self, name: str, start: str, end: str) -> frozenset[str]:
        """What a link of the type joins: two things, and by SAME_AS two records of one."""
        return frozenset((start, end) if name == "SAME_AS" else (self.thing(start), self.thing(end)))


def _named(denial: SubgraphRecord) -> tuple[str, str]:
    return str(denial.properties["from_id"]), str(denial.properties["to_id"])


def _from_statement(statement: SubgraphStatement, *, stated_only: bool) -> Step | None:
    stated = statement.properties
    status = str(stated.get("status") or "stated")
    weight = rules.WEIGHTS.get(statement.type)
    no_link = any(stated.get(name) == value for name, value in rules.NO_LINK.items())
    if weight is None or no_link or (stated_only and status != "stated"):
        return None
    weight += rules.STATUS_ADDS[status]
    source = str(stated.get("source_id") or "")
    return Step(statement.id, statement.type, statement.from_id, statement.to_id, weight, status, source)


def _from_decision(decision: SubgraphRecord) -> Step | None:
    decided = decision.properties
    if decided.get("state") != "applied":
        return None
    basis = str(decided.get("basis") or "person")
    left, right = str(decided["left_id"]), str(decided["right_id"])
    return Step(decision.id, "SAME_AS", left, right, rules.IDENTITY_WEIGHTS[basis], basis)
