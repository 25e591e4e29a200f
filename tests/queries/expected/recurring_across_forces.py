"""Officers who are subjects of separate investigations in different forces."""

from collections import defaultdict
from itertools import combinations

from examples.world.truth import TrueStatement, Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, as_fact, called, force_called, is_a, listed


def rows(truth: Truth) -> set[Row]:
    """One row an officer."""
    forces: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    stated: dict[str, dict[str, bool]] = defaultdict(lambda: defaultdict(bool))
    names: dict[str, set[str]] = defaultdict(set)
    for subject in truth.of_type("SUBJECT_OF"):
        for served in truth.of_type("SERVED_IN"):
            if served.from_id == subject.from_id and is_a(served.to_id, "force") and is_a(served.from_id, "officer"):
                who, case = truth.canonical(subject.from_id), truth.canonical(subject.to_id)
                if _meanwhile(truth, served, subject):
                    forces[who][case].add(truth.canonical(served.to_id))
                    stated[who][case] |= as_fact(subject) and as_fact(served)
                    names[who].add(called(truth, served.from_id, by=("name", "description")) or served.from_id)
    found = set()
    for who, cases in forces.items():
        apart = [(a, b) for a, b in combinations(cases, 2) if not cases[a] & cases[b]]
        if apart:
            said = any(stated[who][a] and stated[who][b] for a, b in apart)
            called_forces = listed(force_called(truth, each) for some in cases.values() for each in some)
            found.add((who, min(names[who]), called_forces, len(cases), not said))
    return found


def _meanwhile(truth: Truth, served: TrueStatement, subject: TrueStatement) -> bool:
    case = truth.record(subject.to_id)
    opened = case.properties.get("opened") if case else None
    since, until = served.properties.get("valid_from"), served.properties.get("valid_to")
    return not opened or ((not since or not_after(since, opened)) and (not until or not_after(opened, until)))
