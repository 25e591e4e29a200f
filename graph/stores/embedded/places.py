"""Records and statements by where they lie: a type is read from one end of its file to the other, while Cypher jumps to
each statement and then to each of its ends.

Java's own streams take the places of a batch of rows as one array of numbers, without a call from here for each of
them; to name `@rid` in a text of the engine's language costs more than everything else that is read.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph.model import KINDS
from graph.stores.embedded import jvm
from graph.stores.embedded.columns import BATCH, columns, result_of
from graph.stores.embedded.complaints import too_long
from graph.stores.embedded.jvm import Java
from graph.stores.store import END, PLACE, START

if TYPE_CHECKING:
    import polars as pl

_BITS_OF_POSITION = 40
"""A place is the number of a file and a position in it; both go into one number of 64 bits."""


def lying(database: Java, name: str, properties: Sequence[str], *, timeout: float) -> "Iterator[pl.DataFrame]":
    """The records of a kind, or the statements of a type, in batches: see Store.columns_of.

    Raises TooLongError where it takes longer than `timeout` seconds.
    """
    last = time.monotonic() + timeout
    rows = database.iterateType(name, False)
    stream, spliterators = jvm.java("java.util.stream.StreamSupport"), jvm.java("java.util.Spliterators")
    yield nothing_of(name, properties)
    while rows.hasNext():
        if time.monotonic() > last:
            raise too_long()
        batch = stream.stream(spliterators.spliteratorUnknownSize(rows, 0), False).limit(BATCH).toList()
        yield _placed(batch, name).hstack(_stated(batch, properties))


def _placed(batch: Java, name: str) -> "pl.DataFrame":
    import numpy as np
    import polars as pl

    def numbers(taken: Java) -> "pl.Series":
        return pl.Series(np.asarray(batch.stream().mapToLong(taken).toArray()), dtype=pl.Int64)

    return pl.DataFrame(
        {
            called: numbers(file) * 2**_BITS_OF_POSITION + numbers(position)
            for called, (file, position) in _taken(name in KINDS).items()
        }
    )


def _stated(batch: Java, properties: Sequence[str]) -> "pl.DataFrame":
    """The properties as texts. A column that holds nothing in one batch may hold booleans in the next."""
    import polars as pl

    if not properties:
        return pl.DataFrame()
    found = next(columns(result_of(batch.iterator()), properties)).select(properties)
    return found.select(
        pl.Series(each.name, each.to_list(), dtype=pl.String) if each.dtype == pl.Object else each.cast(pl.String)
        for each in found.get_columns()
    )


@cache
def _taken(of_record: bool) -> Mapping[str, tuple[Java, Java]]:
    """By column: what gives file and position of a row, as functions that Java calls by itself."""
    whole, edge = jvm.java("com.arcadedb.database.Identifiable"), jvm.java("com.arcadedb.graph.Edge")
    ends = {PLACE: (whole, "getIdentity")} if of_record else {START: (edge, "getOut"), END: (edge, "getIn")}
    return {
        called: (_number(owner, method, "getBucketId", "Integer"), _number(owner, method, "getPosition", "Long"))
        for called, (owner, method) in ends.items()
    }


def _number(owner: Java, method: str, part: str, given: str) -> Java:
    """A ToLongFunction: of a row the part of the place that the method of its owner gives."""
    handles, types = jvm.java("java.lang.invoke.MethodHandles"), jvm.java("java.lang.invoke.MethodType")
    place, wanted = jvm.java("com.arcadedb.database.RID").class_, jvm.java("java.util.function.ToLongFunction").class_
    kind = jvm.java(f"java.lang.{given}").TYPE
    found = handles.publicLookup()
    taken = handles.filterReturnValue(
        found.findVirtual(owner.class_, method, types.methodType(place)),
        found.findVirtual(place, part, types.methodType(kind)),
    )
    return jvm.java("java.lang.invoke.MethodHandleProxies").asInterfaceInstance(wanted, taken)


def nothing_of(name: str, properties: Sequence[str]) -> "pl.DataFrame":
    """No rows, in the columns."""
    import polars as pl

    places = (PLACE,) if name in KINDS else (START, END)
    return pl.DataFrame(schema=dict.fromkeys(places, pl.Int64) | dict.fromkeys(properties, pl.String))
