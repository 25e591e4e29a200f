"""Published totals against the cases held: what each figure would be by them, under its own definition."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from graph.dates import days_of, not_after
from graph.numbers import Bound, StatedNumber
from graph.stores.store import Store
from queries.times import Times

MEASURES: dict[str, str] = {
    "investigations opened": "cases", "cases opened": "cases", "investigations": "cases",
    "people investigated": "people", "officers investigated": "people", "officers and staff investigated": "people",
    "allegations recorded": "allegations", "allegations": "allegations",
}  # fmt: skip
"""Measures that can be counted among the cases held, and by what. Any other counts less than is coded here."""

POPULATIONS: dict[str, frozenset[str] | None] = {
    "": None,
    "officers": frozenset({"officer"}),
    "officers and staff": frozenset({"officer", "staff", "officer_or_staff"}),
    "officers, specials and staff": frozenset({"officer", "special", "staff", "officer_or_staff"}),
}
"""Populations that can be told apart here, by the kinds of person in them; None is everybody. What stands after a
comma (a district, a rank) narrows one of them, and is not coded: then what is held is only the most it can be."""

_FIGURES = (
    "MATCH (s:Statistic)\nOPTIONAL MATCH (s)-[:COUNTS]->(f)\n"
    "RETURN properties(s) AS figure, collect({id: f.canonical_id, label: labels(f)[0], name: f.name}) AS whose"
)
_CASES = (
    "MATCH (i:Investigation)-[:CONDUCTED_BY]->(f:Force|Body)\nWHERE f.canonical_id = $force\n"
    "WITH DISTINCT i.canonical_id AS case\nMATCH (i:Investigation {canonical_id: case})\n"
    "RETURN case, properties(i) AS record"
)
_PEOPLE = (
    "UNWIND $cases AS case\nMATCH (i:Investigation {canonical_id: case})<-[s:SUBJECT_OF]-(p:Officer|Cohort)\n"
    "RETURN case, p.canonical_id AS who, labels(p)[0] AS label, p.person_kind AS kind, p.size AS size,\n"
    "  p.bound AS bound, properties(s) AS stated"
)
_ALLEGATIONS = (
    "UNWIND $cases AS case\nMATCH (i:Investigation {canonical_id: case})<-[s:EXAMINED_IN]-(a:Allegation)\n"
    "RETURN case, a.canonical_id AS who, properties(s) AS stated"
)

Interval = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A published total beside what is held. `held` is the fewest and the most that the cases held can be (None: no
    limit); `difference` is stated minus held; `why_not` says why the two cannot be compared, else it is empty."""

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
        held = _held(store, figure, forces[0]["id"], times)
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
    if _population(figure)[0] not in POPULATIONS:
        return f"its population is not coded here: {figure['population']}"
    return ""


def _number(figure: dict[str, Any]) -> StatedNumber | None:
    if figure.get("value") is None:
        return None
    bound: Bound = figure.get("bound") or "exact"
    return StatedNumber(figure["value"], bound, figure.get("unit") or "", figure.get("rounding"))


def _held(store: Store, figure: dict[str, Any], force: str, times: Times) -> Interval:
    """The fewest that must, and the most that may, belong to the figure: an imprecise date may fall in or out."""
    opened: dict[str, list[str]] = {}
    for case, record in store.read(_CASES, {"force": force}).rows:
        if times.stated(record):
            opened.setdefault(case, []).extend([record["opened"]] if record.get("opened") else [])
    first, last = figure["period_from"], figure["period_to"]
    may = {case for case, dates in opened.items() if not dates or any(_may_fall(each, first, last) for each in dates)}
    must = {case for case in may if opened[case] and all(_must_fall(each, first, last) for each in opened[case])}
    fewest, most = _COUNTING[MEASURES[figure["measure"]]](store, figure, must, may, times)
    return (0.0 if _population(figure)[1] else fewest), most


def _population(figure: dict[str, Any]) -> tuple[str, str]:
    """The population in a word that may be coded here, and what narrows it."""
    whole, _, narrower = str(figure.get("population") or "").partition(",")
    return whole.strip(), narrower.strip()


def _may_hold(figure: dict[str, Any], at: str) -> bool:
    first, last = figure.get("period_from"), figure.get("period_to")
    return (first is None or not_after(first, at)) and (last is None or not_after(at, last))


def _may_fall(date: str, first: str, last: str) -> bool:
    return not_after(first, date) and not_after(date, last)


def _must_fall(date: str, first: str, last: str) -> bool:
    return days_of(date)[0] >= days_of(first)[0] and days_of(date)[1] <= days_of(last)[1]


def _cases(_store: Store, _figure: dict[str, Any], must: set[str], may: set[str], _times: Times) -> Interval:
    return float(len(must)), float(len(may))


def _people(store: Store, figure: dict[str, Any], must: set[str], may: set[str], times: Times) -> Interval:
    wanted = POPULATIONS[_population(figure)[0]]
    sure, possible = set(), set()
    cohorts: dict[str, tuple[float | None, float | None, bool]] = {}
    for row in store.read(_PEOPLE, {"cases": sorted(may)}).dicts():
        if not times.stated(row["stated"]) or (wanted is not None and row["kind"] not in {None, *wanted}):
            continue
        surely = row["case"] in must and (wanted is None or row["kind"] is not None)
        if row["label"] == "Cohort":
            size = StatedNumber(row["size"], row["bound"] or "exact", "") if row["size"] is not None else None
            cohorts[row["who"]] = (*(size.interval() if size else (None, None)), surely)
        else:
            possible.add(row["who"])
            sure |= {row["who"]} if surely else set()
    # A cohort may be people who have records of their own: the fewest are the larger of the two, the most their sum.
    fewest = max([float(len(sure)), *(low or 0 for low, _, surely in cohorts.values() if surely)])
    most = [high for _, high, _ in cohorts.values()]
    return fewest, None if None in most else float(len(possible)) + sum(each or 0 for each in most)


def _allegations(store: Store, _figure: dict[str, Any], must: set[str], may: set[str], times: Times) -> Interval:
    rows = [row for row in store.read(_ALLEGATIONS, {"cases": sorted(may)}).dicts() if times.stated(row["stated"])]
    return float(len({row["who"] for row in rows if row["case"] in must})), float(len({row["who"] for row in rows}))


_COUNTING: dict[str, Callable[[Store, dict[str, Any], set[str], set[str], Times], Interval]] = {
    "cases": _cases,
    "people": _people,
    "allegations": _allegations,
}


def _minus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _verdict(difference: Interval) -> str:
    low, high = difference
    if low is not None and low > 0:
        return "fewer held than published"
    if high is not None and high < 0:
        return "more held than published"
    return "they can be the same" if (low, high) != (0, 0) else "the same"
