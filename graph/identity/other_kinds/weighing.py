"""Weighing by hand what speaks for a pair and against it, where there are few fields and nothing to learn from.

Such scores order the pairs for a reviewer and are no calibrated probabilities, so none of them reaches what may be
accepted without a person.
"""

import math
from collections.abc import Iterable

from graph.identity.found import Found
from graph.identity.other_kinds.things import Thing

START = -3.5
"""What speaks against any pair of which nothing is known, as natural log odds."""

HIGHEST = 0.75
"""Above this no pair of these gets, whatever agrees."""

LOWEST = 0.1
"""Pairs below this are not suggested."""

Point = tuple[float, str]
"""What speaks for a pair (above 0) or against it, as natural log odds, and the sentence that says it."""


def weighed(left: Thing, right: Thing, points: Iterable[Point], *, highest: float = HIGHEST) -> Found | None:
    """The pair with all points added to START, or None where it is too unlikely to be shown."""
    told = [each for each in points if each[0]]
    score = min(1 / (1 + math.exp(-(START + sum(weight for weight, _ in told)))), highest)
    return found(left, right, score, told) if score >= LOWEST else None


def found(left: Thing, right: Thing, score: float, told: Iterable[Point], *, conflict: bool = False) -> Found:
    """The pair with its score and the sentences of the points, those that speak for it and those that do not."""
    points = list(told)
    good = tuple(text for weight, text in points if weight > 0)
    bad = tuple(text for weight, text in points if weight < 0)
    return Found(left.id, right.id, round(score, 4), good, bad, conflict)


def alike(left: str, right: str) -> float:
    """The share of words that two folded texts have in common."""
    one, two = set(left.split()), set(right.split())
    return len(one & two) / len(one | two) if one and two else 0.0


def same_or_not(left: Iterable[str], right: Iterable[str], same: Point, different: Point) -> Point:
    """The one point where the two share a value, the other where both have values and share none, else nothing."""
    one, two = set(left) - {""}, set(right) - {""}
    return same if one & two else different if one and two else (0.0, "")
