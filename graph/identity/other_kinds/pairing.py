"""Which pairs of things are looked at at all: those that share something that few others share."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graph.identity.other_kinds.things import Thing

CROWD = 40
"""A value that more things share than this says nothing of who is who."""


def pairs_sharing(
    found: Iterable[Thing], keys: Callable[[Thing], Iterable[str]], new: frozenset[str]
) -> Iterator[tuple[Thing, Thing]]:
    """Pairs of different sources, one of them `new`, that share a key that is not everybody's; each once, by id."""
    by_key: dict[str, list[Thing]] = defaultdict(list)
    for each in found:
        for key in set(keys(each)):
            by_key[key].append(each)
    seen = set()
    for key in sorted(by_key):
        crowd = sorted(by_key[key], key=lambda each: each.id)
        if len(crowd) > CROWD:
            continue
        for number, left in enumerate(crowd):
            for right in crowd[number + 1 :]:
                apart = left.source != right.source and bool({left.source, right.source} & new)
                if apart and (left.id, right.id) not in seen:
                    seen.add((left.id, right.id))
                    yield left, right
