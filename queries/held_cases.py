"""How many cases, people or allegations held belong to a published total: the fewest, and the most, it can be."""

from collections.abc import Callable
from typing import Any

from graph.dates import days_of, not_after
from graph.numbers import StatedNumber
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


def held_for(store: Store, figure: dict[str, Any], force: str, times: Times) -> Interval:
    """The fewest that must, and the most that may, belong to the figure: an imprecise date may fall in or out."""
    opened: dict[str, list[str]] = {}
    for case, record in store.read(_CASES, {"force": force}).rows:
        if times.stated(record):
            opened.setdefault(case, []).extend([record["opened"]] if record.get("opened") else [])
    first, last = figure["period_from"], figure["period_to"]
    may = {case for case, dates in opened.items() if not dates or any(_may_fall(each, first, last) for each in dates)}
    must = {case for case in may if opened[case] and all(_must_fall(each, first, last) for each in opened[case])}
    fewest, most = _COUNTING[MEASURES[figure["measure"]]](store, figure, must, may, times)
    return (0.0 if population_of(figure)[1] else fewest), most


def population_of(figure: dict[str, Any]) -> tuple[str, str]:
    """The population in a word that may be coded here, and what narrows it."""
    whole, _, narrower = str(figure.get("population") or "").partition(",")
    return whole.strip(), narrower.strip()


def _may_fall(date: str, first: str, last: str) -> bool:
    return not_after(first, date) and not_after(date, last)


def _must_fall(date: str, first: str, last: str) -> bool:
    return days_of(date)[0] >= days_of(first)[0] and days_of(date)[1] <= days_of(last)[1]


def _cases(_store: Store, _figure: dict[str, Any], must: set[str], may: set[str], _times: Times) -> Interval:
    return float(len(must)), float(len(may))


def _people(store: Store, figure: dict[str, Any], must: set[str], may: set[str], times: Times) -> Interval:
    wanted = POPULATIONS[population_of(figure)[0]]
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
