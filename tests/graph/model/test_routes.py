"""Routes by the rules of graph.model.routes: the shared cases, and every small graph against a plain enumeration."""

import json
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import KINDS, TYPES, routes
from graph.routes import Asked, Found, find_routes
from graph.subgraph import SubgraphRecord, SubgraphStatement

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "routes_cases.json").read_text("utf-8"))


def _records(rows: list[dict[str, Any]]) -> list[SubgraphRecord]:
    return [SubgraphRecord(each["label"], {name: each[name] for name in each if name != "label"}) for each in rows]


def _found(case: dict[str, Any]) -> Found:
    statements = [SubgraphStatement(each["type"], each["from_id"], each["to_id"], each) for each in case["statements"]]
    decisions, denials = _records(case["decisions"]), _records(case["denials"])
    asked = Asked(**case["asked"])
    return find_routes(_records(case["records"]), statements, decisions, denials, case["start"], case["end"], asked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_cases_that_the_page_runs_too(case: dict[str, Any]) -> None:
    found = _found(case)
    told = [
        {"links": [step.link for step in each.steps], "weight": each.weight, "depends": each.depends}
        for each in found.routes
    ]
    assert {"denials": list(found.denials), "routes": told} == case["expected"]


def test_every_type_is_walked_or_left_out_on_purpose() -> None:
    assert TYPES.keys() - routes.WEIGHTS.keys() == {"SAME_AS", "UNDER", "STATED_IN", "CITES"}
    assert {*routes.NEVER_CROSSED, *routes.CROSSED_IF_ASKED} <= KINDS.keys()


def test_what_a_denial_may_deny_is_what_the_rules_know() -> None:
    denied = KINDS["Denial"].property("of")
    assert denied is not None
    assert set(denied.choices) == set(routes.DENIED_TYPES)


def test_the_rules_travel_as_json() -> None:
    assert json.loads(json.dumps(routes.rules())) == routes.rules()


_THINGS = ("officer:a", "officer:b", "officer:c", "investigation:1", "investigation:2", "force:x/y")
_LABELS = {"officer": "Officer", "investigation": "Investigation", "force": "Force"}
_TYPES = {("officer", "investigation"): "SUBJECT_OF", ("officer", "force"): "SERVED_IN",
          ("investigation", "force"): "CONDUCTED_BY", ("investigation", "investigation"): "LINKED_TO"}  # fmt: skip


def _kind(thing: str) -> str:
    return thing.partition(":")[0]


def _all_ways(statements: list[SubgraphStatement], here: str, end: str, asked: Asked, seen: tuple[str, ...]) -> Any:  # noqa: ANN401
    if here == end:
        yield ()
        return
    if len(seen) >= asked.limit or (seen and here != seen[0] and _kind(here) == "force" and not asked.through_hubs):
        return
    for each in statements:
        for start, other in ((each.from_id, each.to_id), (each.to_id, each.from_id)):
            if start == here and other not in (*seen, here):
                for rest in _all_ways(statements, other, end, asked, (*seen, here)):
                    yield (each, *rest)


_LINKS = [(a, b) for a in _THINGS for b in _THINGS if (_kind(a), _kind(b)) in _TYPES and a != b]


@given(
    st.lists(st.tuples(st.sampled_from(_LINKS), st.sampled_from(sorted(routes.STATUS_ADDS))), max_size=9),
    st.integers(1, 5),
    st.booleans(),
)
def test_the_first_route_is_the_lightest_of_all_there_are(
    drawn: list[tuple[tuple[str, str], str]], limit: int, through_hubs: bool
) -> None:
    statements = [
        SubgraphStatement(_TYPES[_kind(a), _kind(b)], a, b, {"id": f"s{place}", "status": status})
        for place, ((a, b), status) in enumerate(drawn)
    ]
    records = [SubgraphRecord(_LABELS[_kind(each)], {"id": each}) for each in _THINGS]
    asked = Asked(limit=limit, through_hubs=through_hubs)
    found = find_routes(records, statements, [], [], "officer:a", "officer:b", asked).routes

    ways = list(_all_ways(statements, "officer:a", "officer:b", asked, ()))
    weighed = sorted(
        (sum(routes.WEIGHTS[each.type] + routes.STATUS_ADDS[each.properties["status"]] for each in way), len(way),
         tuple(each.id for each in way)) for way in ways
    )  # fmt: skip
    assert [tuple(step.link for step in each.steps) for each in found[:1]] == [way[2] for way in weighed[:1]]

    back = find_routes(records, statements, [], [], "officer:b", "officer:a", asked).routes
    assert [[step.turned() for step in reversed(each.steps)] for each in back] == [list(each.steps) for each in found]
    inside = [{step.to_id for step in each.steps[:-1]} for each in found]
    assert all(not one & other for one, other in combinations(inside, 2))
    assert all(step.to_id == after.from_id for each in found for step, after in pairwise(each.steps))
