"""Officers as their sources state them, made comparable: one row a record, absent where nothing is known."""

import polars as pl

from graph.identity.compare.named import names_of
from graph.identity.compare.placeholders import known_day, known_number, known_text, known_year
from graph.names import folded

STATED: dict[str, "pl.DataType | type[pl.DataType]"] = {
    "id": pl.String,
    "source_id": pl.String,
    "name": pl.String,
    "first_name": pl.String,
    "middle_initial": pl.String,
    "last_name": pl.String,
    "suffix": pl.String,
    "birth_year": pl.Int64,
    "gender": pl.String,
    "ethnicity": pl.String,
    "appointed": pl.String,
    "number": pl.String,
    "number_kind": pl.String,
    "rank": pl.String,
    "unit": pl.String,
    "forces": pl.List(pl.String),
}
"""The columns of officers as stated: of each a text as its source writes it, or null."""

USES_SUFFIXES = 0.005
"""A source in which at least this share of names has a suffix says of the others that they have none."""

_GENDERS = {"m": "m", "male": "m", "man": "m", "f": "f", "female": "f", "woman": "f"}


def prepared(stated: pl.DataFrame) -> pl.DataFrame:
    """The comparable form of officers (columns as STATED), in the order of ids; whoever has no name is left out.

    What stands for nothing known (placeholders.py) is absent.
    """
    rows = stated.sort("id")
    texts = rows.select(_folded(rows[name]) for name in _FOLDED)
    kept = rows.select(
        pl.col("id").alias("unique_id"),
        pl.col("source_id").alias("source"),
        known_year(pl.col("birth_year")).cast(pl.Int32).alias("birth_year"),
        known_day(pl.col("appointed")).alias("appointed"),
        pl.when(pl.col("forces").list.len() > 0).then(pl.col("forces")).alias("forces"),
    )
    comparable = texts.select(
        pl.col("gender").replace_strict(_GENDERS, default=None, return_dtype=pl.String),
        known_text(pl.col("ethnicity")).alias("race"),
        # Numbers of two kinds say nothing of each other.
        (known_number(pl.col("number")) + "|" + pl.col("number_kind").fill_null("")).alias("number"),
        pl.concat_str("first_name", "last_name", separator=" ").alias("written"),
        known_text(pl.col("unit")).alias("unit"),
        known_text(pl.col("rank")).alias("rank"),
    )
    together = pl.concat([kept, comparable, names_of(rows)], how="horizontal")
    with_suffixes = pl.col("suffix").is_not_null().mean().over("source") >= USES_SUFFIXES
    return together.filter(pl.col("last").is_not_null() | pl.col("first").is_not_null()).with_columns(
        pl.when(with_suffixes).then(pl.col("suffix").fill_null("-")).otherwise(pl.col("suffix")).alias("suffix"),
        pl.col("first").str.slice(0, 1).alias("initial"),
        pl.col("last").str.slice(0, 3).alias("last_start"),
    )


_FOLDED = ("gender", "ethnicity", "number", "number_kind", "first_name", "last_name", "unit", "rank")


def _folded(column: pl.Series) -> pl.Series:
    """The texts folded, each distinct one once; null where nothing is left."""
    distinct = column.drop_nulls().unique()
    table = {each: folded(each) or None for each in distinct}
    return column.replace_strict(table, default=None, return_dtype=pl.String) if table else column
