"""One connected part laid out by itself: around what was asked for, or drawn together by its links."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from visualise.packing import Positions, with_room

APART = 95.0
"""How long a link is to be, about."""

RING = 165.0
"""How far each ring around what was asked for lies from the one inside: labels stand between."""

SEED = 7


def one_part(part: Sequence[str], beside: Mapping[str, set[str]], asked: set[str]) -> Positions:
    """Positions of the part's members. `beside` says what each is linked to; one member that was `asked` for stands in
    the middle."""
    members = sorted(part)
    inside = set(members)
    centres = [each for each in members if each in asked]
    if len(members) <= 2:
        return {each: (APART * 1.5 * place, 0.0) for place, each in enumerate(members)}
    if len(centres) == 1 and len(members) <= 60:
        return _around(centres[0], inside, beside)
    return _drawn_together(members, inside, beside)


def _around(centre: str, inside: set[str], beside: Mapping[str, set[str]]) -> Positions:
    """The centre in the middle, what it touches on a ring, what that touches outside it, each in its own sector."""
    children: dict[str, list[str]] = defaultdict(list)
    depth, seen, waiting = {centre: 0}, {centre}, [centre]
    for here in waiting:
        for each in sorted((beside[here] & inside) - seen):
            seen.add(each)
            depth[each] = depth[here] + 1
            children[here].append(each)
            waiting.append(each)
    leaves: dict[str, int] = {}
    for here in reversed(waiting):
        leaves[here] = sum(leaves[each] for each in children[here]) or 1
    rings = Counter(depth.values())
    radius = [0.0]
    for ring in range(1, max(depth.values()) + 1):
        radius.append(max(radius[-1] + RING, rings[ring] * 62.0 / (2 * math.pi)))
    placed: Positions = {}
    start = {centre: -math.pi / 2}
    for here in waiting:
        sector = 2 * math.pi * leaves[here] / leaves[centre]
        angle = start[here] + sector / 2
        placed[here] = (radius[depth[here]] * math.cos(angle), radius[depth[here]] * math.sin(angle))
        turned = start[here]
        for each in children[here]:
            start[each] = turned
            turned += 2 * math.pi * leaves[each] / leaves[centre]
    return placed


def _drawn_together(members: Sequence[str], inside: set[str], beside: Mapping[str, set[str]]) -> Positions:
    """Fruchterman and Reingold's layout, from a start that is the same each time."""
    import igraph

    number = {each: place for place, each in enumerate(members)}
    pairs = [(number[a], number[b]) for a in members for b in sorted(beside[a] & inside) if a < b]
    chance = random.Random(SEED)  # noqa: S311 - a layout is no secret
    igraph.set_random_number_generator(chance)
    try:
        graph = igraph.Graph(n=len(members), edges=pairs)
        side = math.sqrt(len(members))
        seed = [[chance.uniform(-side, side), chance.uniform(-side, side)] for _ in members]
        niter = 500 if len(members) <= 500 else 150
        points = graph.layout_fruchterman_reingold(seed=seed, niter=niter, grid="auto").coords
    finally:
        igraph.set_random_number_generator(random)  # what it was before
    lengths = sorted(math.dist(points[a], points[b]) for a, b in pairs)
    scale = APART / max(lengths[len(lengths) // 2], 1e-6)
    return with_room({each: (points[place][0] * scale, points[place][1] * scale) for each, place in number.items()})
