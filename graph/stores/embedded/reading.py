"""One reading query.

The engine stops a query at its timeout only where it looks at the clock; while it builds a list within a list it
does not. So the caller waits no longer than the timeout and a little more, and leaves such a query behind. Ctrl-C
ends the wait at once and the query with it.
"""

import threading
from collections.abc import Mapping
from typing import Any

from graph.stores.embedded import jvm
from graph.stores.embedded.complaints import explained, too_long
from graph.stores.embedded.jvm import Java
from graph.stores.embedded.values import batches, java_map
from graph.stores.embedded.workers import Workers
from graph.stores.store import Rows

GRACE = 0.4
"""Seconds that the engine has beyond the timeout to stop by itself. What is left behind then keeps the process half a
second longer when it ends: both together stay under one."""


class Reading:
    """One text on its way."""

    def __init__(
        self,
        database: Java,
        cypher: str,
        parameters: Mapping[str, Any],
        *,
        timeout: float,
        row_limit: int,
    ) -> None:
        self._database = database
        self._cypher = cypher
        self._parameters = parameters
        self._timeout = timeout
        self._row_limit = row_limit
        self._rows: Rows | None = None
        self._error: BaseException | None = None
        # The engine's own list of running queries: what is in it can be told to end.
        registry = jvm.java("com.arcadedb.query.RunningQueryRegistry")()
        nobody = jvm.java("com.arcadedb.query.RunningQuery$Client").NONE
        self._running = registry.open("crossprobe", "crossprobe", "embedded", None, None, nobody)

    def answer(self, workers: Workers) -> Rows:
        """Runs the text and gives its rows. Raises what Store.read raises, and KeyboardInterrupt."""
        ended = False
        try:
            ended = workers.run(self._run, seconds=self._timeout + GRACE)
        finally:
            if not ended:
                # Not here: Java keeps whoever calls it waiting while it makes room, which can take seconds.
                threading.Thread(target=self._terminate, daemon=True).start()
        if self._error is not None:
            raise self._error
        if self._rows is None:
            raise too_long()
        return self._rows

    def _run(self) -> None:
        deadline = jvm.java("com.arcadedb.query.sql.executor.CommandTimeoutOverride")
        deadline.set(max(1, round(self._timeout * 1000)))
        bound = self._running.bind()
        try:
            self._rows = self._read()
        except jvm.JavaError as error:
            self._error = explained(error, self._cypher)
        except BaseException as error:
            self._error = error
        finally:
            bound.close()
            self._running.close()
            deadline.clear()

    def _terminate(self) -> None:
        self._running.terminate("crossprobe")
        jvm.leave()

    def _read(self) -> Rows:
        result = self._database.query("opencypher", self._cypher, java_map(self._parameters))
        try:
            return gathered(result, row_limit=self._row_limit) or Rows(self._columns(), [])
        finally:
            result.close()

    def _columns(self) -> tuple[str, ...]:
        """The columns of an answer without rows, as the engine read them in the text; none where it names none."""
        returned = self._database.getCypherStatementCache().get(self._cypher).getReturnClause()
        items = [] if returned is None else [each for each in returned.getReturnItems() if not each.isStar()]
        return tuple(str(each.getOutputName()) for each in items)


def gathered(result: Java, *, row_limit: int | None = None) -> Rows | None:
    """The rows of a Java result, at most `row_limit` of them; None where it has no row, so no columns either."""
    columns: tuple[str, ...] = ()
    rows: list[tuple[Any, ...]] = []
    for batch in batches(result):
        if batch and not columns:
            columns = tuple(batch[0])
        rows.extend(tuple(map(each.get, columns)) for each in batch)
        if row_limit is not None and len(rows) > row_limit:
            return Rows(columns, rows[:row_limit], cut=True)
    return Rows(columns, rows) if rows else None
