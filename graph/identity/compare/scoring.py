"""Splink on DuckDB: which pairs are looked at, and to which level of each comparison they come."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import polars as pl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from graph.identity.compare.comparisons import (
    BLOCKS,
    COMPARISONS,
    LISTED_TWICE,
    PARTS_BLOCK,
    Comparison,
    Level,
)

SAMPLED = 1_000_000
"""Pairs taken by chance to see how often two people agree."""

SEED = 20
"""Of the sample: the same records give the same scores."""

HOPELESS = -16.0
"""Pairs whose evidence, as a power of two, is worse than this before anything is learned are not looked at again."""

AT_ONCE = 200_000
"""Pairs that are compared at a time: each is wide while its levels are found, and small afterwards."""

MEMORY = "2GB"
"""What DuckDB may hold; of more it keeps the rest in a folder of ours, for as long as this takes."""

_FREQUENT = tuple(level.by_frequency for each in COMPARISONS for level in each.levels if level.by_frequency)


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs with the level of each comparison.

    `pairs` has left, right (unique ids, left before right), left_source, right_source, and for each comparison
    `level_NAME` (its place in `levels`, null where it says nothing) and `frequency_NAME` where a level goes by one.
    `by_chance` has for each comparison how many sampled pairs came to each level.
    """

    pairs: pl.DataFrame
    by_chance: dict[str, list[int]]


def compared(people: pl.DataFrame, *, new_sources: Iterable[str] | None = None) -> Compared:
    """Compares people (as preparing.prepared gives them) of different sources, and those whom one source seems to list
    twice; with `new_sources` only pairs of which one at least is of these."""
    new = set(people["source"].unique() if new_sources is None else new_sources)
    frame = people.with_columns(pl.col("source").is_in(list(new)).alias("new"))
    with (
        tempfile.TemporaryDirectory(prefix="crossprobe-") as scratch,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": scratch}) as connection,
    ):
        connection.register("people_given", frame.to_arrow())
        connection.execute("CREATE TABLE people AS SELECT * FROM people_given")
        connection.execute(f"CREATE TABLE blocked AS {_blocked_pairs()}")
        linker = _linker(connection, frame)
        pairs = pl.concat(_levels(connection, linker, "blocked", threshold=HOPELESS)).sort("left", "right")
        connection.register("sampled_given", _by_chance(frame).to_arrow())
        connection.execute("CREATE TABLE sampled AS SELECT * FROM sampled_given")
        return Compared(pairs, _by_level(_levels(connection, linker, "sampled", threshold=None)))


def _blocked_pairs() -> str:
    """The pairs of different sources that agree in one of BLOCKS, and those of one source that agree in all of it."""
    joins = [f"people AS l JOIN people AS r ON {rule} AND {_ACROSS}" for rule in BLOCKS]
    joins.append(f"parts AS l JOIN parts AS r ON {PARTS_BLOCK} AND {_ACROSS}")
    joins.append(f"people AS l JOIN people AS r ON {LISTED_TWICE} AND {_INSIDE}")
    found = "\nUNION\n".join(f"SELECT l.unique_id AS a, r.unique_id AS b FROM {each}" for each in joins)  # noqa: S608
    return (
        f"WITH parts AS (SELECT *, unnest(parts) AS part FROM people), found AS ({found})\n"  # noqa: S608 - our own
        "SELECT '0' AS match_key, least(a, b) AS join_key_l, greatest(a, b) AS join_key_r FROM found"
    )


_ACROSS = "l.source < r.source AND (l.new OR r.new)"
_INSIDE = "l.source = r.source AND l.unique_id < r.unique_id AND l.new"


def _by_chance(people: pl.DataFrame) -> pl.DataFrame:
    """Pairs of different sources, drawn with a seed: one of `people` and another."""
    chance = np.random.default_rng(SEED)
    ids, sources = people["unique_id"], people["source"].cast(pl.Categorical).to_physical().to_numpy()
    first, second = (chance.integers(0, len(ids), SAMPLED) if len(ids) else np.empty(0, int) for _ in range(2))
    apart = sources[first] != sources[second]
    drawn = pl.DataFrame({"a": ids.gather(first[apart]), "b": ids.gather(second[apart])})
    ends = pl.min_horizontal("a", "b").alias("join_key_l"), pl.max_horizontal("a", "b").alias("join_key_r")
    return drawn.select(pl.lit("0").alias("match_key"), *ends).unique(maintain_order=True)


