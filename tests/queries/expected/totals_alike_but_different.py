"""Pairs of published totals that look alike and count different things."""

from itertools import combinations

import networkx as nx

from examples.world.truth import TrueRecord, Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, by_ends, force_called, listed

_COUNTED = {"unit": "unit", "measure": "measure", "population": "population", "definition": "definition",
            "from": "period_from", "to": "period_to"}  # fmt: skip


def rows(truth: Truth) -> set[Row]:
    """One row a pair."""
    parts: nx.DiGraph[str] = nx.DiGraph(list(by_ends(truth, "PART_OF")))
    found = set()
    for one, other in combinations(sorted(truth.of_kind("Statistic"), key=lambda each: each.id), 2):
        nested = {one.id, other.id} <= set(parts) and (
            nx.has_path(parts, one.id, other.id) or nx.has_path(parts, other.id, one.id)
        )
        differ = _differ(truth, one, other)
        if _alike(truth, one, other) and not nested and differ:
            found.add((one.id, other.id, _says(one), _says(other), differ))
    return found


def _alike(truth: Truth, one: TrueRecord, other: TrueRecord) -> bool:
    left, right = one.properties, other.properties
    mine, yours = _bodies(truth, one), _bodies(truth, other)
    value = left.get("value") is not None and left.get("value") == right.get("value")
    unit = left.get("unit") is not None and left.get("unit") == right.get("unit")
    looks = (mine & yours and (unit or value)) or (value and not (mine and yours))
    return bool(looks) and _meet(left.get("period_from"), right.get("period_to")) and _meet(
        right.get("period_from"), left.get("period_to")
    )  # fmt: skip


def _meet(start: str | None, end: str | None) -> bool:
    return start is None or end is None or not_after(start, end)


def _bodies(truth: Truth, total: TrueRecord) -> set[str]:
    return {each.to_id for each in truth.of_type("COUNTS") if each.from_id == total.id}


def _differ(truth: Truth, one: TrueRecord, other: TrueRecord) -> Row:
    pairs = {name: (one.properties.get(each), other.properties.get(each)) for name, each in _COUNTED.items()}
    bodies = [", ".join(listed(force_called(truth, each) for each in _bodies(truth, total))) for total in (one, other)]
    pairs["of"] = (bodies[0] or None, bodies[1] or None)
    return listed(
        f"{name}: {left or 'not stated'} | {right or 'not stated'}"
        for name, (left, right) in pairs.items()
        if (left or "") != (right or "")
    )


def _says(total: TrueRecord) -> str:
    told = total.properties
    bound = "" if told.get("bound", "exact") == "exact" else str(told["bound"]).replace("_", " ") + " "
    value = told.get("value", told.get("as_stated", "?"))
    unit, measure = told.get("unit"), told.get("measure")
    return f"{bound}{value}{f' {unit}' if unit else ''}{f': {measure}' if measure else ''}"
