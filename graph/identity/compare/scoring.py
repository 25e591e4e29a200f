"""Splink on DuckDB: to which level of each comparison the pairs come that are looked at."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
from splink import Linker

from graph.identity.compare.blocks import blocked_pairs, pairs_by_chance
from graph.identity.compare.comparisons import COMPARISONS
from graph.identity.compare.linking import FREQUENT, linker_on

HOPELESS = -16.0
"""Pairs whose evidence, as a power of two, is worse than this before anything is learned are not looked at again."""

AT_ONCE = 200_000
"""Pairs that are compared at a time: each is wide while its levels are found, and small afterwards."""

MEMORY = "2GB"
"""What DuckDB may hold; of more it keeps the rest in a folder of ours, for as long as this takes."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs with the level of each comparison.

    `pairs` has left, right (unique ids, left before right), left_source, right_source, and for each comparison
    `level_NAME` (its place in `levels`, null where it says nothing) and `frequency_NAME` where a level goes by one.
    `by_chance` has for each comparison how many sampled pairs came to each level.
    """

    pairs: pl.DataFrame
    by_chance: dict[str, list[int]]


def compared(
    people: pl.DataFrame, *, new_sources: Iterable[str] | None = None, scratch: Path | None = None
) -> Compared:
    """Compares people (as preparing.prepared gives them) of different sources, and those whom one source seems to list
    twice; with `new_sources` only pairs of which one at least is of these. What memory does not hold goes into a new
    folder in `scratch`, else in the system's folder for such things."""
    new = set(people["source"].unique() if new_sources is None else new_sources)
    frame = people.with_columns(pl.col("source").is_in(list(new)).alias("new"))
    with (
        tempfile.TemporaryDirectory(prefix="crossprobe-", dir=scratch) as place,
        duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": place}) as connection,
    ):
        connection.register("people_given", frame.to_arrow())
        connection.execute("CREATE TABLE people AS SELECT * FROM people_given")
        connection.execute(f"CREATE TABLE blocked AS {blocked_pairs()}")
        linker = linker_on(connection, frame)
        pairs = pl.concat(_levels(connection, linker, "blocked", threshold=HOPELESS)).sort("left", "right")
        connection.register("sampled_given", pairs_by_chance(frame).to_arrow())
        connection.execute("CREATE TABLE sampled AS SELECT * FROM sampled_given")
        return Compared(pairs, _by_level(_levels(connection, linker, "sampled", threshold=None)))


def _levels(
    connection: duckdb.DuckDBPyConnection, linker: Linker, table: str, *, threshold: float | None
) -> Iterator[pl.DataFrame]:
    """The pairs of the table with their levels, AT_ONCE of them at a time; at least one frame, which may be empty."""
    columns = ["unique_id_l AS left", "unique_id_r AS right", "source_l AS left_source", "source_r AS right_source"]
    for each in COMPARISONS:
        # Splink counts levels from the last (0) upwards; we count from the closest.
        place = f"{len(each.levels) - 1} - gamma_{each.name}"
        columns.append(f"CASE WHEN gamma_{each.name} >= 0 THEN ({place})::TINYINT END AS level_{each.name}")
    columns += [f"greatest(tf_{name}_l, tf_{name}_r)::FLOAT AS frequency_{name}" for name in FREQUENT]
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
