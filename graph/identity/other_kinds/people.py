"""Members and subjects that two things may have in common, because two officers are suggested to be one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.identity.found import Found, Pair
from graph.identity.other_kinds.things import Thing
from graph.identity.suggestions import of_ends
from graph.stores.store import Store


@dataclass(frozen=True, slots=True)
class Suggested:
    """Pairs of canonical ids that may be one person: by either id, and the probability of each. A pair in conflict is
    among them, with probability 0."""

    by_person: Mapping[str, frozenset[Pair]]
    probability: Mapping[Pair, float]

    def pairs(self, thing: Thing) -> frozenset[Pair]:
        """The pairs of which the thing has one."""
        return frozenset().union(*(self.by_person.get(each, ()) for each in thing.people))

    def in_common(self, left: Thing, right: Thing) -> float:
        """How probable it is that somebody of the one is somebody of the other: 1 where that is held already."""
        if left.people & right.people:
            return 1.0
        return max((self.probability[each] for each in self.pairs(left) & self.pairs(right)), default=0.0)


def suggested_people(store: Store, officers: Iterable[Found]) -> Suggested:
    """What follows from pairs of officers that were found just now."""
    found = list(officers)
    canonical = of_ends(store, "canonical_id", {end for each in found for end in (each.left_id, each.right_id)})
    by_person: dict[str, set[Pair]] = defaultdict(set)
    probability: dict[Pair, float] = {}
    for each in found:
        one, two = sorted((canonical[each.left_id], canonical[each.right_id]))
        probability[one, two] = max(probability.get((one, two), 0.0), 0.0 if each.conflict else each.score)
        for end in (one, two):
            by_person[end].add((one, two))
    return Suggested({name: frozenset(each) for name, each in by_person.items()}, probability)
