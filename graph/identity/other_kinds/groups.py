"""Which chat groups of two sources may be one: titles, members, numbers, messages counted by the day."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity.found import Found
from graph.identity.other_kinds.numbers import last_digits
from graph.identity.other_kinds.pairing import pairs_sharing
from graph.identity.other_kinds.people import Suggested, suggested_people
from graph.identity.other_kinds.things import Thing, things
from graph.identity.other_kinds.weighing import Point, alike, same_or_not, weighed
from graph.names import folded
from graph.stores.store import Store

MODEL = "groups@2"

_MEMBERSHIPS = (
    "MATCH (m)-[r:MEMBER_OF]->(g:ChatGroup)\n"
    "RETURN g.id AS id, m.handle AS handle, m.former_handles AS former, r.days AS days"
)

_SAME_DAYS = 3
"""Days on which two exports count the same number of messages, from which on it says something."""


_BUSIEST, _MANY = 20, 10
"""Days, and messages on one of them, by which two exports are brought together that share nothing else."""


@dataclass(slots=True)
class _Within:
    """What memberships tell of a group: numbers of members, and messages by day."""

    numbers: set[str] = field(default_factory=set)
    messages: Counter[str] = field(default_factory=Counter)


def groups_alike(store: Store, new: frozenset[str], officers: Iterable[Found]) -> list[Found]:
    """Pairs of chat groups; one that stands for several is never compared, nor is a conversation of two."""
    found = [
        each
        for each in things(store, "ChatGroup")
        if not each.properties.get("how_many") and not each.properties.get("one_to_one")
    ]
    within = _within(store)
    suggested = suggested_people(store, officers)
    titled = Counter(title for each in found for title in _titles(each))
    pairs = pairs_sharing(found, lambda each: _keys(each, within[each.id], suggested), new)
    made = (
        weighed(left, right, _points(left, right, (within[left.id], within[right.id]), titled, suggested))
        for left, right in pairs
    )
    return [each for each in made if each]


def _within(store: Store) -> Mapping[str, _Within]:
    told: dict[str, _Within] = defaultdict(_Within)
    for row in store.read(_MEMBERSHIPS).dicts():
        group = told[row["id"]]
        group.numbers |= last_digits([row["handle"], *(row["former"] or ())])
        for day, _, count in (each.partition(" ") for each in row["days"] or ()):
            group.messages[day] += int(count) if count.isdecimal() else 0
    return told


def _titles(group: Thing) -> set[str]:
    """Its titles, former ones too, folded and without the words that articles put around them."""
    stated = [group.properties.get("name"), *(group.properties.get("former_names") or ())]
    words = ([word for word in folded(str(each or "")).split() if word not in _AROUND] for each in stated)
    return {" ".join(each) for each in words} - {""}


_AROUND = frozenset({"the", "a", "group", "chat", "whatsapp", "telegram", "signal", "called"})


def _keys(group: Thing, within: _Within, suggested: Suggested) -> Iterator[str]:
    yield from (f"title {each}" for each in _titles(group))
    yield from (f"person {each}" for each in (*group.people, *group.names))
    yield from (f"perhaps {one} {two}" for one, two in suggested.pairs(group))
    yield from (f"number {each}" for each in within.numbers)
    yield from (f"messages {day} {count}" for day, count in within.messages.most_common(_BUSIEST) if count >= _MANY)


def _points(
    left: Thing, right: Thing, within: tuple[_Within, _Within], titled: Mapping[str, int], suggested: Suggested
) -> Iterator[Point]:
    yield _same_title(left, right, titled)
    yield same_or_not(
        [left.text("platform")],
        [right.text("platform")],
        (0.5, "On the same service."),
        (-3.0, "On different services."),
    )
    yield _members(left, right, within, suggested)
    yield _messages(within)


def _same_title(left: Thing, right: Thing, titled: Mapping[str, int]) -> Point:
    one, two = _titles(left), _titles(right)
    names = f"{left.properties.get('name')}; {right.properties.get('name')}"
    if shared := sorted(one & two):
        # The more groups bear a title, the less it says.
        others = min(titled[each] for each in shared) - 2
        told = f", as {others} other{'s' if others > 1 else ''}" if others else ""
        stated = left.properties.get("name") if left.text("name") == right.text("name") else names
        return max(2.5 - 1.5 * math.log(1 + others), 0.1), f"The same title{told}: {stated}."
    if any(alike(a, b) > 0.5 for a in one for b in two):
        return 1.0, f"Titles alike: {names}."
    return 0.0, ""


def _members(left: Thing, right: Thing, within: tuple[_Within, _Within], suggested: Suggested) -> Point:
    numbers = len(within[0].numbers & within[1].numbers)
    held = max(len(left.people & right.people), len(left.names & right.names), numbers)
    if held:
        return 1.5 * min(held, 3), f"In common: {held} member{'s' if held > 1 else ''}."
    likely = len(suggested.pairs(left) & suggested.pairs(right))
    if likely:
        return 1.5 * min(likely, 3), "A member of the one is suggested to be a member of the other."
    return (-0.5, "No member in common.") if left.names and right.names else (0.0, "")


def _messages(within: tuple[_Within, _Within]) -> Point:
    one, two = (each.messages for each in within)
    both = one.keys() & two.keys()
    same = sum(one[day] == two[day] for day in both)
    if same >= _SAME_DAYS and 2 * same >= len(both):
        return 2.5, f"As many messages on the same days: {same} of {len(both)} days on which both count some."
    return 0.0, ""
