"""Officers who left a force during an investigation for gross misconduct and joined another one."""

from examples.world.truth import TrueStatement, Truth
from graph.dates import not_after
from tests.queries.expected.told import Row, as_fact, by_ends, called, cluster, force_called, is_a, title


def rows(truth: Truth) -> set[Row]:
    """One row an investigation, a service left and a service begun."""
    found: dict[Row, list[bool]] = {}
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        if any(each.properties.get("severity") == "severity/gross-misconduct" for each in statements):
            name = min(called(truth, each.from_id, by=("name", "description")) or each.from_id for each in statements)
            opened, until = _span(truth, case, statements)
            known = title(truth, (each.id for each in cluster(truth, case)))
            served = [each for each in truth.of_type("SERVED_IN") if truth.canonical(each.from_id) == who]
            for old, new in (
                (a, b) for a in served for b in served if _left(a, opened, until) and _joined(truth, a, b)
            ):
                left, joined = old.properties.get("valid_to"), new.properties.get("valid_from")
                forces = (force_called(truth, old.to_id), left, force_called(truth, new.to_id), joined)
                row = (who, name, *forces, case, known, opened, until, None not in (left, opened))
                stated = as_fact(old) and as_fact(new) and any(as_fact(each) for each in statements)
                found.setdefault(row, []).append(stated)
    return {(*row, not any(stated)) for row, stated in found.items()}


def _left(old: TrueStatement, opened: str | None, until: str | None) -> bool:
    left = old.properties.get("valid_to")
    if not is_a(old.to_id, "force") or not (left or old.properties.get("current") is False):
        return False
    return not left or ((not opened or not_after(opened, left)) and (not until or not_after(left, until)))


def _joined(truth: Truth, old: TrueStatement, new: TrueStatement) -> bool:
    since = new.properties.get("valid_from")
    begun = since or new.properties.get("current") is True
    before = [old.properties[each] for each in ("valid_to", "valid_from") if each in old.properties]
    other = is_a(new.to_id, "force") and truth.canonical(old.to_id) != truth.canonical(new.to_id)
    return bool(begun) and other and (not since or all(not_after(each, since) for each in before))


def _span(truth: Truth, case: str, statements: list[TrueStatement]) -> tuple[str | None, str | None]:
    records = [each.properties for each in cluster(truth, case)]
    closed = max((each["closed"] for each in records if "closed" in each), default=None)
    outcomes = (each.properties.get("outcome_date") for each in statements)
    opened = min((each["opened"] for each in records if "opened" in each), default=None)
    return opened, max((each for each in outcomes if each), default=closed)
