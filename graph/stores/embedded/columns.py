"""Many rows as columns: Java packs a batch of them into one buffer, which is Arrow's own layout of texts.

A batch is a JSON header (how many rows, and name, kind and sizes of each column), then each column: a bit a row that
is set where it is null, and the values. Rows as JSON take three times as long.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.stores.embedded import jvm
from graph.stores.embedded.jvm import Java

if TYPE_CHECKING:
    import polars as pl

BATCH = 10_000
"""Rows that come over at once."""

_SIZE = 4  # bytes of the header's length, and of each place in a text


def columns(result: Java, names: Sequence[str] = ()) -> "Iterator[pl.DataFrame]":
    """The rows of a Java result as columns, batch by batch; lists stay objects of Python.

    `names`: of rows that are whole records or statements, the properties that are wanted; else all columns. To read
    properties so takes half the time of naming them in the text.
    """
    pack = jvm.java("com.arcadedb.python.ColumnBatcher").nextColumnBatch
    wanted = json.dumps(list(names)) if names else ""
    while (batch := _unpacked(memoryview(bytes(pack(result, BATCH, wanted))))) is not None:
        yield batch


def result_of(records: Java) -> Java:
    """A Java iterator of records or statements as the result that `columns` reads."""
    return jvm.java("com.arcadedb.query.sql.executor.IteratorResultSet")(records)


def joined(batches: "Iterable[pl.DataFrame]") -> "pl.DataFrame":
    """All batches as one frame; one without columns where there is none."""
    import polars as pl

    frames = list(batches)
    return pl.concat(frames) if frames else pl.DataFrame()


def stated(batch: "pl.DataFrame") -> Iterator[dict[str, Any]]:
    """The rows of a batch, each with what it states: nothing that is null, and nothing of the engine's own (@rid)."""
    names = [each for each in batch.columns if not each.startswith("@")]
    for values in zip(*(batch[each].to_list() for each in names), strict=True):
        yield {name: value for name, value in zip(names, values, strict=True) if value is not None}


def _unpacked(packed: memoryview) -> "pl.DataFrame | None":
    import polars as pl

    begin = _SIZE + int.from_bytes(packed[:_SIZE], "little")
    header = json.loads(bytes(packed[_SIZE:begin]))
    if not header["count"]:
        return None
    return pl.DataFrame(dict(_columns(packed[begin:], header["count"], header["cols"])))


def _columns(
    packed: memoryview, count: int, described: Sequence[Mapping[str, Any]]
) -> "Iterator[tuple[str, pl.Series]]":
    place = 0
    for each in described:
        values = place + each["nulls"]
        end = values + each["bytes"]
        yield each["name"], _series(each["type"], count, packed[place:values], packed[values:end])
        place = end


def _series(kind: str, count: int, nulls: memoryview, values: memoryview) -> "pl.Series":
    import numpy as np
    import polars as pl
    import pyarrow as pa

    if kind == "json":
        return pl.Series(json.loads(bytes(values)), dtype=pl.Object)
    valid = np.invert(np.frombuffer(nulls, dtype=np.uint8)).tobytes()
    if kind == "b1":
        values = memoryview(np.packbits(np.frombuffer(values, dtype=np.uint8), bitorder="little").tobytes())
    places = (count + 1) * _SIZE
    forms = {"str": (pa.string(), (values[:places], values[places:]))}
    plain = {"i8": pa.int64(), "f8": pa.float64(), "b1": pa.bool_()}
    arrow, parts = forms.get(kind) or (plain[kind], (values,))
    return pl.Series(pa.Array.from_buffers(arrow, count, [pa.py_buffer(each) for each in (valid, *parts)]))
