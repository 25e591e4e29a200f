"""Officers who went from one force to another while they were subjects of an investigation, or may have."""

from examples.world.truth import TrueStatement, Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, as_fact, by_ends, cluster, force_called, is_a, names, title


def rows(truth: Truth) -> set[Row]:
    """One row a move and an investigation; of a move that two sources tell alike, one."""
    found: dict[Row, list[bool]] = {}
    subjects = {pair: some for pair, some in by_ends(truth, "SUBJECT_OF").items() if is_a(pair[0], "officer")}
    for (who, case), statements in subjects.items():
        served = [each for each in truth.of_type("SERVED_IN") if truth.canonical(each.from_id) == who]
        for old, new in ((one, other) for one in served for other in served if _moved(truth, one, other)):
            moved = new.properties.get("valid_from", old.properties.get("valid_to"))
            opened, until = _span(truth, case, statements)
            if _within(moved, opened, until):
                forces = (force_called(truth, old.to_id), force_called(truth, new.to_id))
                called = title(truth, (each.id for each in cluster(truth, case)))
                row = (who, names(truth, who), *forces, moved, case, called, opened, until, None not in (moved, opened))
                stated = as_fact(old) and as_fact(new) and any(as_fact(each) for each in statements)
                found.setdefault(row, []).append(stated)
    return {(*row, not any(stated)) for row, stated in found.items()}


def _moved(truth: Truth, old: TrueStatement, new: TrueStatement) -> bool:
    before, after = old.properties, new.properties
    forces = is_a(old.to_id, "force") and is_a(new.to_id, "force")
    left = "valid_to" in before or before.get("current") is False
    joined = "valid_from" in after or after.get("current") is True
    ordered = "valid_from" not in after or all(
        not_after(before[each], after["valid_from"]) for each in ("valid_to", "valid_from") if each in before
    )
    return forces and truth.canonical(old.to_id) != truth.canonical(new.to_id) and left and joined and ordered


def _span(truth: Truth, case: str, statements: list[TrueStatement]) -> tuple[str | None, str | None]:
    records = [each.properties for each in cluster(truth, case)]
    opened = min((each["opened"] for each in records if "opened" in each), default=None)
    closed = max((each["closed"] for each in records if "closed" in each), default=None)
    outcomes = (each.properties.get("outcome_date") for each in statements)
    return opened, max((each for each in outcomes if each), default=closed)


def _within(moved: str | None, opened: str | None, until: str | None) -> bool:
    if moved is None:
        return True
    return (opened is None or not_after(opened, moved)) and (until is None or not_after(moved, until))
