"""People whom one source lists twice: MC DEVITT and MCDEVITT, with and without JR, all else the same.

They must be known before records compete for each other, else each of the two would halve the other's chance. Of two
such records the one that is written exactly as in the other source is its counterpart: releases of one old system
repeat its spelling.
"""

import polars as pl

_THE_SAME = ["source", "first", "last", "birth_year", "appointed"]


def duplicates(people: pl.DataFrame) -> pl.DataFrame:
    """Columns unique_id and group: everybody, with the smallest unique id of those of one source who are one person.

    One person are those of equal name and equal date of appointment whose birth years are equal (or both unknown),
    and whose suffixes, middle initials and genders are not two different ones.
    """
    whole = people.filter(pl.all_horizontal(pl.col("first", "last", "appointed").is_not_null()))
    own = pl.when(pl.col("suffix") != "-").then(pl.col("suffix"))
    agree = pl.all_horizontal(
        own.drop_nulls().n_unique() <= 1, *(pl.col(each).drop_nulls().n_unique() <= 1 for each in ("middle", "gender"))
    )
    groups = (
        whole.group_by(_THE_SAME)
        .agg(pl.col("unique_id"), pl.col("unique_id").min().alias("group"), agree.alias("agree"))
        .filter((pl.col("unique_id").list.len() > 1) & pl.col("agree"))
        .explode("unique_id")
        .select("unique_id", "group")
    )
    return (
        people.select("unique_id")
        .join(groups, on="unique_id", how="left")
        .with_columns(pl.col("group").fill_null(pl.col("unique_id")))
    )


def between_groups(pairs: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """The pairs (left, right, log_odds) with left_group and right_group, and of all between the same two groups the
    one written alike, else the likeliest."""
    groups = duplicates(people)
    written = people.select("unique_id", "written")
    for side in ("left", "right"):
        pairs = pairs.join(groups.rename({"unique_id": side, "group": f"{side}_group"}), on=side, how="left")
        pairs = pairs.join(written.rename({"unique_id": side, "written": f"{side}_written"}), on=side, how="left")
    alike = (pl.col("left_written") == pl.col("right_written")).fill_null(False).alias("alike")
    # Which of two records is left goes by their ids, so two groups may meet from either side.
    groups_met = pl.min_horizontal("left_group", "right_group"), pl.max_horizontal("left_group", "right_group")
    best = pairs.with_columns(alike, one=groups_met[0], two=groups_met[1]).sort(
        ["one", "two", "alike", "log_odds", "left", "right"], descending=[False, False, True, True, False, False]
    )
    kept = best.unique(["one", "two"], keep="first", maintain_order=True)
    return kept.drop("left_written", "right_written", "alike", "one", "two").sort("left", "right")
