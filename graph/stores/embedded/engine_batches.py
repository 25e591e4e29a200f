"""The engine's own batches, one after another.

One holds where the links of each record that it touched begin until it is closed, so that it takes no more rows than
memory has room for. The engine's cache of the same is only looked at before that, and stays small.
"""

from graph.stores.embedded.jvm import Java

ROWS = 2_000_000
"""Rows that one batch takes; the next has to read again where the links of a record begin."""

_BUFFERED = 50_000
"""Links a batch holds before it writes them; with all of them until the end it is slower and needs a gigabyte."""

_CACHED = 1_000


class EngineBatches:
    """What rows are written through. What a batch writes can be followed once it is closed."""

    def __init__(self, database: Java) -> None:
        self._database = database
        self._batch = self._begun()
        self._rows = 0

    def taking(self, rows: int) -> Java:
        """The batch for so many rows more."""
        if self._rows >= ROWS:
            self.close()
            self._batch, self._rows = self._begun(), 0
        self._rows += rows
        return self._batch

    def close(self) -> None:
        """Closes the last one. Raises what Java raises."""
        self._batch.close()

    def _begun(self) -> Java:
        return (
            self._database.batch()
            .withWAL(False)
            .withBatchSize(_BUFFERED)
            .withCommitEvery(_BUFFERED)
            .withMaxDeferredIncomingEdges(2 * _BUFFERED)
            .withChunkCacheCapacity(_CACHED)
            .build()
        )
