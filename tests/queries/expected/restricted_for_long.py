"""Who was restricted or suspended for a month or more."""

from examples.world.truth import Truth
from tests.queries.expected.told import Row, called, force_called

STATUSES = {f"duty-status/{each}" for each in ("restricted", "non-public-facing", "suspended")}


def rows(truth: Truth) -> set[Row]:
    """One row a person, a status and its time."""
    published = {each.id: each.published_from for each in truth.sources}
    found = set()
    for each in truth.of_type("HAD_STATUS"):
        told = each.properties
        since = told.get("valid_from")
        until = told.get("valid_to") or (published[each.source] if told.get("current") else None)
        if told.get("duty_status") in STATUSES and not told.get("not_held") and since and until:
            months = (int(until[:4]) - int(since[:4])) * 12 + int(until[5:7] or 1) - int(since[5:7] or 12)
            if months >= 1:
                who, force = truth.canonical(each.from_id), force_called(truth, each.to_id)
                name = called(truth, each.from_id, by=("name", "description")) or each.from_id
                found.add((who, name, told["duty_status"], force, since, until, months))
    return found
