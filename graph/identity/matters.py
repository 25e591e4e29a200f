"""Which investigations, and which chat groups, of two sources may be one: references, titles, dates, people."""

from collections.abc import Callable, Iterator

from graph.identity.found import Found
from graph.identity.things import Point, Thing, alike, pairs_sharing, same_or_not, things, weighed
from graph.stores.store import Store

INVESTIGATIONS = "investigations@1"
GROUPS = "groups@1"
START = -3.5
_LONGEST_COUNTED = 3


def investigations_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Investigations; one that stands for several is never compared."""
    return _alike([each for each in things(store, "Investigation") if _one(each)], _investigation_points, new)


def groups_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Chat groups; one record that stands for several is never compared."""
    return _alike([each for each in things(store, "ChatGroup") if _one(each)], _group_points, new)


def _one(thing: Thing) -> bool:
    return not thing.properties.get("how_many")


def _alike(found: list[Thing], points: Callable[[Thing, Thing], Iterator[Point]], new: frozenset[str]) -> list[Found]:
    pairs = pairs_sharing(found, _keys, new)
    return [each for each in (weighed(*pair, START, points(*pair)) for pair in pairs) if each]


def _keys(thing: Thing) -> Iterator[str]:
    yield from (f"{name} {thing.text(name)}" for name in ("reference", "name") if len(thing.text(name)) > 3)
    yield from (f"person {each}" for each in thing.people)


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


def _people(left: Thing, right: Thing, word: str) -> Point:
    # Somebody linked is counted by id and by name, so a person found by both counts once at most here.
    shared = len([each for each in left.people & right.people if ":" not in each]) or len(left.people & right.people)
    if not shared:
        return 0.0, ""
    return 1.5 * min(shared, _LONGEST_COUNTED), f"In common: {shared} {word}{'s' if shared > 1 else ''}."
