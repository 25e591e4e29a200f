"""What forbids that a pair is linked by its score alone: a person must look at it."""

import polars as pl

from graph.identity.compare.comparisons import place

_NEAR_DATE = pl.col("level_appointed") <= place("appointed", "near")
_SAME_YEAR = pl.col("level_birth_year") == place("birth_year", "same")
_DATES_SUPPORT = _SAME_YEAR.fill_null(False) | _NEAR_DATE.fill_null(False)

CONFLICTS: tuple[tuple[str, pl.Expr], ...] = (
    (
        "The birth years are far apart, and no date of appointment says otherwise.",
        (pl.col("level_birth_year") == place("birth_year", "other")) & ~_NEAR_DATE.fill_null(False),
    ),
    (
        "Both the birth years and the dates of appointment differ.",
        (pl.col("level_birth_year") >= place("birth_year", "near"))
        & (pl.col("level_appointed") == place("appointed", "other")),
    ),
    ("The suffixes of the names are different ones.", pl.col("level_suffix") == place("suffix", "other")),
    (
        "The middle initials differ, and neither birth year nor date of appointment agrees.",
        (pl.col("level_middle") == place("middle", "other")) & ~_DATES_SUPPORT,
    ),
)


def with_conflicts(pairs: pl.DataFrame) -> pl.DataFrame:
    """The compared pairs with a column `conflicts`: the sentences that hold, an empty list where none does."""
    said = [pl.when(holds.fill_null(False)).then(pl.lit(text)) for text, holds in CONFLICTS]
    return pairs.with_columns(pl.concat_list(said).list.drop_nulls().alias("conflicts"))
