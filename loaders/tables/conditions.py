"""Conditions of a mapping, as expressions over columns."""

from collections.abc import Sequence

import polars as pl

from loaders.tables.models import Condition


def all_hold(conditions: Sequence[Condition]) -> pl.Expr:
    """True where every one of the conditions, at least one, holds; never null: an empty cell is none of any texts."""
    return pl.all_horizontal([_holds(each) for each in conditions])


def _holds(condition: Condition) -> pl.Expr:
    column = pl.col(condition.column)
    held = []
    if condition.is_ is not None:
        held.append(column.is_in(condition.is_).fill_null(False))
    if condition.is_not is not None:
        held.append(~column.is_in(condition.is_not).fill_null(False))
    if condition.present is not None:
        held.append(column.is_not_null() if condition.present else column.is_null())
    return pl.all_horizontal(held)
