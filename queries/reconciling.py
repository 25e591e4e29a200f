"""Published totals against the cases held: what each figure would be by them, under its own definition."""

from dataclasses import dataclass
from typing import Any

from graph.dates import not_after
from graph.numbers import Bound, StatedNumber
from graph.stores.store import Store
from queries.held_cases import MEASURES, POPULATIONS, Interval, held_for, population_of
from queries.times import Times

_FIGURES = (
    "MATCH (s:Statistic)\nOPTIONAL MATCH (s)-[:COUNTS]->(f)\n"
    "RETURN properties(s) AS figure, collect({id: f.canonical_id, label: labels(f)[0], name: f.name}) AS whose"
)


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published total beside what is held. `held` is the fewest and the most that the cases held can be (None: no
    limit); `difference` is stated minus held; `why_not` says why the two cannot be compared, else it is empty;
    `said_by` is whose word the total is inside its source, None for the source's own."""

    id: str
    measure: str
    stated: str
    whose: str
    period: str
    held: Interval | None
    difference: Interval | None
    verdict: str
    why_not: str
    source_id: str | None
    locator: str | None
    said_by: str | None


def reconcile(store: Store, times: Times) -> list[Reconciled]:
    """Every published total, those that can be compared first. Periods include their first and their last day.

    `at` keeps totals whose period may hold that date, `known` compares what had been stated by then.
    """
    told = [
        _one(store, figure, whose, times)
        for figure, whose in store.read(_FIGURES).rows
        if times.stated(figure) and (times.at is None or _may_hold(figure, times.at))
    ]
    return sorted(told, key=lambda each: (each.held is None, each.source_id or "", each.id))


def _one(store: Store, figure: dict[str, Any], whose: list[dict[str, Any]], times: Times) -> Reconciled:
    forces = [each for each in whose if each["id"] is not None]
    why_not = _why_not(figure, forces)
    number = _number(figure)
    held = difference = None
    verdict = "not comparable"
    if not why_not and number is not None:
        held = held_for(store, figure, forces[0]["id"], times)
        low, high = number.interval()
        difference = (_minus(low, held[1]), _minus(high, held[0]))
        verdict = _verdict(difference)
    return Reconciled(
        figure["id"],
        figure.get("measure") or "",
        str(number) if number else str(figure.get("as_stated") or ""),
        ", ".join(str(each["name"] or each["id"]) for each in forces),
        "/".join(str(figure.get(each) or "..") for each in ("period_from", "period_to")),
        held,
        difference,
        verdict,
        why_not,
        figure.get("source_id"),
        figure.get("locator"),
        figure.get("said_by"),
    )


def _why_not(figure: dict[str, Any], forces: list[dict[str, Any]]) -> str:
    if figure.get("value") is None:
        return "no number is stated"
    if figure.get("unit") == "%":
        return "a share, and not all of what it is a share of is held"
    if len(forces) != 1 or forces[0]["label"] not in {"Force", "Body"}:
        return "it is not of one force or body"
    if not (figure.get("period_from") and figure.get("period_to")):
        return "its period has no first or no last day"
    if figure.get("definition") or (figure.get("measure") or "") not in MEASURES:
        return "it counts by a definition that the cases held are not coded by"
    if population_of(figure)[0] not in POPULATIONS:
        return f"its population is not coded here: {figure['population']}"
    return ""


def _number(figure: dict[str, Any]) -> StatedNumber | None:
    if figure.get("value") is None:
        return None
    bound: Bound = figure.get("bound") or "exact"
    return StatedNumber(figure["value"], bound, figure.get("unit") or "", figure.get("rounding"))


def _may_hold(figure: dict[str, Any], at: str) -> bool:
    first, last = figure.get("period_from"), figure.get("period_to")
    return (first is None or not_after(first, at)) and (last is None or not_after(at, last))


def _minus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _verdict(difference: Interval) -> str:
    low, high = difference
    if low is not None and low > 0:
        return "fewer held than published"
    if high is not None and high < 0:
        return "more held than published"
    return "they can be the same" if (low, high) != (0, 0) else "the same"
