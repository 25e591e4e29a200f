"""Networks of people as rows: columns of each kind of network, and which statements each row rests on."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from graph import networks

if TYPE_CHECKING:
    import polars as pl

Kind = Literal["pairs", "communities", "brokers"]

_Told = tuple[tuple[tuple[str, str], ...], list[tuple[Any, ...]]]


def told(kind: Kind, found: "pl.DataFrame", names: dict[str, str]) -> _Told:
    """Columns (name and type) and rows of the network of the kind, of the pairs found."""
    return _TELLING[kind](found, names)


def rests_on(
    kind: Kind, rows: list[tuple[Any, ...]], found: "pl.DataFrame", projection: "pl.DataFrame"
) -> list[set[str]]:
    """For each row the statements by which the two of a pair, or members of a community, or a broker and others, are
    together."""
    of_pair: list[set[str]] = [set() for _ in range(found.height)]
    for pair, statement in networks.shared(projection, found).select("pair", "statement").iter_rows():
        of_pair[pair].add(statement)
    if kind == "pairs":
        return of_pair
    statements_of: list[set[str]] = [set() for _ in rows]
    place = {one: number for number, row in enumerate(rows) for one in (row[5] if kind == "communities" else [row[0]])}
    for one, other, statements in zip(found["officer"], found["other"], of_pair, strict=True):
        places = [place.get(one), place.get(other)]
        for number in {each for each in places if each is not None}:
            if kind == "brokers" or places[0] == places[1]:
                statements_of[number] |= statements
    return statements_of


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
