"""Two people who are subjects of the same two or more investigations."""

from collections import defaultdict
from itertools import combinations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, called, is_a


def rows(truth: Truth) -> set[Row]:
    """One row a pair."""
    cases: dict[str, dict[str, bool]] = defaultdict(dict)
    names: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        if is_a(who, "officer"):
            cases[who][case] = any(as_fact(each) for each in statements)
            spelt = (called(truth, each.from_id, by=("name", "description")) or each.from_id for each in statements)
            names[who].update(spelt)
            people[case].add(who)
    found = set()
    for one, other in combinations(sorted(cases), 2):
        both = cases[one].keys() & cases[other].keys()
        if len(both) >= 2:
            stated = sum(cases[one][each] and cases[other][each] for each in both)
            smallest = min(len(people[each]) for each in both)
            told = (len(both), stated, smallest, len(cases[one]), len(cases[other]))
            found.add((one, other, min(names[one]), min(names[other]), *told))
    return found
