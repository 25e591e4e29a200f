"""Investigations of which no source states an outcome a year or more before June 2024."""

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, is_a, listed, title

UNTIL, MONTHS = (2024, 6), 12


def rows(truth: Truth) -> set[Row]:
    """One row an investigation that is dated and not over."""
    found = set()
    subjects = by_ends(truth, "SUBJECT_OF")
    for case in {each.canonical_id for each in truth.of_kind("Investigation")}:
        records = [each for each in truth.of_kind("Investigation") if each.canonical_id == case]
        opened = min((each.properties["opened"] for each in records if "opened" in each.properties), default=None)
        states = listed(each.properties["state"] for each in records if "state" in each.properties)
        over = any("closed" in each.properties for each in records) or {"concluded", "discontinued"} & set(states)
        told = [(who, each) for (who, of), some in subjects.items() if of == case for each in some]
        decided = any({"outcome", "outcome_as_stated"} & each.properties.keys() for _, each in told)
        if opened and not over and not decided and _months(opened) >= MONTHS:
            people = {who for who, _ in told if is_a(who, "officer")}
            found.add((case, title(truth, (each.id for each in records)), opened, _months(opened), len(people), states))
    return found


def _months(opened: str) -> int:
    year, month = int(opened[:4]), int(opened[5:7] or 12)
    return (UNTIL[0] - year) * 12 + UNTIL[1] - month
