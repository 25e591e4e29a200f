"""Pairs that compete: a record of one source is at most one record of another.

The log odds of each pair say how likely it is, seen alone. Here every record may choose one counterpart in each other
source, or none, and the probability of a pair is how often it is chosen: two namesakes who fit one record equally
well fall to a half each by themselves. It is computed by passing messages along the pairs until they settle (belief
propagation for matchings: exact where the pairs form no ring, and close where they do).
"""

import numpy as np
import numpy.typing as npt
import polars as pl

ROUNDS = 200
SETTLED = 1e-6
"""Relative: a message may be as small as one in a billion, and still decide."""

Numbers = npt.NDArray[np.float64]


def chosen(pairs: pl.DataFrame) -> Numbers:
    """The probability of each pair (left_group, right_group, left_source, right_source, log_odds) when pairs that
    compete are weighed."""
    if not pairs.height:
        return np.zeros(0)
    ends = _ends(pairs)
    count = int(ends.max()) + 1
    weight = np.exp(np.clip(pairs["log_odds"].to_numpy(), -40.0, 40.0))
    # message[s]: how free end s of a pair is, as seen by the pair: 1 where nothing else wants it.
    messages = np.ones((2, pairs.height))
    for _ in range(ROUNDS):
        wanted = weight * messages[::-1]  # how strongly each pair wants end s, by the freedom of its other end
        whole = [np.bincount(ends[side], weights=wanted[side], minlength=count) for side in (0, 1)]
        total = whole[0] + whole[1]
        fresh = np.stack([1.0 / (1.0 + np.maximum(total[ends[side]] - wanted[side], 0.0)) for side in (0, 1)])
        change = np.abs(np.log(fresh / messages)).max()
        messages = np.sqrt(fresh * messages)  # damped, so that ties do not swing for ever
        if change < SETTLED:
            break
    together: Numbers = weight * messages[0] * messages[1]
    shares: Numbers = together / (1.0 + together)
    return shares


def _ends(pairs: pl.DataFrame) -> npt.NDArray[np.int64]:
    """Each pair's two ends as numbers: a record as it stands towards one other source."""
    left = pairs.select(pl.struct(record="left_group", towards="right_source").alias("end"))["end"]
    right = pairs.select(pl.struct(record="right_group", towards="left_source").alias("end"))["end"]
    numbers = pl.concat([left, right]).rank("dense").to_numpy().astype(np.int64) - 1
    return numbers.reshape(2, -1)