def _linker(connection: duckdb.DuckDBPyConnection, people: pl.DataFrame) -> Linker:
    api = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_splinks(each) for each in COMPARISONS],
        blocking_rules_to_generate_predictions=[block_on("last")],  # not used: our own pairs are registered
        probability_two_random_records_match=0.5,
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=True,
        additional_columns_to_retain=["source"],
    )
    linker = Linker(api.register("people"), settings, None)
    for column in _FREQUENT:
        table = f"frequency_{column}"
        connection.register(f"{table}_given", _frequencies(people, column).to_arrow())
        connection.execute(f"CREATE TABLE {table} AS SELECT * FROM {table}_given")  # noqa: S608 - names of our own
        linker.table_management.register_term_frequency_lookup(api.register(table), column)
    return linker


def _frequencies(people: pl.DataFrame, column: str) -> pl.DataFrame:
    """How often each value stands there; pulled towards what is usual, the more the fewer records there are."""
    usual = next(level.u for each in COMPARISONS for level in each.levels if level.by_frequency == column)
    held = people[column].drop_nulls()
    count = pl.col("count")
    share = (count + PSEUDO_RECORDS * usual) / (len(held) + PSEUDO_RECORDS)
    return held.value_counts().select(column, share.alias(f"tf_{column}")).sort(column)


PSEUDO_RECORDS = 300
"""As many records as a usual frequency counts for."""


def _splinks(comparison: Comparison) -> dict[str, Any]:
    unknown = {"sql_condition": comparison.unknown, "label_for_charts": "unknown", "is_null_level": True}
    levels = [_splinks_level(each) for each in comparison.levels]
    return {"output_column_name": comparison.name, "comparison_levels": [unknown, *levels]}


def _splinks_level(level: Level) -> dict[str, Any]:
    made = {
        "sql_condition": level.when,
        "label_for_charts": level.name,
        "m_probability": level.m,
        "u_probability": level.u,
    }
    if level.by_frequency:
        made |= {"tf_adjustment_column": level.by_frequency, "disable_tf_exact_match_detection": True}
    return made


def _levels(
    connection: duckdb.DuckDBPyConnection, linker: Linker, table: str, *, threshold: float | None
) -> Iterator[pl.DataFrame]:
    """The pairs of the table with their levels, AT_ONCE of them at a time; at least one frame, which may be empty."""
    columns = ["unique_id_l AS left", "unique_id_r AS right", "source_l AS left_source", "source_r AS right_source"]
    for each in COMPARISONS:
        # Splink counts levels from the last (0) upwards; we count from the closest.
        place = f"{len(each.levels) - 1} - gamma_{each.name}"
        columns.append(f"CASE WHEN gamma_{each.name} >= 0 THEN ({place})::TINYINT END AS level_{each.name}")
    columns += [f"greatest(tf_{name}_l, tf_{name}_r)::FLOAT AS frequency_{name}" for name in _FREQUENT]
    count = connection.table(table).shape[0]  # its rowids are 0 up to this, since nothing was deleted from it
    for start in range(0, max(count, 1), AT_ONCE):
        part = f"{table}_{start}"
        some = f"SELECT * FROM {table} WHERE rowid >= {start} AND rowid < {start + AT_ONCE}"  # noqa: S608 - our own
        connection.execute(f"CREATE TABLE {part} AS {some}")
        linker.table_management.register_blocked_pairs_for_predict(linker._db_api.register(part))
        scored = linker.inference.predict(threshold_match_weight=threshold, warning_mode="never")
        text = f"SELECT {', '.join(columns)} FROM {scored.physical_name}"  # noqa: S608 - names of our own
        yield pl.DataFrame(pl.from_arrow(connection.sql(text).to_arrow_table()))
        scored.drop_table_from_database_and_remove_from_cache()
        connection.execute(f"DROP TABLE {part}")


def _by_level(parts: Iterable[pl.DataFrame]) -> dict[str, list[int]]:
    """How many of the pairs came to each level of each comparison."""
    counts = {each.name: [0] * len(each.levels) for each in COMPARISONS}
    for pairs in parts:
        for name, known in counts.items():
            for place, number in pairs[f"level_{name}"].drop_nulls().value_counts().rows():
                known[place] += number
    return counts
