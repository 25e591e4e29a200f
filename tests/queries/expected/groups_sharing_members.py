"""Pairs of chat groups with members in common."""

from collections import defaultdict
from itertools import combinations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, called, cluster


def rows(truth: Truth) -> set[Row]:
    """One row a pair of groups."""
    groups: dict[str, dict[str, bool]] = defaultdict(dict)
    for (who, group), statements in by_ends(truth, "MEMBER_OF").items():
        groups[group][who] = any(as_fact(each) for each in statements)
    found = set()
    for one, other in combinations(sorted(groups), 2):
        shared = groups[one].keys() & groups[other].keys()
        if shared:
            stated = sum(groups[one][who] and groups[other][who] for who in shared)
            members = tuple(sorted(_name(truth, who, {one, other}) for who in shared))
            found.add((one, other, _title(truth, one), _title(truth, other), len(shared), stated, members))
    return found


def _title(truth: Truth, group: str) -> str:
    return min(called(truth, each.id, by=("name", "description")) or each.id for each in cluster(truth, group))


def _name(truth: Truth, who: str, groups: set[str]) -> str:
    joined = [each for each in truth.of_type("MEMBER_OF") if truth.canonical(each.to_id) in groups]
    records = {each.from_id for each in joined if truth.canonical(each.from_id) == who}
    return min(called(truth, each, by=("name", "handle", "description")) or each for each in records)
