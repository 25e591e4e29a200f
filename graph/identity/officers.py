"""Which officers of different sources may be one person: compared, resolved and explained."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import polars as pl

from graph.identity.compare.preparing import prepared
from graph.identity.compare.scoring import compared
from graph.identity.compare.training import trained
from graph.identity.explain.reasons import reasons
from graph.identity.found import Found, Pair
from graph.identity.resolve.conflicts import with_conflicts
from graph.identity.resolve.duplicates import between_groups
from graph.identity.resolve.marginals import chosen

SUGGESTED = 0.05
"""Pairs that are less likely than this are not worth a person's time."""


SUGGESTED_IN_CONFLICT = 0.5
"""Pairs with a conflict are worth it only where all else says that they are one."""


def officers_alike(
    stated: pl.DataFrame,
    *,
    new_sources: Iterable[str] | None = None,
    same: Iterable[Pair] = (),
    different: Iterable[Pair] = (),
    scratch: Path | None = None,
) -> list[Found]:
    """The pairs of officers (columns as preparing.STATED) that are likely enough, by id.

    With `new_sources` only pairs of which one at least is of these. Pairs somebody decided on are not given;
    `same` and `different` tell how, because a record that has its counterpart wants no other. `scratch` is a
    folder for what memory does not hold.
    """
    people = prepared(stated)
    if people.height < 2:
        return []
    seen = compared(people, new_sources=new_sources, scratch=scratch)
    sizes = dict(people.group_by("source").len().rows())
    pairs = seen.pairs.with_columns(pl.Series("log_odds", trained(seen, sizes).log_odds))
    pairs = _as_decided(pairs, same, different)
    inside = pairs.filter(pl.col("left_source") == pl.col("right_source"))
    inside = inside.with_columns((1 / (1 + (-pl.col("log_odds")).exp())).alias("score"))
    across = between_groups(pairs.filter(pl.col("left_source") != pl.col("right_source")), people)
    across = across.with_columns(pl.Series("score", chosen(across), dtype=pl.Float64))
    found = with_conflicts(pl.concat([across, inside], how="diagonal").filter(~pl.col("decided")))
    least = pl.when(pl.col("conflicts").list.len() > 0).then(SUGGESTED_IN_CONFLICT).otherwise(SUGGESTED)
    return list(_explained(found.filter(pl.col("score") >= least).sort("left", "right"), stated))


def _as_decided(pairs: pl.DataFrame, same: Iterable[Pair], different: Iterable[Pair]) -> pl.DataFrame:
    decided = {**{(min(pair), max(pair)): 1 for pair in same}, **{(min(pair), max(pair)): -1 for pair in different}}
    known = pl.DataFrame(
        [(*pair, 1000.0 * sign) for pair, sign in decided.items()],
        schema={"left": pl.String, "right": pl.String, "certain": pl.Float64},
        orient="row",
    )
    joined = pairs.join(known, on=["left", "right"], how="left", maintain_order="left")
    certain = pl.coalesce("certain", "log_odds").alias("log_odds")
    return joined.with_columns(certain, pl.col("certain").is_not_null().alias("decided")).drop("certain")


def _explained(pairs: pl.DataFrame, stated: pl.DataFrame) -> Iterable[Found]:
    wanted = pl.concat([pairs["left"], pairs["right"]]).unique()
    people = {each["id"]: each for each in stated.filter(pl.col("id").is_in(wanted.to_list())).iter_rows(named=True)}
    for pair in pairs.iter_rows(named=True):
        good, bad = reasons(pair, people[pair["left"]], people[pair["right"]])
        conflicts = pair["conflicts"]
        score = float(np.clip(round(pair["score"], 6), 0.0, 1.0))
        yield Found(pair["left"], pair["right"], score, tuple(good), (*conflicts, *bad), bool(conflicts))
