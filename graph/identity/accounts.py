"""Which chat accounts may be an officer's, or one person's in two exports: numbers, display names, membership."""

import re
from collections.abc import Iterator

from graph.identity.found import Found
from graph.identity.things import IDENTIFIED, Point, Thing, pairs_sharing, same_or_not, things, weighed
from graph.stores.store import Store

MODEL = "accounts@1"
START = -3.5


def accounts_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Accounts among each other and with identified officers."""
    accounts = things(store, "Account")
    if not accounts:
        return []
    officers = things(store, "Officer", IDENTIFIED)
    known = {each.id for each in accounts}
    pairs = pairs_sharing([*accounts, *officers], _keys, new)
    found = (weighed(*pair, START, _points(*pair)) for pair in pairs if {each.id for each in pair} & known)
    return [each for each in found if each]


def _keys(thing: Thing) -> Iterator[str]:
    yield from (f"number {each}" for each in _numbers(thing))
    if len(thing.text("name").split()) > 1:
        yield f"name {thing.text('name')}"


def _numbers(thing: Thing) -> set[str]:
    stated = [thing.properties.get("handle"), thing.properties.get("number"), thing.properties.get("name")]
    stated += thing.properties.get("former_handles") or []
    digits = (re.sub(r"\D", "", str(each or "")) for each in stated)
    return {each[-9:] for each in digits if len(each) >= 9}  # without the country's code


def _points(left: Thing, right: Thing) -> Iterator[Point]:
    yield same_or_not(
        _numbers(left),
        _numbers(right),
        (4.5, "The same telephone number; numbers pass to other people."),
        (-1.0, "Different telephone numbers."),
    )
    if left.text("name") == right.text("name") != "":
        yield 2.5, f"The display name is the same: {left.properties['name']}."
    yield same_or_not(
        left.linked.get("MEMBER_OF", ()),
        right.linked.get("MEMBER_OF", ()),
        (2.0, "Members of the same group."),
        (0.0, ""),
    )
