"""How many people are subjects of each investigation, nobody twice."""

from collections import defaultdict

import networkx as nx

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, cluster, is_a, title


def rows(truth: Truth) -> set[Row]:
    """One row an investigation that has anybody as a subject."""
    within: nx.DiGraph[str] = nx.DiGraph([*by_ends(truth, "COUNTED_IN"), *by_ends(truth, "PART_OF")])
    subjects: dict[str, dict[str, bool]] = defaultdict(dict)
    records: dict[str, set[str]] = defaultdict(set)
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        subjects[case][who] = any(as_fact(each) for each in statements)
        records[case] |= {each.to_id for each in statements}
    found = set()
    for case, people in subjects.items():
        wholes = {who for who in people if is_a(who, "cohort")}
        heads = [who for who in people if not (who in within and nx.descendants(within, who) & wholes)]
        sizes = [_size(truth, who) for who in heads]
        total = sum(size or 0 for size, _ in sizes)
        if total:
            cohorts = [who for who in heads if is_a(who, "cohort")]
            row = (case, title(truth, records[case]), total, _bound({bound for _, bound in sizes}))
            counts = (len(heads) - len(cohorts), len(cohorts), sum(size is None for size, _ in sizes))
            found.add((*row, *counts, sum(not people[who] for who in heads)))
    return found


def _size(truth: Truth, who: str) -> tuple[int | None, str]:
    if is_a(who, "officer"):
        return 1, "exact"
    stated = [each.properties for each in cluster(truth, who)]
    sizes = {int(each["size"]) + (each.get("bound") == "more_than") for each in stated if "size" in each}
    if len(sizes) > 1:
        return max(sizes), "about"
    bound = str(stated[0].get("bound", "exact")).replace("more_than", "at_least")
    return (max(sizes), bound) if sizes else (None, "at_least")


def _bound(bounds: set[str]) -> str:
    if "about" in bounds or {"at_least", "at_most"} <= bounds:
        return "about"
    return next((each for each in ("at_least", "at_most") if each in bounds), "exact")
