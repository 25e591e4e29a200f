"""The collapsed view of a large picture: communities within forces as one mark each, and how many links run between.

Made here and not in the browser, which needs ten seconds for what takes this a tenth of one.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from visualise.appearance import HUBS
from visualise.folding import Item
from visualise.linking import Link
from visualise.packing import Positions
from visualise.parts import SEED

LEAST = 10
"""Items of a community that is a mark of its own; in a large picture, a hundredth of all."""


@dataclass(frozen=True, slots=True)
class Group:
    """A mark of the overview: its title, what it holds by kind, its place and its members' ids."""

    id: str
    title: str
    counts: tuple[tuple[str, int], ...]
    x: float
    y: float
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Groups, and between two of them how many links: (from, to, links), sorted."""

    groups: tuple[Group, ...]
    between: tuple[tuple[str, str, int], ...]


def communities(items: Sequence[Item], links: Sequence[Link]) -> dict[str, int]:
    """By item the number of its community, largest first, by how closely links join them; shared items have none."""
    import igraph

    members = [each.id for each in items if each.kind not in HUBS]
    number = {each: place for place, each in enumerate(members)}
    pairs = sorted(
        {(number[each.start], number[each.end]) for each in links if {each.start, each.end} <= number.keys()}
    )
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311 - a picture is no secret
    try:
        found = igraph.Graph(n=len(members), edges=pairs).community_multilevel()
    finally:
        igraph.set_random_number_generator(random)  # what it was before
    order = sorted(range(len(found)), key=lambda each: (-len(found[each]), members[found[each][0]]))
    rank = {community: place for place, community in enumerate(order)}
    return {each: rank[found.membership[number[each]]] for each in members}


def overview(items: Sequence[Item], links: Sequence[Link]) -> Overview:
    """The groups of community and force; communities too small to be a mark are drawn together, by force."""
    community = communities(items, links)
    sizes = Counter(community.values())
    least = max(LEAST, len(items) // 100)
    force_of = _forces(items, links)
    members: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for each in items:
        place = community.get(each.id)
        small = place is None or sizes[place] < least
        members[force_of.get(each.id, ""), -1 if small or place is None else place].append(each)
    keys = sorted(members, key=lambda key: (-len(members[key]), key))
    group_of = {each.id: f"group:{place}" for place, key in enumerate(keys) for each in members[key]}
    between = Counter(
        tuple(sorted((group_of[each.start], group_of[each.end])))
        for each in links
        if group_of[each.start] != group_of[each.end]
    )
    places = _places([len(members[key]) for key in keys])
    groups = tuple(
        Group(
            id=f"group:{place}",
            title=_title(key, len(members[key])),
            counts=tuple(sorted(Counter(each.kind for each in members[key]).items())),
            x=places[place][0],
            y=places[place][1],
            members=tuple(sorted(each.id for each in members[key])),
        )
        for place, key in enumerate(keys)
    )
    return Overview(groups, tuple(sorted((start, end, count) for (start, end), count in between.items())))


def _title(key: tuple[str, int], count: int) -> str:
    force, community = key
    where = force[:1].upper() + force[1:] or "No force stated"
    part = "" if community < 0 else f", community {community + 1}"
    return f"{where}{part}: {count} item{'' if count == 1 else 's'}"


def _forces(items: Sequence[Item], links: Sequence[Link]) -> dict[str, str]:
    """By item the name of its force; what has none takes that which most of what it is linked to has."""
    own = {each.id: each.forces[0] for each in items if each.forces}
    own.update({each.id: each.name for each in items if each.kind == "Force"})
    near: dict[str, Counter[str]] = defaultdict(Counter)
    for each in links:
        for here, there in ((each.start, each.end), (each.end, each.start)):
            if here not in own and there in own:
                near[here][own[there]] += 1
    lent = {each: min(found, key=lambda force: (-found[force], force)) for each, found in near.items()}
    return {**lent, **own}


def _places(sizes: Sequence[int]) -> Sequence[tuple[float, float]]:
    """On a spiral from the middle, the largest first, each with room for its mark."""
    places = []
    for number, _ in enumerate(sizes):
        radius = 230.0 * math.sqrt(number)
        angle = number * 2.399963
        places.append((round(radius * math.cos(angle) * 1.4, 1), round(radius * math.sin(angle), 1)))
    return places


def by_community(items: Sequence[Item], links: Sequence[Link], drawn: Positions) -> Positions:
    """The positions with every community in a disc of its own; shared items stay above all."""
    community = communities(items, links)
    groups: dict[int, list[str]] = defaultdict(list)
    for each, place in sorted(community.items()):
        groups[place].append(each)
    placed: Positions = {}
    x = y = shelf = 0.0
    width = 1.6 * math.sqrt(len(community) + 1) * 110
    for place in sorted(groups):
        members = groups[place]
        radius = 48.0 * math.sqrt(len(members)) + 60
        if x and x + 2 * radius > width:
            x, y, shelf = 0.0, y + shelf, 0.0
        for number, each in enumerate(members):
            out, angle = 48.0 * math.sqrt(number), number * 2.399963
            placed[each] = (round(x + radius + out * math.cos(angle), 1), round(y + radius + out * math.sin(angle), 1))
        x, shelf = x + 2 * radius, max(shelf, 2 * radius)
    shared = [each.id for each in items if each.id not in placed]
    for number, each in enumerate(sorted(shared, key=lambda one: (drawn[one][0], one))):
        placed[each] = (round((number + 0.5) * max(width / len(shared), 60.0), 1), -150.0)
    return placed
