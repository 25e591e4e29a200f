"""Officers of two separate investigations that began within a year of each other."""

from itertools import permutations

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, called, cluster, is_a, title

MONTHS = 12


def rows(truth: Truth) -> set[Row]:
    """One row an officer and two dated investigations, the one that began first before the other."""
    cases: dict[str, dict[str, bool]] = {}
    names: dict[str, set[str]] = {}
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        if is_a(who, "officer"):
            cases.setdefault(who, {})[case] = any(as_fact(each) for each in statements)
            spelt = (called(truth, each.from_id, by=("name", "description")) or each.from_id for each in statements)
            names.setdefault(who, set()).update(spelt)
    led = {frozenset(pair) for kind in ("AROSE_FROM", "LINKED_TO") for pair in by_ends(truth, kind)}
    found = set()
    for who, some in cases.items():
        for one, other in permutations(some, 2):
            begun, again = _opened(truth, one), _opened(truth, other)
            if begun and again and (begun, one) < (again, other) and _months(begun, again) <= MONTHS:
                told = [(each, _title(truth, each), _opened(truth, each)) for each in (one, other)]
                months = max(_months(begun, again), 0)
                linked, stated = frozenset((one, other)) in led, some[one] and some[other]
                found.add((who, min(names[who]), *told[0], *told[1], months, linked, not stated))
    return found


def _opened(truth: Truth, case: str) -> str | None:
    return min(
        (each.properties["opened"] for each in cluster(truth, case) if "opened" in each.properties), default=None
    )


def _title(truth: Truth, case: str) -> str | None:
    return title(truth, (each.id for each in cluster(truth, case)))


def _months(one: str, other: str) -> int:
    years = int(other[:4]) - int(one[:4])
    return years * 12 + int(other[5:7] or 1) - int(one[5:7] or 12)
