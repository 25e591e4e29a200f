"""The same two releases, as if the first left birth year and date of appointment out for a share of its officers."""

import shutil
from pathlib import Path

import numpy as np
import polars as pl

LEFT_OUT = ("birth_year", "appointed_date")

_SEED = 20


def masked(prefix: Path, share: float, folder: Path) -> Path:
    """Copies the files to the empty `folder`, LEFT_OUT blank in so large a `share` (0 to 1) of the rows of release a,
    drawn with a seed; gives the prefix of the copies."""
    for file in prefix.parent.glob(f"{prefix.name}_*.csv.gz"):
        shutil.copyfile(file, folder / file.name)
    first = folder / f"{prefix.name}_release_a.csv.gz"
    release = pl.read_csv(first, infer_schema=False)
    chosen = pl.Series(np.random.default_rng(_SEED).random(release.height) < share)
    release.with_columns(pl.when(~chosen).then(pl.col(name)).alias(name) for name in LEFT_OUT).write_csv(
        first, compression="gzip"
    )
    return folder / prefix.name
