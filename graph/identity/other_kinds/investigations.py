"""Which investigations of two sources may be one: references, titles, dates, allegations, people.

Where somebody is, or is suggested to be, a subject of both, the score is a probability (same_case.py) and may be
accepted. Else the points below are added up, which only orders the pairs for a reader.
"""

from collections.abc import Iterable, Iterator

from graph.identity.found import Found, Pair
from graph.identity.other_kinds import same_case
from graph.identity.other_kinds.case import Case, cases
from graph.identity.other_kinds.pairing import pairs_sharing
from graph.identity.other_kinds.people import Suggested, suggested_people
from graph.identity.other_kinds.things import Thing
from graph.identity.other_kinds.weighing import Point, alike, found, same_or_not, weighed
from graph.stores.store import Store

MODEL = "investigations@3"

LOWEST_OF_SOMEBODY = 0.02
"""Pairs that have a subject in common, or may have, are suggested from this on: whoever decides that two officers are
one counts one who does not recur, until the case of both is decided on too."""

LOWEST_IN_CONFLICT = 0.5
"""Pairs of which one was opened after the other was told of are worth a reader only above this."""

_MOST_COUNTED = 3
"""Of people in common: more say no more."""


def investigations_alike(store: Store, new: frozenset[str], officers: Iterable[Found]) -> list[Found]:
    """Pairs of investigations, one of each from a `new` source; one that stands for several is never compared.

    `officers` are the pairs suggested to be one person: where they are, their investigations may be one too, and who
    takes these for two counts an officer as recurring who is not.
    """
    told = cases(store)
    suggested = suggested_people(store, officers)
    things = [each.thing for each in told.values()]
    # All sources teach, so that what is loaded later is judged by what was learned before.
    met = pairs_sharing(things, lambda thing: _keys(thing, suggested), frozenset(each.source for each in things))
    pairs = [(told[left.id], told[right.id]) for left, right in met]
    sure = [suggested.in_common(left.thing, right.thing) for left, right in pairs]
    of_somebody = [(pair, each) for pair, each in zip(pairs, sure, strict=True) if each]
    learned = same_case.probabilities([pair for pair, _ in of_somebody], [each for _, each in of_somebody], suggested)
    by_ids = {_ids(pair): each for (pair, _), each in zip(of_somebody, learned, strict=True)}
    made = (_found(each, by_ids.get(_ids(each)), suggested) for each in pairs if _sources(each) & new)
    return [each for each in made if each]


def _ids(pair: tuple[Case, Case]) -> Pair:
    return pair[0].thing.id, pair[1].thing.id


def _sources(pair: tuple[Case, Case]) -> set[str]:
    return {each.thing.source for each in pair}


def _keys(thing: Thing, suggested: Suggested) -> Iterator[str]:
    yield from (f"{name} {thing.text(name)}" for name in ("reference", "name") if len(thing.text(name)) > 3)
    yield from (f"person {each}" for each in (*thing.people, *thing.names))
    yield from (f"perhaps {one} {two}" for one, two in suggested.pairs(thing))


def _found(pair: tuple[Case, Case], probability: float | None, suggested: Suggested) -> Found | None:
    left, right = pair
    told = list(_points(left, right, suggested))
    if probability is None:
        return weighed(left.thing, right.thing, told)
    late = bool(left.told_before(right) or right.told_before(left))
    if probability < (LOWEST_IN_CONFLICT if late else LOWEST_OF_SOMEBODY):
        return None
    return found(left.thing, right.thing, probability, [each for each in told if each[0]], conflict=late)


def _points(left: Case, right: Case, suggested: Suggested) -> Iterator[Point]:
    one, two = left.thing, right.thing
    yield same_or_not(
        [one.text("reference")],
        [two.text("reference")],
        (3.5, f"The same reference: {one.properties.get('reference')}."),
        (-1.5, "Different references."),
    )
    yield from _titles(one, two)
    yield same_or_not(
        one.linked.get("CONDUCTED_BY", ()),
        two.linked.get("CONDUCTED_BY", ()),
        (1.0, "Conducted by the same body."),
        (-1.5, "Conducted by different bodies."),
    )
    yield _opened(left, right)
    yield _ended(left, right)
    yield _about(left, right)
    if told := left.told_before(right) or right.told_before(left):
        yield -4.0, f"One was opened, {told[1]}, after the other was told of, {told[0]}."
    yield _in_common(one, two, suggested)


def _titles(left: Thing, right: Thing) -> Iterator[Point]:
    one, two = left.text("name"), right.text("name")
    if one and one == two:
        yield 2.5, f"The same title: {left.properties['name']}."
    elif alike(one, two) >= 0.5:
        yield 1.0, f"Titles alike: {left.properties['name']}; {right.properties['name']}."


def _in_common(left: Thing, right: Thing, suggested: Suggested) -> Point:
    # Somebody linked has an id and a name, so a person found by both counts once.
    shared = max(len(left.people & right.people), len(left.names & right.names))
    if shared:
        return 1.5 * min(shared, _MOST_COUNTED), f"In common: {shared} subject{'s' if shared > 1 else ''}."
    likely = len(suggested.pairs(left) & suggested.pairs(right))
    if likely:
        return 1.5 * min(likely, _MOST_COUNTED), "A subject of the one is suggested to be a subject of the other."
    return 0.0, ""


def _opened(left: Case, right: Case) -> Point:
    one, two = left.opened, right.opened
    if not one or not two:
        return 0.0, ""
    if one[:7] == two[:7] and len(one) >= 7 and len(two) >= 7:
        return 1.5, f"Opened at the same time: {one}, {two}."
    return (-1.5, f"Opened in different years: {one}, {two}.") if one[:4] != two[:4] else (0.0, "")


def _ended(left: Case, right: Case) -> Point:
    shared = sorted(left.whole_days & right.whole_days)
    return (2.5, f"A step or an outcome on the same day: {shared[0]}.") if shared else (0.0, "")


def _about(left: Case, right: Case) -> Point:
    level = same_case.about(left, right)
    if level is None:
        return 0.0, ""
    return (0.5, "The allegations are of one kind.") if level == 0 else (-0.5, "The allegations are of other kinds.")
