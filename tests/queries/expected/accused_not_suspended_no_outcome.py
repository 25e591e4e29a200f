"""Officers who are accused and without an outcome, while sources say that they are not suspended."""

from collections import defaultdict
from collections.abc import Iterator

from examples.world.truth import TrueStatement, Truth
from tests.queries.expected.told import Row, as_fact, called, forces_of, is_a, listed, names

_SUSPENDED = "duty-status/suspended"


def rows(truth: Truth) -> set[Row]:
    """One row an officer and a matter without an outcome."""
    statuses: dict[str, list[TrueStatement]] = defaultdict(list)
    for each in truth.of_type("HAD_STATUS"):
        over = "valid_to" in each.properties or each.properties.get("current") is False
        if is_a(each.from_id, "officer") and "duty_status" in each.properties and not over:
            statuses[truth.canonical(each.from_id)].append(each)
    found = set()
    for who, said in statuses.items():
        held = {each.properties["duty_status"] for each in said if not each.properties.get("not_held")}
        outright = any(each.properties["duty_status"] == _SUSPENDED for each in said if each.properties.get("not_held"))
        if _SUSPENDED not in held and (held or outright):
            officer = (who, names(truth, who), forces_of(truth, who), listed(held), outright)
            found |= {(*officer, *matter) for matter in _matters(truth, who)}
    return found


def _matters(truth: Truth, who: str) -> Iterator[Row]:
    examined = {truth.canonical(each.from_id) for each in truth.of_type("EXAMINED_IN")}
    matters: dict[str, list[TrueStatement]] = defaultdict(list)
    for each in truth.of_type("SUBJECT_OF"):
        if truth.canonical(each.from_id) == who:
            matters[truth.canonical(each.to_id)].append(each)
    for each in truth.of_type("AGAINST"):
        if truth.canonical(each.to_id) == who and truth.canonical(each.from_id) not in examined:
            matters[truth.canonical(each.from_id)].append(each)
    results = {"outcome", "outcome_as_stated", "finding", "finding_as_stated"}
    for matter, said in matters.items():
        if not any(results & each.properties.keys() for each in said):
            ends = [each.to_id if each.type == "SUBJECT_OF" else each.from_id for each in said]
            title = min((name for name in (called(truth, end) for end in ends) if name), default=None)
            yield matter, title, any(as_fact(each) for each in said)
