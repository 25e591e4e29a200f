"""Outcomes, severities and findings that two sources state differently."""

from collections import defaultdict
from itertools import permutations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, called, is_a, listed

_STATED = {"SUBJECT_OF": ("outcome", "severity"), "AGAINST": ("finding",)}


def rows(truth: Truth) -> set[Row]:
    """One row a person, a matter, and two codes."""
    codes: dict[tuple[str, str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    titles: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for kind, properties in _STATED.items():
        for each in truth.of_type(kind):
            person, matter = (each.from_id, each.to_id) if kind == "SUBJECT_OF" else (each.to_id, each.from_id)
            for what in properties:
                code = each.properties.get(what)
                if code and is_a(person, "officer", "cohort"):
                    key = truth.canonical(person), truth.canonical(matter), what
                    codes[key][str(code)].add(each.source)
                    names[key].add(called(truth, person, by=("name", "description")) or person)
                    titles[key].add(called(truth, matter) or matter)
    found = set()
    for key, stated in codes.items():
        who, about, what = key
        for one, other in permutations(stated, 2):
            differ = one.partition("/")[2] != other.partition("/")[2] and len(stated[one] | stated[other]) > 1
            if one < other and differ:
                told = (one, listed(stated[one]), other, listed(stated[other]))
                found.add((who, min(names[key]), about, min(titles[key]), what, *told))
    return found
