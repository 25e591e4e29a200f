"""Precision, recall and F1 of predicted pairs, each with its 95 % interval."""

import math
from typing import Any

import numpy as np

from benchmarks.identity.releases import Pairs, Releases

_Z = 1.96
_DRAWS = 4_000


def scored(predicted: Pairs, releases: Releases) -> dict[str, Any]:
    """What became of the predicted pairs. Intervals: Wilson's for the shares, drawn again (with a seed) for F1."""
    judged = releases.judged(predicted)
    right = len(judged & releases.truth)
    wrong, missed = len(judged) - right, len(releases.truth) - right
    return {
        "precision": _share(right, right + wrong),
        "recall": _share(right, right + missed),
        "f1": _share(2 * right, 2 * right + wrong + missed),
        "precision_interval": _wilson(right, right + wrong),
        "recall_interval": _wilson(right, right + missed),
        "f1_interval": _drawn(right, wrong, missed),
        "right": right,
        "wrong": wrong,
        "missed": missed,
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 5) if whole else 0.0


def _wilson(part: int, whole: int) -> list[float]:
    if not whole:
        return [0.0, 1.0]
    share, more = part / whole, _Z * _Z / whole
    middle = (share + more / 2) / (1 + more)
    reach = _Z * math.sqrt(share * (1 - share) / whole + more / (4 * whole)) / (1 + more)
    return [round(max(middle - reach, 0.0), 5), round(min(middle + reach, 1.0), 5)]


def _drawn(right: int, wrong: int, missed: int) -> list[float]:
    total = right + wrong + missed
    if not total:
        return [0.0, 1.0]
    counts = np.random.default_rng(20).multinomial(total, np.array([right, wrong, missed]) / total, _DRAWS)
    f1 = 2 * counts[:, 0] / np.maximum(2 * counts[:, 0] + counts[:, 1] + counts[:, 2], 1)
    return [round(float(each), 5) for each in np.quantile(f1, [0.025, 0.975])]
