"""Two releases with their truth, as files `NAME_release_a.csv.gz`, `_release_b`, `_truth` and, where there is one,
`_excluded`."""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Releases:
    """The two releases by their local ids. `excluded` are the ids, by side, that nothing is judged on."""

    prefix: Path
    a: pl.DataFrame
    b: pl.DataFrame
    truth: Pairs
    excluded: tuple[frozenset[str], frozenset[str]]
    complete: bool

    def file(self, side: str) -> Path:
        """The file of release a or b."""
        return _file(self.prefix, f"release_{side}")

    def judged(self, predicted: Pairs) -> Pairs:
        """Those of the predicted pairs that can be judged: all where the truth is complete, else those that touch an
        id of the truth and none of the excluded ids."""
        if self.complete:
            return predicted
        known = [{pair[side] for pair in self.truth} for side in (0, 1)]
        return frozenset(
            pair
            for pair in predicted
            if (pair[0] in known[0] or pair[1] in known[1])
            and pair[0] not in self.excluded[0]
            and pair[1] not in self.excluded[1]
        )


def read_releases(prefix: Path, *, complete: bool) -> Releases:
    """Reads the files. Excluded ids that the truth names too are kept."""
    truth = _pairs(_file(prefix, "truth"))
    excluded = _pairs(_file(prefix, "excluded")) if _file(prefix, "excluded").exists() else frozenset()
    sides = [frozenset({pair[side] for pair in excluded} - {pair[side] for pair in truth}) for side in (0, 1)]
    frames = [pl.read_csv(_file(prefix, f"release_{side}"), infer_schema=False) for side in "ab"]
    return Releases(prefix, frames[0], frames[1], truth, (sides[0], sides[1]), complete)


def _file(prefix: Path, part: str) -> Path:
    return prefix.with_name(f"{prefix.name}_{part}.csv.gz")


def _pairs(file: Path) -> Pairs:
    return frozenset(pl.read_csv(file, infer_schema=False).select("id_a", "id_b").iter_rows())
