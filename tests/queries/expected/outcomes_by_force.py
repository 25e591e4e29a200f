"""What became of the officers of each force who were subjects of an investigation."""

from collections import defaultdict
from dataclasses import dataclass

from examples.world.truth import Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, as_fact, by_ends, cluster, force_called, is_a, sized

_NOWHERE: set[str | None] = {None}


@dataclass(frozen=True)
class _Case:
    who: str
    case: str
    outcomes: frozenset[str]
    stated: bool
    cohort: str | None


def rows(truth: Truth) -> set[Row]:
    """One row a force and outcome."""
    by_force: dict[str | None, list[_Case]] = defaultdict(list)
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        told = [each.properties for each in statements]
        outcomes = {each.get("outcome", each.get("outcome_as_stated")) for each in told} - {None}
        day = max((each["outcome_date"] for each in told if "outcome_date" in each), default=None) or _opened(
            truth, {each.to_id for each in statements}
        )
        records = [each for each in cluster(truth, who) if each.id in {one.from_id for one in statements}]
        size = (
            min(str(sized(each, unknown="an unknown number of")) for each in records) if is_a(who, "cohort") else None
        )
        stated = any(as_fact(each) for each in statements)
        one = _Case(who, case, frozenset(str(each) for each in outcomes), stated, size)
        for force in _forces(truth, who, day) or _NOWHERE:
            by_force[force].append(one)
    return {row for force, cases in by_force.items() for row in _rows(truth, force, cases)}


def _rows(truth: Truth, force: str | None, cases: list[_Case]) -> set[Row]:
    people = [each for each in cases if each.cohort is None]
    out_of = sum(bool(each.outcomes) for each in people)
    found = set()
    for outcome in {each for one in cases for each in one.outcomes}:
        those = [each for each in people if outcome in each.outcomes]
        cohorts = tuple(sorted(str(each.cohort) for each in cases if each.cohort and outcome in each.outcomes))
        share = round(100 * len(those) / out_of, 1) if out_of else None
        numbers = (len(those), out_of, share, len(people) - out_of, len({each.who for each in those}))
        name = force_called(truth, force) if force else None
        found.add((force, name, outcome, *numbers, cohorts, sum(not each.stated for each in those)))
    return found


def _opened(truth: Truth, records: set[str]) -> str | None:
    stated = [each.properties for each in truth.records if each.id in records]
    return min((str(each["opened"]) for each in stated if "opened" in each), default=None)


def _forces(truth: Truth, who: str, day: str | None) -> set[str]:
    found = set()
    for each in truth.of_type("SERVED_IN"):
        if truth.canonical(each.from_id) == who and is_a(each.to_id, "force"):
            start, end = each.properties.get("valid_from"), each.properties.get("valid_to")
            if day is None or ((not start or not_after(start, day)) and (not end or not_after(day, end))):
                found.add(truth.canonical(each.to_id))
    return found
