"""Rules by which records of a source are one thing: those whose key is equal, and nothing they state forbids it."""

from collections.abc import Sequence

import polars as pl

from graph.columns.hashing import length_prefixed_columns
from graph.columns.parts import Parts, together
from loaders.tables.keys import Ids, key_parts
from loaders.tables.models import Value


def compared(ids: Ids, name: str, key: Sequence[Value]) -> pl.DataFrame:
    """The id of each record of the entry `name` and what is compared of it, as one text; without those whose key is
    empty. Columns: id, compared."""
    column = ids.column(name)
    whole = length_prefixed_columns(key_parts(key))
    found = ids.rows.select(pl.col(column).alias("id"), whole.alias("compared"))
    return found.drop_nulls().unique(maintain_order=True)


def pairs(found: Parts, known: Sequence[Parts], unless: Sequence[str]) -> pl.DataFrame:
    """For each thing that several of the ids in `known` name, the smallest of them with every other: left_id, right_id,
    and `differs`, the properties of `unless` (columns of `known`) of which those that name it state two things.

    `found` is what `compared` gives of all rows; both are cut by id. Two are enough: a number that was given to two
    people says of none of its records whose they are.
    """
    named, several = found.beside("compared"), found.beside("id")
    for rows in found.only("id", "compared").cut_by("compared").frames():
        several.add(rows.unique().filter(pl.col("compared").is_duplicated()))
    for records in known:
        for rows, stated in together(several, records.only("id", *unless)):
            if rows.height and stated.height:
                columns = [
                    (pl.col(each) if each in stated.columns else pl.lit(None)).cast(pl.String).alias(each)
                    for each in ("id", *unless)
                ]
                named.add(rows.join(stated.select(columns), on="id"))
    return pl.concat([_NO_PAIRS, *(_paired(each, unless) for each in named.frames())]).sort("left_id", "right_id")


def _paired(whole: pl.DataFrame, unless: Sequence[str]) -> pl.DataFrame:
    stated = {each: pl.col(each).cast(pl.String).str.strip_chars().str.to_lowercase() for each in unless}
    differing = [
        pl.when(text.drop_nulls().n_unique().over("compared") > 1).then(pl.lit(each)) for each, text in stated.items()
    ]
    differs = pl.concat_list(differing).list.drop_nulls() if differing else pl.lit([], dtype=pl.List(pl.String))
    first = pl.col("id").min().over("compared")
    paired = whole.select(first.alias("left_id"), pl.col("id").alias("right_id"), differs.alias("differs"))
    return paired.filter(pl.col("left_id") != pl.col("right_id")).unique()


_NO_PAIRS = pl.DataFrame(schema={"left_id": pl.String, "right_id": pl.String, "differs": pl.List(pl.String)})
