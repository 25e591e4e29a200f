"""Statements with their ends, read type by type: the engine's own language reads a type from one end of its file to the
other, while Cypher jumps to each statement and each end. What belongs together is joined here, by where it lies.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from graph.stores.store import Links

if TYPE_CHECKING:
    import polars as pl

_STATEMENTS = "SELECT FROM `{name}`"
_RECORDS = "SELECT {columns} FROM `{name}`"


def links(scan: "Callable[[str, Sequence[str]], pl.DataFrame]", wanted: Links) -> "pl.DataFrame":
    """As Store.links. `scan` reads a text of the engine's own language as columns, in any thread."""
    with ThreadPoolExecutor(max_workers=2) as threads:
        stated = threads.submit(scan, _STATEMENTS.format(name=wanted.type), ("@out", "@in", *wanted.of_statement))
        ends = threads.submit(scan, _records(wanted.end, "end", wanted.of_end), ())
        starts = threads.submit(scan, _records(wanted.start, "start", wanted.of_start), ())
        frames = (stated.result(), starts.result(), ends.result())
    return _joined(*frames, wanted)


def _records(label: str, which: str, properties: Sequence[str]) -> str:
    columns = (f"@rid AS `{which}`", *(f"`{each}` AS `{which}_{each}`" for each in properties))
    return _RECORDS.format(columns=", ".join(columns), name=label)


def _joined(stated: "pl.DataFrame", starts: "pl.DataFrame", ends: "pl.DataFrame", wanted: Links) -> "pl.DataFrame":
    import polars as pl

    if 0 in (stated.width, starts.width, ends.width):
        return pl.DataFrame(schema=dict.fromkeys(wanted.columns, pl.String))
    found = stated.join(starts, left_on="@out", right_on="start").join(ends, left_on="@in", right_on="end")
    return found.select(wanted.columns)


def as_texts(batch: "pl.DataFrame") -> "pl.DataFrame":
    """The rows as texts: in one batch a column may hold nothing and in the next booleans. So is where a record lies."""
    import polars as pl

    return batch.select(
        pl.Series(each.name, each.to_list(), dtype=pl.String) if each.dtype == pl.Object else each.cast(pl.String)
        for each in batch.get_columns()
    )
