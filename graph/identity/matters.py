"""Which investigations, and which chat groups, of two sources may be one: references, titles, dates, people."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph.identity.found import Found, Pair
from graph.identity.suggestions import of_ends
from graph.identity.things import Point, Thing, alike, pairs_sharing, same_or_not, things, weighed
from graph.stores.store import Store

INVESTIGATIONS = "investigations@2"
GROUPS = "groups@1"
START = -3.5
_LONGEST_COUNTED = 3


def investigations_alike(store: Store, new: frozenset[str], officers: Iterable[Found]) -> list[Found]:
    """Investigations; one that stands for several is never compared.

    `officers` are the pairs suggested to be one person: where they are, their investigations may be one too, and who
    takes these for two counts an officer as recurring who is not.
    """
    found = [each for each in things(store, "Investigation") if _one(each)]
    perhaps = _perhaps(store, [(each.left_id, each.right_id) for each in officers])
    told = [
        replace(each, perhaps=frozenset(pair for one in each.people for pair in perhaps.get(one, ()))) for each in found
    ]
    return _alike(told, _investigation_points, new)


def groups_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Chat groups; one record that stands for several is never compared."""
    return _alike([each for each in things(store, "ChatGroup") if _one(each)], _group_points, new)


def _perhaps(store: Store, pairs: list[Pair]) -> dict[str, list[Pair]]:
    """By canonical id, the pairs of canonical ids that may be one person."""
    canonical = of_ends(store, "canonical_id", {end for pair in pairs for end in pair})
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        one, two = sorted(canonical[end] for end in pair)
        for end in (one, two):
            found[end].append((one, two))
    return found


def _one(thing: Thing) -> bool:
    return not thing.properties.get("how_many")


def _alike(found: list[Thing], points: Callable[[Thing, Thing], Iterator[Point]], new: frozenset[str]) -> list[Found]:
    pairs = pairs_sharing(found, _keys, new)
    return [each for each in (weighed(*pair, START, points(*pair)) for pair in pairs) if each]


def _keys(thing: Thing) -> Iterator[str]:
    yield from (f"{name} {thing.text(name)}" for name in ("reference", "name") if len(thing.text(name)) > 3)
    yield from (f"person {each}" for each in thing.people)
    yield from (f"perhaps {one} {two}" for one, two in thing.perhaps)


def _investigation_points(left: Thing, right: Thing) -> Iterator[Point]:
    yield same_or_not(
        [left.text("reference")],
        [right.text("reference")],
        (3.5, f"The same reference: {left.properties.get('reference')}."),
        (-1.5, "Different references."),
    )
    yield from _titles(left, right)
    yield same_or_not(
        left.linked.get("CONDUCTED_BY", ()),
        right.linked.get("CONDUCTED_BY", ()),
        (1.0, "Conducted by the same body."),
        (-1.5, "Conducted by different bodies."),
    )
    yield _opened(left, right)
    yield _ended(left, right)
    yield _too_late(left, right)
    yield _people(left, right, "subject")


def _group_points(left: Thing, right: Thing) -> Iterator[Point]:
    yield from _titles(left, right)
    yield same_or_not(
        [left.text("platform")],
        [right.text("platform")],
        (0.5, "On the same service."),
        (-3.0, "On different services."),
    )
    yield _people(left, right, "member")


def _titles(left: Thing, right: Thing) -> Iterator[Point]:
    one, two = left.text("name"), right.text("name")
    if one and one == two:
        yield 2.5, f"The same title: {left.properties['name']}."
    elif alike(one, two) >= 0.5:
        yield 1.0, f"Titles alike: {left.properties['name']}; {right.properties['name']}."


def _opened(left: Thing, right: Thing) -> Point:
    one, two = (str(each.properties.get("opened") or "") for each in (left, right))
    if not one or not two:
        return 0.0, ""
    if one[:7] == two[:7] and len(one) >= 7 and len(two) >= 7:
        return 1.5, f"Opened at the same time: {one}, {two}."
    return (-1.5, f"Opened in different years: {one}, {two}.") if one[:4] != two[:4] else (0.0, "")


def _ended(left: Thing, right: Thing) -> Point:
    shared = sorted(day for day in _days(left) & _days(right) if len(day) == len("2021-03-03"))
    return (2.5, f"A step or an outcome on the same day: {shared[0]}.") if shared else (0.0, "")


def _days(thing: Thing) -> frozenset[str]:
    closed = thing.properties.get("closed")
    return thing.days | {str(closed)} if closed else thing.days


def _too_late(left: Thing, right: Thing) -> Point:
    for one, other in ((left, right), (right, left)):
        opened = str(one.properties.get("opened") or "")
        known = max([*_days(other), str(other.properties.get("recorded_to") or other.properties["recorded_from"])])
        if opened and opened[: len(known)] > known[: len(opened)]:
            return -4.0, f"One was opened, {opened}, after the other was told of, {known}."
    return 0.0, ""


def _people(left: Thing, right: Thing, word: str) -> Point:
    # Somebody linked is counted by id and by name, so a person found by both counts once at most here.
    shared = len([each for each in left.people & right.people if ":" not in each]) or len(left.people & right.people)
    if shared:
        return 1.5 * min(shared, _LONGEST_COUNTED), f"In common: {shared} {word}{'s' if shared > 1 else ''}."
    likely = len(left.perhaps & right.perhaps)
    if likely:
        return 1.5 * min(likely, _LONGEST_COUNTED), f"A {word} of the one is suggested to be a {word} of the other."
    return 0.0, ""
