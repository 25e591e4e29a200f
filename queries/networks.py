"""Networks of people investigated together: read as one projection, computed in graph.networks, told as rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import networks
from graph.stores.store import Store
from queries.drawing import Drawn
from queries.networks_told import Kind, rests_on, told
from queries.subjects import begun_by, joined, read_together, stated_by, with_times
from queries.times import Times

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Network:
    """Rows about the people of a network, and what must be said beside them. Columns are pairs of name and type.

    `rests_on` holds for each row the ids of the statements that make the pairs it is about; it is empty unless asked
    for. `no_rows` is the sentence that stands in place of rows.
    """

    columns: tuple[tuple[str, str], ...]
    rows: list[tuple[Any, ...]]
    notes: tuple[str, ...]
    rests_on: list[set[str]]
    no_rows: str


def network(store: Store, kind: Kind, threshold: int, times: Times, *, with_statements: bool = False) -> Network:
    """The network of the kind, of pairs who are subjects of `threshold` investigations together, at the dates.

    `at` counts investigations that may have begun by then, `known` what sources had stated by then; who is one person
    is as decided today. Raises UsageError where investigations are too large to look at.
    """
    frames = _read(store, times, with_records=with_statements)
    projection = _projected(frames, times, with_records=with_statements)
    found = networks.pairs(projection, threshold)
    people = f"{projection.get_column('officer').n_unique():,} people who are subjects of an investigation"
    together = f"Out of {people}; {found.height:,} pairs are subjects of {threshold} or more together."
    columns, rows = told(kind, found, _names(frames["Officer"]))
    statements = rests_on(kind, rows, found, projection) if with_statements else []
    return Network(columns, rows, (together, *_CAVEATS), statements, f"None of the {people} {_NOBODY[kind]}.")


def network_drawn(store: Store, kind: Kind, threshold: int, times: Times) -> Drawn:
    """What to draw of the network: the people, the investigations they are in together, and these statements."""
    projection = _projected(_read(store, times, with_records=True), times, with_records=True)
    found = networks.pairs(projection, threshold)
    if kind == "communities":
        found = networks.inside_communities(found)
    elif kind == "brokers":
        found = networks.of_brokers(found)
    rows = networks.shared(projection, found)
    return Drawn(frozenset((*rows["record"], *rows["case"])), frozenset(rows["statement"]))


def _read(store: Store, times: Times, *, with_records: bool) -> "dict[str, pl.DataFrame]":
    more = ("id",) if with_records else ()
    return read_together(
        store,
        {
            "SUBJECT_OF": with_times(times, more),
            "Investigation": ("canonical_id", "opened", *more),
            "Officer": ("canonical_id", "name", "description", *more),
        },
    )


def _projected(frames: "dict[str, pl.DataFrame]", times: Times, *, with_records: bool) -> "pl.DataFrame":
    """Who is a subject of what, as graph.networks takes it; with the ids of records and statements where asked for."""
    import polars as pl

    people = frames["Officer"].rename({"canonical_id": "officer", "id": "record"}, strict=False)
    cases = begun_by(frames["Investigation"], times.at).with_columns(pl.col("opened").fill_null(""))
    found = joined(
        stated_by(frames["SUBJECT_OF"], times.known).rename({"id": "statement"}, strict=False),
        people,
        cases.rename({"canonical_id": "investigation", "id": "case"}, strict=False),
    )
    return found.select(
        "officer", "investigation", "opened", *(("record", "case", "statement") if with_records else ())
    )


_CAVEATS = (
    "Being investigated together is no finding; large investigations bring together people who never met.",
    "Two records count as one person only where somebody has decided that they are.",
)
_NOBODY = {
    "pairs": "is in so many of them together with another",
    "communities": "is in a community",
    "brokers": "holds others together who would fall apart without them",
}


def _names(officers: "pl.DataFrame") -> dict[str, str]:
    """A name of each, or what is said of them: of several the first in the alphabet, of none an empty one."""
    import polars as pl

    called = pl.coalesce("name", "description").fill_null("")
    named = officers.select("canonical_id", called=called).sort("called", descending=True)
    return dict(named.iter_rows())
