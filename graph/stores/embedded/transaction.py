"""Writing in the embedded engine: one transaction, all or nothing, in the thread that began it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph.stores.embedded import jvm
from graph.stores.embedded.complaints import explained
from graph.stores.embedded.jvm import Java
from graph.stores.embedded.reading import gathered
from graph.stores.embedded.values import java_map, java_rows
from graph.stores.store import Rows

if TYPE_CHECKING:
    import polars as pl

BATCH = 5_000
"""Rows that one call of the engine writes: larger batches are no faster."""


class EmbeddedTransaction:
    """See graph.stores.store.Transaction."""

    def __init__(self, database: Java) -> None:
        self._database = database

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        return self._run(cypher, java_map(parameters or {}))

    def run_rows(self, cypher: str, rows: Sequence[Mapping[str, Any]]) -> int:
        written = 0
        for first in range(0, len(rows), BATCH):
            answer = self._run(cypher, java_map({"rows": rows[first : first + BATCH]}))
            written += int(answer.rows[0][0])
        return written

    def run_frame(self, cypher: str, frame: "pl.DataFrame") -> int:
        written = 0
        for batch in frame.iter_slices(BATCH):
            written += int(self._run(cypher, java_rows(batch)).rows[0][0])
        return written

    def _run(self, cypher: str, parameters: Java) -> Rows:
        return run_command(self._database, cypher, parameters)


def run_command(database: Java, cypher: str, parameters: Java) -> Rows:
    """Runs a text that may write, with a Java map of parameters, and gives its rows."""
    try:
        result = database.command("opencypher", cypher, parameters)
        try:
            return gathered(result) or Rows((), [])
        finally:
            result.close()
    except jvm.JavaError as error:
        raise explained(error) from None


@contextmanager
def transaction(database: Java) -> Iterator[EmbeddedTransaction]:
    """Commits when the block ends, rolls back when it raises. Raises RuntimeError within another one."""
    if database.isTransactionActive():
        raise RuntimeError("a transaction is already open in this thread")
    database.begin()
    try:
        yield EmbeddedTransaction(database)
        _commit(database)
    except BaseException:
        if database.isTransactionActive():
            database.rollback()
        raise


def _commit(database: Java) -> None:
    try:
        database.commit()
    except jvm.JavaError as error:
        raise explained(error) from None
