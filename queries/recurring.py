"""The rows of the saved question recurring-officers where much is held: read as columns, and grouped here.

What is asked stands in the text of queries/catalogue alone. Of a quarter of a million statements a database takes
seconds to answer it, since it jumps to each of them and to both ends. The tests ask both ways and compare.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.dates import possibly_true_at
from graph.stores.store import END, PLACE, START, Store
from queries.format import Query
from queries.parameters import Value
from queries.subjects import begun_by, joined, read_together, stated_by, with_times
from queries.times import Times

if TYPE_CHECKING:
    import polars as pl

Frames = dict[str, "pl.DataFrame"]

MANY = 20_000
"""Statements that somebody is a subject from which on the columns are read: of fewer a database answers as fast."""

_LASTING = ("valid_from", "valid_to", "current", "recorded_from", "recorded_to")
_LED = ("AROSE_FROM", "LINKED_TO")


def is_faster(store: Store, query: Query) -> bool:
    """Whether the question is this one, as crossprobe comes with it, and so much is held that columns are faster."""
    return query.shipped and query.id == "recurring-officers" and store.counts().get("SUBJECT_OF", 0) >= MANY


def recurring_officers(store: Store, parameters: Mapping[str, Value], *, timeout: float) -> list[tuple[Any, ...]]:
    """The rows of the question, for its bound parameters, in its order; lists are in no order. Reading no kind or type
    takes longer than `timeout` seconds, or TooLongError is raised."""
    import polars as pl

    times = Times(_text(parameters["at"]), _text(parameters["known"]))
    minimum = int(parameters["minimum"] or 0)
    frames = _read(store, times, timeout)
    cases = _cases(frames, times)
    people = (
        cases.group_by("person")
        .agg(investigations=pl.len(), stated=pl.col("stated").sum())
        .filter(pl.col("investigations") >= minimum)
    )
    service = _service(frames, times)
    if parameters["force"] is not None:
        wanted = frames["Force"].filter(pl.col("id") == parameters["force"]).get_column("canonical_id")
        people = people.join(service.filter(pl.col("force").is_in(wanted.implode())), on="person", how="semi")
    names = stated_by(frames["Officer"], times.known).select("person", name=pl.coalesce("name", "description"))
    told = people.join(_lists(names, "name"), on="person", how="left")
    for column in ("rank", "called"):
        told = told.join(_lists(service.select("person", column), column), on="person", how="left")
    told = told.join(frames["Officer"].select("person", officer="canonical_id").unique("person"), on="person")
    fewer = _fewer(cases, people, frames, times)
    columns = ("person", "officer", "name", "rank", "called", "investigations", "stated")
    rows = []
    for person, officer, names_, ranks, forces, count, stated in (
        told.sort("investigations", "officer", descending=[True, False]).select(columns).iter_rows()
    ):
        apart = count - fewer.get(person, 0)
        if apart >= minimum or not parameters["leave_out_linked"]:
            rows.append((officer, names_ or [], ranks or [], forces or [], count, stated, person in fewer, apart))
    return rows


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _read(store: Store, times: Times, timeout: float) -> Frames:
    """What is stored of each kind and type. Officers have a number `person` beside canonical_id, and investigations
    `case`, the first place of those that have it: to group by numbers takes a fraction of the time."""
    import polars as pl

    frames = read_together(
        store,
        {
            "SUBJECT_OF": with_times(times, ("status",)),
            "Investigation": ("canonical_id", "opened") if times.at else ("canonical_id",),
            "SERVED_IN": (*_LASTING, "rank", "rank_as_stated")
            if times.at
            else with_times(times, ("rank", "rank_as_stated")),
            "Officer": with_times(times, ("canonical_id", "name", "description")),
            "Force": ("canonical_id", "name", "description", "id"),
            **dict.fromkeys(_LED, with_times(times, ())),
        },
        timeout=timeout,
    )
    for kind, number in (("Officer", "person"), ("Investigation", "case")):
        first = pl.col(PLACE).min().over("canonical_id")
        frames[kind] = frames[kind].with_columns(first.alias(number))
    return frames


def _cases(frames: Frames, times: Times) -> "pl.DataFrame":
    """A row for each person and case: whether a source states it as fact."""
    import polars as pl

    statements = stated_by(frames["SUBJECT_OF"], times.known).select(
        START, END, stated=pl.col("status").fill_null("stated") == "stated"
    )
    cases = begun_by(frames["Investigation"], times.at).select(PLACE, "case")
    found = joined(statements, frames["Officer"].select(PLACE, "person"), cases)
    return found.group_by("person", "case").agg(pl.col("stated").any())


def _service(frames: Frames, times: Times) -> "pl.DataFrame":
    """Who serves or served where, at the dates: person, force (its canonical id), called (the force) and rank."""
    import polars as pl

    found, at = stated_by(frames["SERVED_IN"], times.known), times.at
    if at is not None:
        true = (
            possibly_true_at(
                at, begin, end, current=None if current is None else current == "true", recorded_to=late or early
            )
            for begin, end, current, early, late in found.select(_LASTING).iter_rows()
        )
        found = found.filter(pl.Series(list(true), dtype=pl.Boolean))
    forces = frames["Force"].select(PLACE, force="canonical_id", called=pl.coalesce("name", "description", "id"))
    served = found.select(START, END, rank=pl.coalesce("rank", "rank_as_stated"))
    return joined(served, frames["Officer"].select(PLACE, "person"), forces)


def _lists(frame: "pl.DataFrame", column: str) -> "pl.DataFrame":
    """For each person the different values of the column."""
    return frame.drop_nulls(column).unique().group_by("person").agg(column)


def _fewer(cases: "pl.DataFrame", people: "pl.DataFrame", frames: Frames, times: Times) -> dict[int, int]:
    """For each of the people some of whose cases led to each other, by how many fewer they are where these are one."""
    import polars as pl

    ends = frames["Investigation"]
    one, other = ends.select(PLACE, one="case"), ends.select(PLACE, other="case")
    led = pl.concat([joined(stated_by(frames[each], times.known), one, other).select("one", "other") for each in _LED])
    theirs = cases.join(people, on="person", how="semi").select("person", "case")
    among = (
        led.filter(pl.col("one") != pl.col("other"))
        .unique()
        .join(theirs, left_on="one", right_on="case")
        .join(theirs, left_on=["person", "other"], right_on=["person", "case"])
    )
    groups: dict[int, dict[int, int]] = {}
    fewer: dict[int, int] = {}
    for person, first, second in among.select("person", "one", "other").iter_rows():
        above = groups.setdefault(person, {})
        tops = {_top(above, first), _top(above, second)}
        fewer[person] = fewer.get(person, 0) + len(tops) - 1
        above[max(tops)] = min(tops)
    return fewer


def _top(above: dict[int, int], each: int) -> int:
    while above.get(each, each) != each:
        each = above[each]
    return each
