"""Networks of people investigated together: read as one projection, computed in graph.networks, told as rows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from graph import networks
from graph.stores.store import Store
from queries.drawing import Drawn
from queries.subjects import begun_by, joined, read_together, stated_by, with_times
from queries.times import Times

if TYPE_CHECKING:
    import polars as pl

Kind = Literal["pairs", "communities", "brokers"]

_NAMES = "MATCH (o:Officer)\nRETURN o.canonical_id AS officer, coalesce(o.name, o.description, '') AS name"


@dataclass(frozen=True, slots=True)
class Network:
    """Rows about the people of a network, and what must be said beside them. Columns are pairs of name and type.

    `rests_on` holds for each row the ids of the statements that make the pairs it is about; it is empty unless asked
    for.
    """

    columns: tuple[tuple[str, str], ...]
    rows: list[tuple[Any, ...]]
    notes: tuple[str, ...]
    rests_on: list[set[str]]


def network(store: Store, kind: Kind, threshold: int, times: Times, *, with_statements: bool = False) -> Network:
    """The network of the kind, of pairs who are subjects of `threshold` investigations together, at the dates.

    `at` counts investigations that may have begun by then, `known` what sources had stated by then; who is one person
    is as decided today. Raises UsageError where investigations are too large to look at.
    """
    projection = projected(store, times, with_records=with_statements)
    found = networks.pairs(projection, threshold)
    people = projection.get_column("officer").n_unique()
    held = f"Out of {people:,} people who are subjects of an investigation; {found.height:,} pairs"
    notes = (f"{held} are subjects of {threshold} or more together.", *_CAVEATS)
    columns, rows = _TELLING[kind](found, _names(store))
    rests_on = _rests_on(kind, rows, found, projection) if with_statements else []
    return Network(columns, rows, notes, rests_on)


def network_drawn(store: Store, kind: Kind, threshold: int, times: Times) -> Drawn:
    """What to draw of the network: the people, the investigations they are in together, and these statements."""
    projection = projected(store, times, with_records=True)
    found = networks.pairs(projection, threshold)
    if kind == "communities":
        found = networks.inside_communities(found)
    elif kind == "brokers":
        found = networks.of_brokers(found)
    rows = networks.shared(projection, found)
    return Drawn(frozenset((*rows["record"], *rows["case"])), frozenset(rows["statement"]))


def projected(store: Store, times: Times, *, with_records: bool = False) -> "pl.DataFrame":
    """Who is a subject of what, as graph.networks takes it; with the ids of records and statements where asked for."""
    import polars as pl

    more = ("id",) if with_records else ()
    frames = read_together(
        store,
        {
            "Investigation": ("canonical_id", "opened", *more),
            "SUBJECT_OF": with_times(times, more),
            "Officer": ("canonical_id", *more),
        },
    )
    people = frames["Officer"].rename({"canonical_id": "officer", "id": "record"}, strict=False)
    cases = begun_by(frames["Investigation"], times.at).with_columns(pl.col("opened").fill_null(""))
    found = joined(
        stated_by(frames["SUBJECT_OF"], times.known).rename({"id": "statement"}, strict=False),
        people,
        cases.rename({"canonical_id": "investigation", "id": "case"}, strict=False),
    )
    return found.select("officer", "investigation", "opened", *(("record", "case", "statement") if more else ()))


def _rests_on(
    kind: Kind, rows: list[tuple[Any, ...]], found: "pl.DataFrame", projection: "pl.DataFrame"
) -> list[set[str]]:
    """For each row the statements by which the two of a pair, or members of a community, or a broker and others, are
    together."""
    of_pair: list[set[str]] = [set() for _ in range(found.height)]
    for pair, statement in networks.shared(projection, found).select("pair", "statement").iter_rows():
        of_pair[pair].add(statement)
    if kind == "pairs":
        return of_pair
    rests_on: list[set[str]] = [set() for _ in rows]
    place = {one: number for number, row in enumerate(rows) for one in (row[5] if kind == "communities" else [row[0]])}
    for one, other, statements in zip(found["officer"], found["other"], of_pair, strict=True):
        places = [place.get(one), place.get(other)]
        for number in {each for each in places if each is not None}:
            if kind == "brokers" or places[0] == places[1]:
                rests_on[number] |= statements
    return rests_on


_CAVEATS = (
    "Being investigated together is no finding; large investigations bring together people who never met.",
    "Two records count as one person only where somebody has decided that they are.",
)


def _names(store: Store) -> dict[str, str]:
    frame = store.read_columns(_NAMES)
    if not frame.width:
        return {}
    frame = frame.sort("name", descending=True)  # of several names the first in the alphabet is kept
    return dict(zip(frame["officer"], frame["name"], strict=True))


_Told = tuple[tuple[tuple[str, str], ...], list[tuple[Any, ...]]]


def _pairs(found: "pl.DataFrame", names: dict[str, str]) -> _Told:
    columns = (
        ("officer", "id"), ("name", "text"), ("other", "id"), ("other_name", "text"), ("together", "integer"),
        ("large", "integer"), ("first", "date"), ("last", "date"), ("officer_in", "integer"), ("other_in", "integer"),
    )  # fmt: skip
    rows = [
        (one, names.get(one), other, names.get(other), together, large, *_ends(dates), one_in, other_in)
        for one, other, together, large, dates, one_in, other_in in found.iter_rows()
    ]
    return columns, rows


def _ends(dates: list[str]) -> tuple[str | None, str | None]:
    return (dates[0], dates[-1]) if dates else (None, None)


def _communities(found: "pl.DataFrame", names: dict[str, str]) -> _Told:
    columns = (
        ("community", "integer"), ("people", "integer"), ("pairs_inside", "integer"), ("pairs_outside", "integer"),
        ("hang_together", "integer"), ("officers", "ids"), ("names", "texts"),
    )  # fmt: skip
    rows = []
    for number, each in enumerate(networks.communities(found), start=1):
        called = [names.get(one, "") for one in each.members]
        size = len(each.members)
        rows.append((number, size, each.inside, each.outside, each.component, list(each.members), called))
    return columns, rows


def _brokers(found: "pl.DataFrame", names: dict[str, str]) -> _Told:
    columns = (
        ("officer", "id"), ("name", "text"), ("pairs", "integer"), ("without_them", "texts"), ("communities", "integer")
    )  # fmt: skip
    rows = [
        (each.officer, names.get(each.officer), each.others, [f"{size:,}" for size in each.parts], each.communities)
        for each in networks.brokers(found)
    ]
    return columns, rows


_TELLING: dict[Kind, Callable[["pl.DataFrame", dict[str, str]], _Told]] = {
    "pairs": _pairs,
    "communities": _communities,
    "brokers": _brokers,
}
