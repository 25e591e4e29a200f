"""Room: parts of a picture side by side on a screen, and items of a part off each other."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

Point = tuple[float, float]
Positions = dict[str, Point]

GAP = 130.0
"""Empty space around a connected part."""

SCREEN = 1.25
"""How much wider than high the picture is to be."""

ROOM = 62.0
"""How near two items of a part may be."""


def packed(parts: Sequence[Positions]) -> Positions:
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


def with_room(placed: Positions) -> Positions:
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
