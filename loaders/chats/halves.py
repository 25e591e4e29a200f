"""What words beside the hours stand for that no table holds: a phone's language may write a half of the day as no list
says.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import permutations

from loaders.chats.survey import Tally
from loaders.chats.words import Half

_MORNING: frozenset[Half] = frozenset({"am"})
_AFTERNOON: frozenset[Half] = frozenset({"pm", "noon", "evening"})
_SHARE = 0.9
"""So many of the lines with an unknown word must have the same one, and so many of the days the same order of two."""

_FEWEST_DAYS = 3


def alike_but_for_a_word(one: Tally, other: Tally) -> bool:
    """Whether two shapes are one header, written with a half of the day that the tables hold and one that they do
    not."""
    known, unknown = sorted((one, other), key=lambda each: len(each.unknown_words))
    alike = known.shape.key == unknown.shape.key.replace("W", "M") != unknown.shape.key
    words = unknown.unknown_words
    return alike and max(words.values(), default=0) >= words.total() * _SHARE


def halves_told(tally: Tally, headers: Iterable[Tally]) -> Collection[Half]:
    """The halves of the day that known words tell in the lines of a shape and of its like."""
    return tally.halves.union(*(each.halves for each in headers if alike_but_for_a_word(tally, each)))


def halves_of_words(tally: Tally, halves: Collection[Half]) -> Mapping[str, Half]:
    """The half of the day that each unknown word stands for: the one that no known word tells, and of two unknown ones
    the one that comes first in a day is the morning. Empty where nothing tells."""
    unknown = [word for word, _ in tally.unknown_words.most_common(2)]
    if tally.highest_hour > 12 or not unknown:
        return {}
    if halves:
        return _other_half(unknown[0], halves)
    for morning, afternoon in permutations(unknown, 2):
        turns, back = tally.turns[morning, afternoon], tally.turns[afternoon, morning]
        if turns >= _FEWEST_DAYS and back <= turns * (1 - _SHARE):
            return {morning: "am", afternoon: "pm"}
    return {}


def _other_half(word: str, halves: Collection[Half]) -> Mapping[str, Half]:
    morning, afternoon = not _MORNING.isdisjoint(halves), not _AFTERNOON.isdisjoint(halves)
    if morning == afternoon:
        return {}
    return {word: "pm" if morning else "am"}
