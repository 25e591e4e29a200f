"""Whole columns of records and statements as the rows that are written: what graph.rows makes of one, for all.

A frame of records has `id`, `locator` and a column a property; one of statements `from_id` and `to_id` too. A null is
a property that is not stated. Values are of the model's types already: who makes the columns sees to that.
"""

import polars as pl

from graph.columns.hashing import column_part, content_hash, part
from graph.columns.names import folded_column
from graph.errors import InvalidValueError
from graph.model import record_properties, statement_properties
from graph.model.properties import Property, PropertyType
from graph.records import Recorded
from graph.rows import canonical_text

_KEPT = frozenset({"id", "locator", "name_folded"})
_ENDS = frozenset({"from_id", "to_id"})
"""What is no property of a statement; of a denial, these are."""

TYPES: dict[PropertyType, pl.DataType] = {
    PropertyType.INTEGER: pl.Int64(),
    PropertyType.NUMBER: pl.Float64(),
    PropertyType.BOOLEAN: pl.Boolean(),
    PropertyType.TEXTS: pl.List(pl.String()),
}
"""The type of a column that holds a property; every other property is a text."""


def record_rows(frame: pl.DataFrame, label: str, source_id: str, recorded: Recorded) -> pl.DataFrame:
    """The frame with every column that graph.rows.record_row gives, for records of one kind of one source.

    Raises InvalidValueError for a column the model does not know or one of the wrong type.
    """
    known = {each.name: each for each in record_properties(label)}
    stated = _stated(frame, label, known, _KEPT)
    named = [folded_column(stated["name"]).alias("name_folded")] if "name" in stated.columns else []
    return _written(stated, pl.concat_str([part(label)]), source_id, recorded, _KEPT).with_columns(named)


def statement_rows(frame: pl.DataFrame, type_name: str, source_id: str, recorded: Recorded) -> pl.DataFrame:
    """The frame with every column that graph.rows.statement_row gives, for statements of one type of one source."""
    known = {each.name: each for each in statement_properties(type_name)}
    what = pl.concat_str([part(type_name), column_part(pl.col("from_id")), column_part(pl.col("to_id"))])
    kept = _KEPT | _ENDS
    return _written(_stated(frame, type_name, known, kept), what, source_id, recorded, kept)


def _stated(frame: pl.DataFrame, owner: str, known: dict[str, Property], kept: frozenset[str]) -> pl.DataFrame:
    changed = []
    for name in frame.columns:
        if name in kept:
            continue
        if name not in known:
            raise InvalidValueError(f"{owner} has no property {name!r}")
        wanted = TYPES.get(known[name].type, pl.String())
        if frame.schema[name] != wanted:
            raise InvalidValueError(f"{owner}.{name} is a column of {frame.schema[name]}, not of {wanted}")
        if known[name].default is not None:
            changed.append(pl.when(pl.col(name) != known[name].default).then(pl.col(name)).alias(name))
    return frame.with_columns(changed)


def _written(
    frame: pl.DataFrame, what: pl.Expr, source_id: str, recorded: Recorded, kept: frozenset[str]
) -> pl.DataFrame:
    when = () if recorded.basis == "loaded" else (recorded.start, recorded.end, recorded.basis)
    names = sorted(set(frame.columns) - kept)
    parts = [what, *(part(each) for each in when)]
    for name in names:
        text = column_part(_canonical(frame.schema[name], name))
        parts.append(pl.when(pl.col(name).is_not_null()).then(pl.concat_str([part(name), text])).otherwise(pl.lit("")))
    return frame.with_columns(
        pl.lit(source_id).alias("source_id"),
        pl.lit(recorded.start).alias("recorded_from"),
        pl.lit(None if recorded.end == recorded.start else recorded.end, dtype=pl.String).alias("recorded_to"),
        pl.lit(None if recorded.basis == "stated" else recorded.basis, dtype=pl.String).alias("recorded_basis"),
        content_hash(pl.concat_str(parts)).alias("content_hash"),
    )


def _canonical(kind: pl.DataType, name: str) -> pl.Expr:
    """graph.rows.canonical_text for every row of a column."""
    column = pl.col(name)
    if kind == pl.Boolean():
        return pl.when(column).then(pl.lit("true")).otherwise(pl.lit("false"))
    if kind == pl.Float64():
        # Python's form of a number that is not whole is its own; there are few such figures.
        return column.map_batches(_numbers, return_dtype=pl.String)
    if kind == pl.List(pl.String()):
        element = pl.element()
        return column.list.eval(
            pl.concat_str([element.str.len_bytes().cast(pl.String), pl.lit(":"), element])
        ).list.join("")
    return column.cast(pl.String)


def _numbers(column: pl.Series) -> pl.Series:
    known = {each: canonical_text(each) for each in column.unique().drop_nulls().to_list()}
    return column.replace_strict(known, default=None, return_dtype=pl.String)
