"""Where each item stands: worked out here, so that the page opens at once and the same for everybody.

What many things share (forces, bodies, offences, sources) would pull everything into one ball. So the rest is laid
out without them, each connected part by itself; parts that belong to one force are packed into one block, and what is
shared stands above its block. Units are those of the picture: an item is about 30 wide.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from visualise.appearance import HUBS
from visualise.folding import Item
from visualise.linking import Link
from visualise.packing import GAP, Positions, packed
from visualise.parts import APART, one_part


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
        blocks[homes[number]].append(one_part(part, beside, asked))
    placed = packed([_block(hub, blocks[hub]) for hub in sorted(blocks) if hub] + blocks[""])
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


def _block(hub: str, parts: Sequence[Positions]) -> Positions:
    """The parts of one shared item, and the item above their middle."""
    placed = packed(parts)
    if hub and placed:
        xs, ys = zip(*placed.values(), strict=True)
        placed[hub] = ((min(xs) + max(xs)) / 2, min(ys) - APART * 1.4)
    return placed


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
