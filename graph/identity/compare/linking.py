"""The comparisons as Splink reads them, and how rare the values are that it weighs."""

from typing import Any

import duckdb
import polars as pl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from graph.identity.compare.comparisons import COMPARISONS, Comparison, Level

PSEUDO_RECORDS = 300
"""As many records as a usual frequency counts for."""

FREQUENT = tuple(level.by_frequency for each in COMPARISONS for level in each.levels if level.by_frequency)
"""The columns whose values count by how rare they are."""


def linker_on(connection: duckdb.DuckDBPyConnection, people: pl.DataFrame) -> Linker:
    """Splink on the table `people` of the connection, which holds the same people."""
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
    for column in FREQUENT:
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
