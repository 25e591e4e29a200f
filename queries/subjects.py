"""Who is a subject of what, read as columns: what whole-graph questions begin with."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from graph.dates import not_after
from graph.stores.store import DEFAULT_TIMEOUT, END, PLACE, START, Store
from queries.times import Times

if TYPE_CHECKING:
    import polars as pl


def read_together(
    store: Store, wanted: "dict[str, Sequence[str]]", *, timeout: float = DEFAULT_TIMEOUT
) -> "dict[str, pl.DataFrame]":
    """What is stored of several kinds and types, by name: each as `Store.columns_of` gives it, read side by side.

    What there is most of should come first. Raises TooLongError where one of them takes longer than `timeout` seconds.
    """
    columns_of = partial(store.columns_of, timeout=timeout)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as threads:
        reading = {name: threads.submit(columns_of, name, each) for name, each in wanted.items()}
    return {name: each.result() for name, each in reading.items()}


def joined(statements: "pl.DataFrame", starts: "pl.DataFrame", ends: "pl.DataFrame") -> "pl.DataFrame":
    """A row for each statement that leads from one of the starts to one of the ends, with what was read of the three.

    A column that two of them have in common must be renamed before.
    """
    found = statements.join(starts, left_on=START, right_on=PLACE).join(ends, left_on=END, right_on=PLACE)
    return found.drop(START, END)


def stated_by(frame: "pl.DataFrame", known: str | None) -> "pl.DataFrame":
    """The rows whose `recorded_from` was possibly no later than the date; all of them where there is none."""
    if known is None:
        return frame
    return holding(frame, "recorded_from", lambda recorded: recorded is not None and not_after(recorded, known))


def begun_by(frame: "pl.DataFrame", at: str | None) -> "pl.DataFrame":
    """The rows whose `opened` may be no later than the date; all of them where there is none."""
    if at is None:
        return frame
    return holding(frame, "opened", lambda opened: opened is None or not_after(opened, at))


def holding(frame: "pl.DataFrame", column: str, test: Callable[[str | None], bool]) -> "pl.DataFrame":
    """The rows whose value in the column passes the test, which each value takes once: dates repeat."""
    import polars as pl

    passing = [each for each in frame.get_column(column).unique().to_list() if test(each)]
    return frame.filter(pl.col(column).is_in(pl.Series(passing, dtype=pl.String).implode(), nulls_equal=True))


def with_times(times: Times, properties: Sequence[str]) -> tuple[str, ...]:
    """The properties of a statement that must be read where it is asked what was known by a date."""
    return (*properties, "recorded_from") if times.known is not None else tuple(properties)
