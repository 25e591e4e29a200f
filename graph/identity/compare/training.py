"""What agreement is worth, learned from the records themselves: expectation and maximisation over all pairs.

Pairs that no block brought together count as different people, so the shares are those of all pairs and not of the
blocks. `u` comes from pairs drawn by chance. Each share is pulled towards its start (comparisons.py) as by a few
more records: with thousands of matches that is nothing, with five newspaper articles it is nearly all.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from graph.identity.compare.comparisons import COMPARISONS, Comparison
from graph.identity.compare.scoring import Compared

PSEUDO_MATCHES = 40
"""Matches that the start of each `m` counts for."""

PSEUDO_CHANCES = 2_000
"""Pairs of strangers that the start of each `u` counts for."""

POPULATION = 100_000
"""One in so many is the chance that a record of one source is that of another, before two sources are known to
overlap: about as many people serve in the forces of a country."""

ROUNDS = 50
SETTLED = 1e-4

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learned: for each comparison the `m` and `u` of its levels, and each pair's log odds (natural) of being
    one person, before competing pairs are looked at."""

    m: Mapping[str, tuple[float, ...]]
    u: Mapping[str, tuple[float, ...]]
    log_odds: Numbers


def trained(compared: Compared, sizes: Mapping[str, int]) -> Trained:
    """Learns from the pairs; `sizes` is how many records each source has."""
    pairs = compared.pairs
    u = {each.name: _shares(compared.by_chance[each.name], _start(each, "u"), PSEUDO_CHANCES) for each in COMPARISONS}
    m = {each.name: _start(each, "m") for each in COMPARISONS}
    places = {each.name: pairs[f"level_{each.name}"].fill_null(-1).to_numpy().astype(np.int64) for each in COMPARISONS}
    rarity = _rarity(pairs, places, u)
    between, possible = _between(pairs, sizes)
    matches: Numbers = np.zeros(len(possible))
    log_odds: Numbers = np.zeros(pairs.height)
    for _ in range(ROUNDS):
        prior = (matches + 1) / (possible + POPULATION)
        log_odds = np.log(prior / (1 - prior))[between] + _evidence(places, m, u) + rarity
        probability = 1 / (1 + np.exp(-np.clip(log_odds, -500, 500)))
        before, matches = matches, _weighed(between, probability, len(possible))
        for each in COMPARISONS:
            counts = _by_place(places[each.name], probability, len(each.levels))
            m[each.name] = _shares(counts, _start(each, "m"), PSEUDO_MATCHES)
        if np.abs(matches - before).sum() <= SETTLED * max(1.0, matches.sum()):
            break
    return Trained(
        {name: tuple(shares.tolist()) for name, shares in m.items()},
        {name: tuple(shares.tolist()) for name, shares in u.items()},
        log_odds,
    )


def _start(comparison: Comparison, which: str) -> Numbers:
    start = np.array([getattr(level, which) for level in comparison.levels], dtype=np.float64)
    shares: Numbers = start / start.sum()
    return shares


def _shares(counts: npt.ArrayLike, start: Numbers, pseudo: float) -> Numbers:
    whole = np.asarray(counts, dtype=np.float64) + pseudo * start
    shares: Numbers = whole / whole.sum()
    return shares


def _by_place(place: Places, weights: Numbers, count: int) -> Numbers:
    known = place >= 0
    return _weighed(place[known], weights[known], count)


def _weighed(place: Places, weights: Numbers, count: int) -> Numbers:
    return np.bincount(place, weights=weights, minlength=count).astype(np.float64)


def _evidence(places: Mapping[str, Places], m: Mapping[str, Numbers], u: Mapping[str, Numbers]) -> Numbers:
    total = np.zeros(len(next(iter(places.values()))))
    for name, place in places.items():
        worth = np.append(np.log(m[name] / u[name]), 0.0)  # the last, at -1, is: says nothing
        total += worth[place]
    return total


def _rarity(pairs: pl.DataFrame, places: Mapping[str, Places], u: Mapping[str, Numbers]) -> Numbers:
    """What the rarity of the common value adds: u of the level over the value's own frequency."""
    total = np.zeros(pairs.height)
    for each in COMPARISONS:
        for number, level in enumerate(each.levels):
            if level.by_frequency:
                frequency = pairs[f"frequency_{level.by_frequency}"].to_numpy().astype(np.float64)
                at = (places[each.name] == number) & (frequency > 0)
                total[at] += np.log(u[each.name][number] / frequency[at])
    return total


def _between(pairs: pl.DataFrame, sizes: Mapping[str, int]) -> tuple[Places, Numbers]:
    """For each pair the number of its two sources, and for each two sources how many pairs are possible."""
    both = pairs.select(
        pl.min_horizontal("left_source", "right_source").alias("one"),
        pl.max_horizontal("left_source", "right_source").alias("two"),
    )
    known = both.unique().sort("one", "two").with_row_index("number")
    numbers = both.join(known, on=["one", "two"], how="left", maintain_order="left")["number"]
    possible = np.array([float(sizes[one] * sizes[two]) for _, one, two in known.rows()])
    return numbers.to_numpy().astype(np.int64), possible
