"""Chat groups that tie two investigations together which nothing else ties."""

from collections import defaultdict
from itertools import combinations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called, is_a, listed, title

Touching = dict[str, dict[str, set[tuple[str, str]]]]


def rows(truth: Truth) -> set[Row]:
    """One row a group and two investigations."""
    touching, groups = _touching(truth)
    subjects = defaultdict(set)
    for who, case in by_ends(truth, "SUBJECT_OF"):
        subjects[case].add(who)
    led = {frozenset(pair) for kind in ("AROSE_FROM", "LINKED_TO") for pair in by_ends(truth, kind)}
    found = set()
    for group, cases in touching.items():
        for one, other in combinations(sorted(cases), 2):
            if not subjects[one] & subjects[other] and frozenset((one, other)) not in led:
                told = [
                    (each, title(truth, (record for record, _ in cases[each])), listed(by for _, by in cases[each]))
                    for each in (one, other)
                ]
                found.add((group, min(groups[group]), *told[0], *told[1]))
    return found


def _touching(truth: Truth) -> tuple[Touching, dict[str, set[str]]]:
    """By canonical id of the group and of the investigation: its records, and how they touch the group."""
    found: Touching = defaultdict(lambda: defaultdict(set))
    groups: dict[str, set[str]] = defaultdict(set)

    def touches(group: str, case: str, how: str) -> None:
        found[truth.canonical(group)][truth.canonical(case)].add((case, how))
        groups[truth.canonical(group)].add(called(truth, group) or group)

    for each in truth.of_type("CONCERNS"):
        if is_a(each.from_id, "investigation"):
            touches(each.to_id, each.from_id, "it is about the group")
        for examined in truth.of_type("EXAMINED_IN"):
            if examined.from_id == each.from_id:
                touches(each.to_id, examined.to_id, "an allegation is about the group")
    for each in truth.of_type("MEMBER_OF"):
        for subject in truth.of_type("SUBJECT_OF"):
            if truth.canonical(subject.from_id) == truth.canonical(each.from_id):
                touches(each.to_id, subject.to_id, "a member is a subject")
    return found, groups
