"""Records of one thing, and statements about one pair, of which some values differ: found among all that is held.

What can differ is found first, and only that is read whole. Statements are read as columns and grouped here: to group
them by both of their ends takes a database ten times as long.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from graph.model import TYPES
from graph.stores.store import END, PLACE, START, Store
from queries.stored import AT_ONCE

if TYPE_CHECKING:
    import polars as pl

Row: TypeAlias = Mapping[str, Any]
"""What is stored of a record or statement, by property."""

# A thing of several records has the canonical id of one of them.
_THINGS = (
    "MATCH (m:{label})\nWHERE m.canonical_id <> m.id\nWITH DISTINCT m.canonical_id AS thing\n"
    "MATCH (n:{label} {{canonical_id: thing}})\nWITH thing, {counted}\nWHERE {several}\nRETURN thing ORDER BY thing"
)
_RECORDS = (
    "UNWIND $things AS thing\nMATCH (n:{label} {{canonical_id: thing}})\n"
    "RETURN thing, properties(n) AS record ORDER BY thing, n.id"
)
_STATED = ("id", "source_id", "locator", "recorded_from", "recorded_to", "valid_from", "valid_to", "current")
_PAIR = ["start_thing", "end_thing"]


def records_that_differ(store: Store, label: str, names: Sequence[str]) -> Iterator[tuple[str, list[Row]]]:
    """Things of which records of the label state different values of one of the properties: canonical id, and all of
    its records of the label, by their ids."""
    counted = ", ".join(f"count(DISTINCT n.{each}) AS {each}" for each in names)
    several = " OR ".join(f"{each} > 1" for each in names)
    text = _THINGS.format(label=label, counted=counted, several=several)
    things = [thing for (thing,) in store.read(text).rows]
    for start in range(0, len(things), AT_ONCE):
        rows = store.read(_RECORDS.format(label=label), {"things": things[start : start + AT_ONCE]}).rows
        for thing, some in groupby(rows, key=itemgetter(0)):
            yield thing, [record for _, record in some]


def statements_that_differ(
    store: Store, kind: str, names: Sequence[str]
) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    """Pairs about which two sources state different values of one of the properties: the canonical ids, and what each
    statement of the type about them states, by their ids, with `start` and `end`, the ids of its ends."""
    import polars as pl

    if store.columns_of(kind, ("source_id",)).get_column("source_id").n_unique() < 2:
        return
    frame = store.columns_of(kind, tuple(dict.fromkeys((*_STATED, *names)))).with_columns(pl.col("current") == "true")
    for place, (end, at) in enumerate((("start", START), ("end", END))):
        labels = dict.fromkeys(each[place] for each in TYPES[kind].ends)
        read = pl.concat([store.columns_of(each, ("id", "canonical_id")) for each in labels])
        frame = frame.join(read.rename({"id": end, "canonical_id": f"{end}_thing"}), left_on=at, right_on=PLACE)
    pairs = (
        frame.filter(pl.len().over(_PAIR) > 1)
        .group_by(_PAIR)
        .agg(differ=pl.any_horizontal(_several(each) for each in names) & _several("source_id"))
        .filter("differ")
    )
    rows = frame.join(pairs, on=_PAIR, how="semi").sort(*_PAIR, "id").iter_rows(named=True)
    for (start, end), some in groupby(rows, key=itemgetter(*_PAIR)):
        yield (start, end), list(some)


def _several(name: str) -> "pl.Expr":
    """Whether there are different values in the column; null where there is none."""
    import polars as pl

    return pl.col(name).min() != pl.col(name).max()
