"""Filling a new, empty database through the engine's own batches: several times faster than by texts.

What a batch writes can be followed only once it is closed: a process killed before leaves links that nobody finds. So
it writes into a folder of its own, which takes the place of the empty database when everything is done.
"""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import polars as pl

from graph.columns.parts import Parts, together
from graph.errors import LoadError, TooLongError
from graph.stores.embedded import indexing, jvm
from graph.stores.embedded.complaints import explained
from graph.stores.embedded.engine_batches import EngineBatches
from graph.stores.embedded.jvm import Java
from graph.stores.store import Filling

_PIECE = 20_000
"""Rows that go over at once."""

_NULL = r',"[a-z_]+":null'
"""A property that is not stated, as JSON has it: within a text the quotes would have backslashes before them."""

_PLACE, _START, _END = "_place", "_src", "_dst"


def fill(database: Java, filling: Filling) -> None:
    """Writes all records, then all statements, and makes the indexes.

    Raises LoadError where a statement has an end that is no record, and where the engine's memory does not do.
    """
    schema = database.getSchema()
    batches = EngineBatches(database)
    places: dict[str, Parts] = {}
    maker = ThreadPoolExecutor(1)  # one for all: each new thread may keep its own twenty megabytes of what it has freed
    try:
        for label, records in filling.records:
            if label not in places:
                schema.getOrCreateVertexType(label)
                indexing.put_off(database, [each for each in filling.indexes if each.label == label])
                places[label] = records.beside("id")
            for rows in records.frames():
                places[label].add(_records(batches, label, rows, maker))
        for name, start, end, statements in filling.statements:
            schema.getOrCreateEdgeType(name)
            for rows in _placed(name, statements, places[start], places[end]):
                _statements(batches, name, rows, maker)
        batches.close()
        indexing.make(database, [each for each in filling.indexes if each.label in places])
    except jvm.JavaError as error:
        found = explained(error)
        if isinstance(found, TooLongError):
            raise LoadError(
                "The engine's memory does not do for so much at once.",
                do="Nothing was stored. Divide the files, and load each part as a source of its own.",
            ) from None
        raise found from None
    finally:
        maker.shutdown()


def _records(batches: EngineBatches, label: str, rows: pl.DataFrame, maker: Executor) -> pl.DataFrame:
    """Writes records, each its own canonical self; where each went: id and place."""
    write = jvm.java("com.arcadedb.python.VertexBatcher").createVerticesJson
    whole = rows.with_columns(pl.col("id").alias("canonical_id"))
    places: list[str] = []
    for text in _ahead((_json(piece, first="id") for piece in whole.iter_slices(_PIECE)), maker):
        places += str(write(batches.taking(_PIECE), label, text)).split(";")
    return whole.select("id").with_columns(pl.Series(_PLACE, places, pl.String))


def _statements(batches: EngineBatches, name: str, rows: pl.DataFrame, maker: Executor) -> None:
    write = jvm.java("com.arcadedb.python.EdgeBatcher").newEdgesJson
    for text in _ahead((_json(piece, first=_START) for piece in rows.iter_slices(_PIECE)), maker):
        write(batches.taking(_PIECE), name, text)


def _placed(name: str, statements: Parts, starts: Parts, ends: Parts) -> Iterator[pl.DataFrame]:
    """The statements with the places of their two ends instead of the ids."""
    begun = statements.beside("to_id")
    for rows, places in together(statements, starts):
        placed = rows.join(places, left_on="from_id", right_on="id").rename({_PLACE: _START})
        begun.add(placed.drop("from_id"))
    written = 0
    for rows, places in together(begun, ends):
        placed = rows.join(places, left_on="to_id", right_on="id").rename({_PLACE: _END})
        written += placed.height
        yield placed.drop("to_id")
    begun.drop()
    if written != statements.height:
        raise LoadError(f"{statements.height - written} {name} run from or to what is no record.")


def _ahead(texts: Iterator[str], maker: Executor) -> Iterator[str]:
    """The texts, each made by `maker` while the one before it is written."""
    made = maker.submit(next, texts, None)
    while (text := made.result()) is not None:
        made = maker.submit(next, texts, None)
        yield text


def _json(rows: pl.DataFrame, *, first: str) -> str:
    """The rows as a JSON array of what they state; `first` is a column that is never null."""
    names = [first, *(each for each in rows.columns if each != first)]
    texts = pl.struct(names).struct.json_encode().str.replace_all(_NULL, "")
    return f"[{rows.select(texts.str.join(',')).item()}]"
