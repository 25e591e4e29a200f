"""Makes one answer of what the driver gives: columns, plain values, and no more rows than allowed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from neo4j import Record

from graph.errors import InvalidQueryError
from graph.stores.bolt.values import plain
from graph.stores.store import Rows


def rows_of(columns: Iterable[str], records: list[Record], row_limit: int) -> Rows:
    """At most `row_limit` rows; `cut` where there are more records than that."""
    rows = [tuple(plain(value) for value in record.values()) for record in records[:row_limit]]
    return Rows(tuple(columns), rows, cut=len(records) > row_limit)


@contextmanager
def sending() -> Iterator[None]:
    """Raises InvalidQueryError where a value has no form on the wire: too large a number, half a character."""
    try:
        yield
    except (OverflowError, ValueError) as trouble:
        raise InvalidQueryError(f"A value cannot be sent to the database: {trouble}.") from trouble
