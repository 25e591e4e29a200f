"""Which unnamed officers and unnamed forces of two sources may be one. The reasons are weak, and say so."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from graph.identity.found import Found
from graph.identity.other_kinds.pairing import pairs_sharing
from graph.identity.other_kinds.things import UNNAMED, Thing, things
from graph.identity.other_kinds.weighing import LOWEST, Point, alike, same_or_not, weighed
from graph.stores.store import Store

MODEL = "unnamed@2"
HIGHEST = 0.4
WEAK = "A weak reason: nobody is named, and the words could fit others."


def unnamed_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Officers and forces that their sources do not name."""
    found: list[Found] = []
    for label in ("Officer", "Force"):
        pairs = pairs_sharing(things(store, label, UNNAMED), _keys, new)
        made = (weighed(*pair, _points(*pair), highest=HIGHEST) for pair in pairs)
        found += _among_rivals([each for each in made if each])
    return found


def _among_rivals(found: list[Found]) -> list[Found]:
    """The pairs, each the less likely the more others fit one of the two; who fits many fits nobody."""
    fits = Counter(end for each in found for end in (each.left_id, each.right_id))
    told = []
    for each in found:
        rivals = max(fits[each.left_id], fits[each.right_id]) - 1
        score = round(each.score * 2 / (rivals + 2), 4)
        if score >= LOWEST:
            said = f"{rivals} other{'s' if rivals > 1 else ''} that nobody names fit one of the two."
            told.append(replace(each, score=score, against=(*each.against, said) if rivals else each.against))
    return told


def _keys(thing: Thing) -> Iterator[str]:
    yield from (f"force {each}" for each in thing.linked.get("SERVED_IN", ()))
    yield from (f"case {each}" for each in thing.linked.get("SUBJECT_OF", ()))
    yield from (f"word {each}" for each in thing.text("description").split() if len(each) > 4)


def _points(left: Thing, right: Thing) -> Iterator[Point]:
    yield 0.01, WEAK
    share = alike(left.text("description"), right.text("description"))
    if share >= 0.3:
        yield 3.0 * share, f"Described alike: {left.properties['description']}; {right.properties['description']}"
    yield same_or_not(
        left.linked.get("SERVED_IN", ()),
        right.linked.get("SERVED_IN", ()),
        (1.0, "In the same force."),
        (-2.0, "In different forces."),
    )
    yield same_or_not(left.ranks, right.ranks, (1.0, "Of the same rank."), (-1.0, "Of different ranks."))
    yield same_or_not(
        left.linked.get("SUBJECT_OF", ()),
        right.linked.get("SUBJECT_OF", ()),
        (2.0, "Subjects of the same investigation."),
        (0.0, ""),
    )
    yield same_or_not(
        [left.text("region")], [right.text("region")], (1.0, "In the same region."), (-1.0, "In different regions.")
    )
