"""Pairs: every two people who are subjects of several investigations together, with counts and out of how many."""

from typing import TYPE_CHECKING

from graph.errors import UsageError

if TYPE_CHECKING:
    import polars as pl

THRESHOLD = 2
"""Investigations that two people are subjects of together before they count as a pair, as the CPDP counts them."""

LARGE = 10
"""Subjects from which on an investigation is one that brings many together."""

MOST_PAIRS = 30_000_000
"""Pairs, counted once in each investigation, that are looked at in one go."""


def pairs(projection: "pl.DataFrame", threshold: int = THRESHOLD) -> "pl.DataFrame":
    """Every two people who are subjects of at least `threshold` investigations together; the most together come first.

    Columns: officer and other (which sorts after it), together, large (how many of these have LARGE subjects or more),
    dates (when those of them that are dated began, in order), officer_in and other_in (how many investigations each is
    in). Raises UsageError where there would be more than MOST_PAIRS to look at.
    """
    import polars as pl

    people = projection.get_column("officer").unique().sort()
    # Numbers in the order of the ids: joining on them is several times faster than on texts.
    entries = (
        projection.join(people.to_frame().with_row_index("who"), on="officer")
        .with_columns(case=pl.col("investigation").cast(pl.Categorical).to_physical())
        .group_by("who", "case")
        .agg(pl.col("opened").min())
    )
    sizes = entries.group_by("case").agg(size=pl.len().cast(pl.Int64))
    _check_sizes(sizes.get_column("size"))
    several = entries.join(sizes.filter(pl.col("size") > 1), on="case")
    met = several.join(several.select("case", whom="who"), on="case").filter(pl.col("who") < pl.col("whom"))
    cases = entries.group_by("who").agg(cases=pl.len())
    found = (
        met.group_by("who", "whom")
        .agg(
            together=pl.len(),
            large=(pl.col("size") >= LARGE).sum(),
            dates=pl.col("opened").filter(pl.col("opened") != "").sort(),
        )
        .filter(pl.col("together") >= threshold)
        .join(cases.rename({"cases": "officer_in"}), on="who")
        .join(cases.rename({"who": "whom", "cases": "other_in"}), on="whom")
        .sort("together", "who", "whom", descending=[True, False, False])
    )
    named = {"officer": people.gather(found["who"]), "other": people.gather(found["whom"])}
    return found.with_columns(**named).select(
        "officer", "other", "together", "large", "dates", "officer_in", "other_in"
    )


def shared(projection: "pl.DataFrame", found: "pl.DataFrame") -> "pl.DataFrame":
    """For each pair, by its number `pair` among those found, the rows of the projection in which one of the two is a
    subject together with the other."""
    import polars as pl

    numbered = found.select("officer", "other").with_row_index("pair")
    both = pl.concat([numbered, numbered.select("pair", officer="other", other="officer")])
    others = projection.select("investigation", other="officer").unique()
    return projection.join(both, on="officer").join(others, on=["investigation", "other"])


def _check_sizes(sizes: "pl.Series") -> None:
    pairs_met = int((sizes * (sizes - 1) // 2).sum())
    if pairs_met > MOST_PAIRS:
        raise UsageError(
            f"Too large: one investigation has {sizes.sort()[-1]:,} subjects, and all make {pairs_met:,} pairs.",
            do="Narrow it by --at or --known; a placeholder for people who are not named belongs into no load.",
        )
