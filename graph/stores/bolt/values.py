"""From what the driver gives to plain values: what may leave a store."""

from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point

from graph.errors import InvalidQueryError
from graph.stores.bolt.temporal import TEMPORAL, iso_text


def plain(value: Any) -> Any:  # noqa: ANN401 - a database value is any of the kinds below
    """None, bool, int, float, str, and lists and dicts of these.

    A node or relationship becomes the dict of its properties, a path the list of its nodes and relationships in
    order, a date, time or duration its ISO text, a point the list of its coordinates.

    Raises InvalidQueryError for a kind that has no plain form (bytes).
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Path):
        return _steps(value)
    if isinstance(value, Node | Relationship | Mapping):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, TEMPORAL):
        return iso_text(value)
    if isinstance(value, list | Point):
        return [plain(entry) for entry in value]
    raise InvalidQueryError(
        f"The query returns a value of the kind {type(value).__name__}, which cannot be shown.",
        do="Return text, numbers, lists or maps.",
    )


def _steps(path: Path) -> list[Any]:
    steps = [plain(path.start_node)]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps
