"""Officers as their sources state them, made comparable: one row a record, absent where nothing is known."""

import polars as pl

from graph.identity.compare.names import PersonName, nickname_groups, person_name, whole_name
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
    """The comparable form of officers (columns as STATED), in the order of ids; whoever has no name is left out."""
    rows = stated.sort("id")
    names = [_name(row) for row in rows.select("name", "first_name", "middle_initial", "last_name", "suffix").rows()]
    groups = nickname_groups()
    named = pl.DataFrame(
        {
            "first": [each.first or None for each in names],
            "middle": [each.middle or None for each in names],
            "last": [each.last or None for each in names],
            "parts": [list(each.parts) for each in names],
            "suffix": [each.suffix or None for each in names],
            "nicknames": [list(groups.get(each.first, ())) for each in names],
        },
        schema_overrides={
            "first": pl.String, "middle": pl.String, "last": pl.String, "suffix": pl.String,
            "parts": pl.List(pl.String), "nicknames": pl.List(pl.Int64),
        },
    )  # fmt: skip
    together = pl.concat(
        [
            rows.select(
                pl.col("id").alias("unique_id"),
                pl.col("source_id").alias("source"),
                pl.col("birth_year").cast(pl.Int32),
                _folded("gender").replace_strict(_GENDERS, default=None, return_dtype=pl.String).alias("gender"),
                _folded("ethnicity").alias("race"),
                pl.col("appointed"),
                # Numbers of two kinds say nothing of each other.
                (pl.col("number").str.strip_chars() + "|" + _folded("number_kind").fill_null("")).alias("number"),
                pl.concat_str(_folded("first_name"), _folded("last_name"), separator=" ").alias("written"),
                _folded("unit").alias("unit"),
                _folded("rank").alias("rank"),
                pl.when(pl.col("forces").list.len() > 0).then(pl.col("forces")).alias("forces"),
            ),
            named,
        ],
        how="horizontal",
    )
    with_suffixes = pl.col("suffix").is_not_null().mean().over("source") >= USES_SUFFIXES
    return together.filter(pl.col("last").is_not_null() | pl.col("first").is_not_null()).with_columns(
        pl.when(with_suffixes).then(pl.col("suffix").fill_null("-")).otherwise(pl.col("suffix")).alias("suffix"),
        pl.col("first").str.slice(0, 1).alias("initial"),
        pl.col("last").str.slice(0, 3).alias("last_start"),
    )


def _name(row: tuple[str | None, ...]) -> PersonName:
    name, first, middle, last, suffix = row
    return person_name(first, middle, last, suffix) if first or last else whole_name(name, middle, suffix)


def _folded(column: str) -> pl.Expr:
    text = pl.col(column).map_elements(folded, return_dtype=pl.String, skip_nulls=True)
    return pl.when(text.str.len_chars() > 0).then(text)
