"""Rows as the engine gives them, as plain Python values.

Rows come over in batches: Java writes a batch as JSON and hands what JSON cannot hold over beside it, each tagged
in the text. A node or a relationship becomes a dict of its properties, a path the list of its nodes and
relationships in turn, a date or time its ISO text, an endless or undefined number a float.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from graph.stores.embedded import jvm
from graph.stores.embedded.jvm import Java

if TYPE_CHECKING:
    import polars as pl

BATCH = 5_000
"""Rows that come over at once."""

Value: TypeAlias = bool | int | float | str | list[Any] | dict[str, Any] | None

_TAG = "\u0001"


def batches(result: Java) -> Iterator[list[dict[str, Any]]]:
    """The rows of a Java result, a batch at a time, as dicts by column."""
    typed = jvm.java("com.arcadedb.python.TypedRows")
    done = False
    while not done:
        text, beside, done = typed.nextRows(result, BATCH)
        yield json.loads(str(text), object_hook=_restoring(beside))


def java_map(parameters: Mapping[str, Any]) -> Java:
    """The parameters of a text as one Java map. One string goes over: value by value it takes twice as long."""
    text = json.dumps(parameters, allow_nan=False)
    return jvm.java("com.arcadedb.serializer.json.JSONObject")(text).toMap()


def java_rows(frame: "pl.DataFrame") -> Java:
    """The rows of a frame as the Java map of the one parameter `rows`, without making them in Python first."""
    return jvm.java("com.arcadedb.serializer.json.JSONObject")(f'{{"rows":{frame.write_json()}}}').toMap()


def _restoring(beside: Java) -> Callable[[dict[str, Any]], Value]:
    def restored(value: dict[str, Any]) -> Value:
        if _TAG not in value:
            return value
        kind, content = value[_TAG]
        if kind == "x":
            return _plain(beside[content])
        if kind == "r":  # a row with a column named like the tag
            names, values = beside[content]
            return {str(name): _plain(each) for name, each in zip(names, values, strict=True)}
        return _number(content) if kind in "ni" else content

    return restored


def _plain(value: Java) -> Value:
    if value is None or isinstance(value, float):
        return value if value is None else float(value)
    if isinstance(value, jvm.java("com.arcadedb.database.Document")):
        return _plain(value.propertiesAsMap())
    if isinstance(value, jvm.java("com.arcadedb.query.opencypher.traversal.TraversalPath")):
        return _plain(value.toAlternatingList())
    if isinstance(value, jvm.java("java.util.Map")):
        return {str(each.getKey()): _plain(each.getValue()) for each in value.entrySet()}
    if isinstance(value, jvm.java("java.util.Collection")) or value.getClass().isArray():
        return [_plain(each) for each in value]
    return _scalar(value)


def _scalar(value: Java) -> bool | int | str:
    if isinstance(value, jvm.java("java.lang.Boolean")):
        return bool(value)
    return int(value) if isinstance(value, int) else str(value)


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("-").isdigit() else float(text)
