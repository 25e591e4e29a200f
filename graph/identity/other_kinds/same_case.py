"""How probable it is that two investigations are one, of which one person is, or may be, a subject of both.

The method is that of officers, with fewer fields (decision 018): what each level of agreement is worth starts at round
numbers and is learned by expectation and maximisation from all pairs of two sources; and pairs compete, since a record
of one source is at most one record of another. A pair is one of three: one person and one case, one person and two
cases, or two people, who then have nothing to do with each other.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.identity.other_kinds.case import Case
from graph.identity.other_kinds.people import Suggested
from graph.identity.resolve.marginals import chosen

_LEVELS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "reference": ((0.9, 0.002, 0.001), (0.1, 0.998, 0.999)),
    "title": ((0.6, 0.01, 0.01), (0.4, 0.99, 0.99)),
    "opened": ((0.85, 0.02, 0.02), (0.1, 0.15, 0.15), (0.05, 0.83, 0.83)),
    "day": ((0.7, 0.01, 0.003), (0.3, 0.99, 0.997)),
    "body": ((0.93, 0.6, 0.3), (0.07, 0.4, 0.7)),
    "about": ((0.85, 0.25, 0.25), (0.15, 0.75, 0.75)),
    "incident": ((0.85, 0.15, 0.15), (0.15, 0.85, 0.85)),
    "people": ((0.85, 0.15, 0.05), (0.15, 0.85, 0.95)),
    "order": ((0.998, 0.85, 0.85), (0.002, 0.15, 0.15)),
}
"""Of each level, from the closest, how often it is met before any data is seen: in records of one case, of two cases
of one person, and of the cases of two people."""

_ONE_CASE = 0.3
"""Before any data is seen: the share of pairs of one person that are one case."""

PSEUDO = 50
"""Pairs that each start counts for."""

ROUNDS = 100
SETTLED = 1e-5

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


def probabilities(pairs: Sequence[tuple[Case, Case]], sure: Sequence[float], suggested: Suggested) -> list[float]:
    """The probability of each pair of different sources; `sure` is how probable it is that they have a subject in
    common, above 0."""
    if not pairs:
        return []
    places = np.array([_places(*pair, suggested) for pair in pairs])
    person = np.array(sure)
    worth = [np.array(levels) for levels in _LEVELS.values()]
    share = _ONE_CASE
    likely: Numbers = np.zeros((len(pairs), 3))
    for _ in range(ROUNDS):
        prior = np.stack([person * share, person * (1 - share), 1 - person], axis=1)
        together = prior * np.exp(_evidence(places, worth))
        before, likely = likely, together / together.sum(axis=1, keepdims=True)
        if np.abs(likely - before).max() < SETTLED:
            break
        one, two = likely[:, 0].sum(), likely[:, 1].sum()
        share = (one + PSEUDO * _ONE_CASE) / (one + two + PSEUDO)
        worth = [_learned(places[:, number], likely, np.array(each)) for number, each in enumerate(_LEVELS.values())]
    least = np.clip(likely[:, 0], 1e-9, 1 - 1e-9)
    competing = pl.DataFrame(
        {
            "left_group": [left.thing.id for left, _ in pairs],
            "right_group": [right.thing.id for _, right in pairs],
            "left_source": [left.thing.source for left, _ in pairs],
            "right_source": [right.thing.source for _, right in pairs],
            "log_odds": np.log(least / (1 - least)),
        }
    )
    return [float(each) for each in chosen(competing)]


def about(left: Case, right: Case) -> int | None:
    """Whether what they examine is of one kind (0) or not (1): by codes of one scheme, None where they have none."""
    for one, two in ((left.categories, right.categories), (left.standards, right.standards)):
        schemes = {_scheme(code) for code in one} & {_scheme(code) for code in two}
        if schemes:
            return int(not {code for code in one & two if _scheme(code) in schemes})
    return None


def _scheme(code: str) -> str:
    return code.partition("/")[0]


def _evidence(places: Places, worth: Sequence[Numbers]) -> Numbers:
    """The log likelihoods of each pair: as one case, as two of one person, as those of two people."""
    total: Numbers = np.zeros((len(places), 3))
    for number, levels in enumerate(worth):
        told = np.vstack([np.log(levels), np.zeros(3)])  # the last, at -1, is: says nothing
        total += told[places[:, number]]
    return total


def _learned(places: Places, likely: Numbers, start: Numbers) -> Numbers:
    known = places >= 0
    counts = PSEUDO * start
    np.add.at(counts, places[known], likely[known])
    shares: Numbers = counts / counts.sum(axis=0)
    return shares


def _places(left: Case, right: Case, suggested: Suggested) -> list[int]:
    """The place of the level of each comparison, -1 where it says nothing."""
    one, two = left.thing, right.thing
    return [
        _shared({one.text("reference")}, {two.text("reference")}),
        _shared({one.text("name")}, {two.text("name")}),
        _opened(left.opened, right.opened),
        _shared(left.whole_days, right.whole_days),
        _shared(one.linked.get("CONDUCTED_BY", frozenset()), two.linked.get("CONDUCTED_BY", frozenset())),
        -1 if (kind := about(left, right)) is None else kind,
        _incidents(left.incidents, right.incidents),
        _people(left, right, suggested),
        int(bool(left.told_before(right) or right.told_before(left))),
    ]


def _shared(left: set[str] | frozenset[str], right: set[str] | frozenset[str]) -> int:
    one, two = left - {""}, right - {""}
    return int(not one & two) if one and two else -1


def _opened(left: str, right: str) -> int:
    if not left or not right:
        return -1
    if _agree(left, right) and min(len(left), len(right)) >= len("2021-03"):
        return 0
    return 1 if left[:4] == right[:4] else 2


def _incidents(left: frozenset[str], right: frozenset[str]) -> int:
    return int(not any(_agree(one, two) for one in left for two in right)) if left and right else -1


def _agree(left: str, right: str) -> bool:
    """Whether two dates may be one, each as precise as it is."""
    return left[: len(right)] == right[: len(left)]


def _people(left: Case, right: Case, suggested: Suggested) -> int:
    """Where both have several subjects: whether more than one is of both."""
    one, two = left.thing, right.thing
    if min(len(one.people), len(two.people)) < 2:
        return -1
    return int(len(one.people & two.people) + len(suggested.pairs(one) & suggested.pairs(two)) < 2)
