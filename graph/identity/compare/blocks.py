"""Which pairs of officers are looked at at all: those who agree in one of a few combinations of fields.

All others count as not the same. Beside them stand pairs taken by chance, which show how often two people agree.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

CROWDED = 1_000
"""Records that share a value of a block, from which on it says nothing: a placeholder such as UNKNOWN, or 1 January of
some year. Their pairs would be a million and more; each is still found by what else it shares."""

SAMPLED = 1_000_000
"""Pairs taken by chance to see how often two people agree."""

SEED = 20
"""Of the sample: the same records give the same scores."""


@dataclass(frozen=True, slots=True)
class Block:
    """Pairs that agree in all the columns, and of whom `also` holds (SQL on `l` and `r`)."""

    columns: tuple[str, ...]
    also: str = "true"


BLOCKS: tuple[Block, ...] = (
    Block(("last", "initial")),
    Block(("first", "last_start")),
    Block(("last", "appointed")),
    Block(("first", "appointed")),
    Block(("last", "birth_year")),
    Block(("birth_year", "appointed")),
    Block(("number", "initial")),
    Block(("part", "first")),  # part: one of the parts of a surname
    Block(
        ("first", "birth_year"),
        also="coalesce(l.gender, r.gender) = 'f' AND (l.appointed IS NULL OR r.appointed IS NULL)",
    ),
)

LISTED_TWICE = Block(
    ("source", "first", "last", "appointed"),
    also="l.birth_year IS NOT DISTINCT FROM r.birth_year AND l.unique_id < r.unique_id AND l.new",
)
"""Whom one source seems to list twice."""

_ACROSS = "l.source < r.source AND (l.new OR r.new)"


def blocked_pairs() -> str:
    """The SQL that gives, from the table `people`, the pairs of different sources that agree in one of BLOCKS, and
    those of LISTED_TWICE, in the columns that Splink reads."""
    joins = [_join(each, f"{each.also} AND {_ACROSS}") for each in BLOCKS]
    joins.append(_join(LISTED_TWICE, LISTED_TWICE.also))
    found = "\nUNION\n".join(joins)
    return (
        f"WITH parts AS (SELECT *, unnest(parts) AS part FROM people), found AS ({found})\n"  # noqa: S608 - our own
        "SELECT '0' AS match_key, least(a, b) AS join_key_l, greatest(a, b) AS join_key_r FROM found"
    )


def _join(block: Block, also: str) -> str:
    table = "parts" if "part" in block.columns else "people"
    known = " AND ".join(f"{each} IS NOT NULL" for each in block.columns)
    columns = ", ".join(block.columns)
    some = (
        f"(SELECT * FROM {table} WHERE {known} "  # noqa: S608 - names of our own
        f"QUALIFY count(*) OVER (PARTITION BY {columns}) <= {CROWDED})"
    )
    equal = " AND ".join(f"l.{each} = r.{each}" for each in block.columns)
    return f"SELECT l.unique_id AS a, r.unique_id AS b FROM {some} AS l JOIN {some} AS r ON {equal} AND {also}"  # noqa: S608


def pairs_by_chance(people: pl.DataFrame) -> pl.DataFrame:
    """Pairs of different sources, drawn with a seed: one of `people` and another."""
    chance = np.random.default_rng(SEED)
    ids, sources = people["unique_id"], people["source"].cast(pl.Categorical).to_physical().to_numpy()
    first, second = (chance.integers(0, len(ids), SAMPLED) if len(ids) else np.empty(0, int) for _ in range(2))
    apart = sources[first] != sources[second]
    drawn = pl.DataFrame({"a": ids.gather(first[apart]), "b": ids.gather(second[apart])})
    ends = pl.min_horizontal("a", "b").alias("join_key_l"), pl.max_horizontal("a", "b").alias("join_key_r")
    return drawn.select(pl.lit("0").alias("match_key"), *ends).unique(maintain_order=True)
