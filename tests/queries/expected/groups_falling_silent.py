"""Chat groups whose last message is of the day of a step, or the day before, and that then say nothing for a week."""

import datetime
from collections import defaultdict

from examples.world.truth import Truth
from tests.queries.expected.told import Row, by_ends, called

_SHOWN = ("name", "description")


def rows(truth: Truth) -> set[Row]:
    """One row a group, a kind of step and a day."""
    members: dict[str, set[str]] = defaultdict(set)
    days: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    until: dict[str, str] = {}
    sources = {each.id: each.published_to for each in truth.sources}
    for (who, group), statements in by_ends(truth, "MEMBER_OF").items():
        members[who].add(group)
        for each in statements:
            title = called(truth, each.to_id, by=_SHOWN) or each.to_id
            written = [str(day)[:10] for day in each.properties.get("days", ())]
            if written:
                titles[group] = min(titles.get(group, title), title)
                days[group].update(written)
                until[group] = max(until.get(group, ""), sources[each.source])
    taken: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for each in truth.of_type("STEP"):
        at, who = str(each.properties.get("at", "")), truth.canonical(each.from_id)
        if len(at) >= 10 and each.properties.get("kind") and each.properties.get("state", "happened") == "happened":
            name = called(truth, each.from_id, by=_SHOWN) or each.from_id
            for group in members[who] & days.keys():
                taken[group, str(each.properties["kind"]), at[:10]].add((name, who))
    found = set()
    for (group, step, day), against in taken.items():
        before = max((each for each in days[group] if each <= day), default=None)
        after = min((each for each in days[group] if each > day), default=None)
        if before and _days(before, day) <= 1 and (after is None or _days(day, after) > 7):
            names = tuple(sorted(name for name, _ in against))
            found.add((group, titles[group], step, day, names, before, after, until[group]))
    return found


def _days(one: str, other: str) -> int:
    return (datetime.date.fromisoformat(other) - datetime.date.fromisoformat(one)).days
