"""Members and subjects that two things may have in common, because two officers are suggested to be one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.identity.found import Found, Pair
from graph.identity.other_kinds.pairing import CROWD
from graph.identity.other_kinds.things import Thing
from graph.identity.suggestions import of_ends
from graph.stores.store import Store

LEAST = 0.02
"""Two who are less likely than this to be one by a third are not thought of."""


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
    """What follows from pairs of officers that were found just now: two may also be one because both may be a third,
    as an article's and a case's where a roll stands between them."""
    found = list(officers)
    canonical = of_ends(store, "canonical_id", {end for each in found for end in (each.left_id, each.right_id)})
    direct: dict[Pair, float] = {}
    for each in found:
        one, two = sorted((canonical[each.left_id], canonical[each.right_id]))
        direct[one, two] = max(direct.get((one, two), 0.0), 0.0 if each.conflict else each.score)
    probability = {**_by_a_third(direct), **direct}
    by_person: dict[str, set[Pair]] = defaultdict(set)
    for pair in probability:
        for end in pair:
            by_person[end].add(pair)
    return Suggested({name: frozenset(each) for name, each in by_person.items()}, probability)


def _by_a_third(direct: Mapping[Pair, float]) -> dict[Pair, float]:
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for (one, two), likely in direct.items():
        near[one][two] = near[two][one] = likely
    found: dict[Pair, float] = {}
    for each in near.values():
        for one, two in combinations(sorted(each), 2) if len(each) <= CROWD else ():
            both = each[one] * each[two]
            if both >= LEAST:
                found[one, two] = max(found.get((one, two), 0.0), both)
    return found
