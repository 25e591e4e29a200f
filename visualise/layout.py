"""Where each item stands: worked out here, so that the page opens at once and the same for everybody.

What many things share (forces, bodies, offences, sources) would pull everything into one ball. So the rest is laid
out without them, each connected part by itself; parts that belong to one force are packed into one block, and what is
shared stands above its block. Units are those of the picture: an item is about 30 wide.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from visualise.appearance import HUBS
from visualise.folding import Item
from visualise.linking import Link

Point = tuple[float, float]
Positions = dict[str, Point]

APART = 95.0
"""How long a link is to be, about."""

GAP = 130.0
"""Empty space around a connected part."""

RING = 165.0
"""How far each ring around what was asked for lies from the one inside: labels stand between."""

ROOM = 62.0
"""How near two items of a part may be."""

SCREEN = 1.25
"""How much wider than high the picture is to be."""

SEED = 7


def laid_out(items: Sequence[Item], links: Iterable[Link], about: Iterable[str] = ()) -> Positions:
    """A position for every item. `about` are the items the selection was asked for: each stands amid what is its."""
    asked = set(about)
    pairs = sorted({(each.start, each.end) for each in links if each.start != each.end})
    beside: dict[str, set[str]] = defaultdict(set)
    for start, end in pairs:
        beside[start].add(end)
        beside[end].add(start)
    hubs = {each.id for each in items if each.kind in HUBS and each.id not in asked}
    parts = _parts([each.id for each in items if each.id not in hubs], beside)
    part_of = {each: number for number, part in enumerate(parts) for each in part}
    alone = []
    for hub in sorted(hubs):  # one that belongs to a single part, or to none, is an ordinary item
        touched = {part_of[each] for each in beside[hub] if each in part_of}
        if len(touched) == 1:
            parts[touched.pop()].append(hub)
        elif not touched:
            alone.append(hub)
    hubs -= {each for part in parts for each in part} | set(alone)
    parts += _parts(alone, beside)
    homes = _homes(parts, hubs, beside)
    blocks: dict[str, list[Positions]] = defaultdict(list)
    for number, part in enumerate(parts):
        blocks[homes[number]].append(_one_part(part, beside, asked))
    placed = _packed([_block(hub, blocks[hub]) for hub in sorted(blocks) if hub] + blocks[""])
    return _with_hubs(placed, sorted(hubs - placed.keys()), beside)


def _parts(ids: Sequence[str], beside: Mapping[str, set[str]]) -> list[list[str]]:
    """Connected parts, each sorted, largest first."""
    left = set(ids)
    parts = []
    for start in sorted(left):
        if start not in left:
            continue
        left.discard(start)
        part, waiting = [start], [start]
        while waiting:
            for each in sorted(beside[waiting.pop()] & left):
                left.discard(each)
                part.append(each)
                waiting.append(each)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _homes(parts: Sequence[Sequence[str]], hubs: set[str], beside: Mapping[str, set[str]]) -> list[str]:
    """For each part the shared item that most of its members touch, else nothing."""
    homes = []
    for part in parts:
        touched = Counter(hub for each in part for hub in beside[each] if hub in hubs)
        homes.append(min(touched, key=lambda hub: (-touched[hub], hub)) if touched else "")
    return homes


def _one_part(part: Sequence[str], beside: Mapping[str, set[str]], asked: set[str]) -> Positions:
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
    return _with_room({each: (points[place][0] * scale, points[place][1] * scale) for each, place in number.items()})


def _with_room(placed: Positions) -> Positions:
    """The positions, pushed apart where two are nearer than ROOM: near neighbours meet in the cells of a grid."""
    order = sorted(placed)
    points = {each: list(placed[each]) for each in order}
    for _ in range(40 if len(order) <= 600 else 10):
        cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for each in order:
            cells[int(points[each][0] // ROOM), int(points[each][1] // ROOM)].append(each)
        moved = False
        for (column, row), members in cells.items():
            near = [
                each
                for beside in ((0, 0), (1, 0), (0, 1), (1, 1), (-1, 1))
                for each in cells.get((column + beside[0], row + beside[1]), ())
            ]
            for place, one in enumerate(members):
                moved = _pushed(points, one, near[place + 1 :]) or moved
        if not moved:
            break
    return {each: (x, y) for each, (x, y) in points.items()}


def _pushed(points: dict[str, list[float]], one: str, others: Iterable[str]) -> bool:
    moved = False
    here = points[one]
    for other in others:
        there = points[other]
        dx, dy = there[0] - here[0], there[1] - here[1]
        if abs(dx) >= ROOM or abs(dy) >= ROOM or (apart := math.hypot(dx, dy)) >= ROOM:
            continue
        if apart < 1e-6:
            dx, dy, apart = 1.0, 0.0, 1.0
        push = (ROOM - apart) / 2 / apart
        here[0] -= dx * push
        here[1] -= dy * push
        there[0] += dx * push
        there[1] += dy * push
        moved = True
    return moved


def _block(hub: str, parts: Sequence[Positions]) -> Positions:
    """The parts of one shared item, and the item above their middle."""
    placed = _packed(parts)
    if hub and placed:
        xs, ys = zip(*placed.values(), strict=True)
        placed[hub] = ((min(xs) + max(xs)) / 2, min(ys) - APART * 1.4)
    return placed


def _packed(parts: Sequence[Positions]) -> Positions:
    """The parts on shelves of the width that makes the whole most like a screen, in the order of their size."""
    boxes = []
    for part in parts:
        xs, ys = zip(*part.values(), strict=True)
        boxes.append((part, min(xs), min(ys), max(xs) - min(xs) + GAP, max(ys) - min(ys) + GAP))
    boxes.sort(key=lambda box: (-box[4], -box[3], min(box[0])))
    widest = max((box[3] for box in boxes), default=0.0)
    side = math.sqrt(sum(width * height for *_, width, height in boxes))
    shelves = [_on_shelves(boxes, max(widest, side * stretch)) for stretch in (0.9, 1.1, 1.3, 1.6, 2.0, 2.5)]
    return min(shelves, key=lambda shelf: abs(math.log(max(shelf[1], 1.0) / max(shelf[2], 1.0) / SCREEN)))[0]


def _on_shelves(
    boxes: Sequence[tuple[Positions, float, float, float, float]], shelf: float
) -> tuple[Positions, float, float]:
    """The boxes side by side up to the width `shelf`, then below; with the width and height of it all."""
    placed: Positions = {}
    x = y = highest = widest = 0.0
    for part, left, top, width, height in boxes:
        if x and x + width > shelf:
            x, y, highest = 0.0, y + highest, 0.0
        for each, (at_x, at_y) in part.items():
            placed[each] = (at_x - left + x, at_y - top + y)
        x, highest = x + width, max(highest, height)
        widest = max(widest, x)
    return placed, widest, y + highest


def _with_hubs(placed: Positions, hubs: Sequence[str], beside: Mapping[str, set[str]]) -> Positions:
    """Shared items that have no block stand amid what touches them, off any other item; what touches nothing, below."""
    lowest = max((y for _, y in placed.values()), default=0.0)
    taken = {(round(x / 60), round(y / 60)) for x, y in placed.values()}
    for number, hub in enumerate(hubs):
        around = [placed[each] for each in sorted(beside[hub]) if each in placed]
        x = sum(point[0] for point in around) / len(around) if around else number * APART
        y = sum(point[1] for point in around) / len(around) if around else lowest + GAP
        for turn in range(400):  # outwards on a spiral until there is room
            here = (x + 14 * turn * math.cos(turn * 2.4), y + 14 * turn * math.sin(turn * 2.4))
            if (round(here[0] / 60), round(here[1] / 60)) not in taken:
                break
        taken.add((round(here[0] / 60), round(here[1] / 60)))
        placed[hub] = here
    return {each: (round(x, 1), round(y, 1)) for each, (x, y) in placed.items()}
