"""What a store holds, as sets of nodes and relationships that tests compare."""

from collections.abc import Hashable
from typing import Any

from graph.stores.store import Store

_NODES = "MATCH (n) WHERE NOT n:Load AND NOT n:Database RETURN labels(n) AS labels, properties(n) AS properties"
_LINKS = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties"


def frozen(value: Any) -> Hashable:  # noqa: ANN401 - any stored value
    """Any stored value as something that fits into a set; what is null is left out."""
    if isinstance(value, dict):
        return tuple(sorted((name, frozen(each)) for name, each in value.items() if each is not None))
    if isinstance(value, list | tuple):
        return tuple(frozen(each) for each in value)
    return value if isinstance(value, Hashable) else str(value)


def nodes(store: Store) -> set[Hashable]:
    """Every node but loads and the database's own, with all its properties."""
    return {(tuple(labels), frozen(properties)) for labels, properties in store.read(_NODES).rows}


def links(store: Store) -> set[Hashable]:
    """Every relationship with its ends and all its properties."""
    return {(a, kind, b, frozen(properties)) for a, kind, b, properties in store.read(_LINKS).rows}


def graph(store: Store) -> tuple[set[Hashable], set[Hashable]]:
    """Nodes and links together: equal for two stores, or two moments, that hold the same."""
    return nodes(store), links(store)


def canonical_ids(store: Store) -> dict[str, str]:
    """canonical_id by id, of every record that has one."""
    rows = store.read("MATCH (n) WHERE n.canonical_id IS NOT NULL RETURN n.id AS id, n.canonical_id AS canonical").rows
    return dict(rows)
