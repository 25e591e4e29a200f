"""Suggestions that would change in how many separate investigations somebody is a subject."""

from collections import defaultdict

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called, is_a

MINIMUM = 2


def rows(truth: Truth) -> set[Row]:
    """One row a suggestion on two officers; none of the world's is on two investigations, or refused by anybody."""
    cases = defaultdict(set)
    for who, case in by_ends(truth, "SUBJECT_OF"):
        cases[who].add(case)
    found = set()
    for each in truth.of_kind("Suggestion"):
        ends = str(each.properties["left_id"]), str(each.properties["right_id"])
        left, right = (truth.canonical(end) for end in ends)
        assert not is_a(ends[0], "investigation")
        before, after = max(len(cases[left]), len(cases[right])), len(cases[left] | cases[right])
        if is_a(ends[0], "officer") and left != right and before != after >= MINIMUM:
            name = called(truth, ends[0], by=("name", "description"))
            found.add((each.id, *ends, left, name, before, after, None, True))
    return found
