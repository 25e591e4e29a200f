"""One writing transaction over Bolt."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from neo4j import Result, Transaction

from graph.stores.bolt.reading import rows_of, sending
from graph.stores.bolt.translating import translated
from graph.stores.store import Rows

if TYPE_CHECKING:
    import polars as pl

BATCH = 10_000
"""Rows sent at once: larger batches load no faster and need more memory on the server."""

PIECE = 2_500
"""Rows of a frame sent at once."""


class BoltTransaction:
    """What runs inside `BoltStore.transaction`; it is committed there, never here."""

    def __init__(self, transaction: Transaction, address: str) -> None:
        self._transaction = transaction
        self._address = address

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Runs one statement, reading or writing, and gives all its rows."""
        with translated(self._address), sending():
            result = self._transaction.run(cypher, dict(parameters or {}))
            records = list(result)
            return rows_of(result.keys(), records, len(records))

    def run_rows(self, cypher: str, rows: Sequence[Mapping[str, Any]]) -> int:
        """Sends the rows in batches and adds up what the text returns: how many it wrote."""
        written = 0
        for start in range(0, len(rows), BATCH):
            batch = [dict(row) for row in rows[start : start + BATCH]]
            written += int(self.run(cypher, {"rows": batch}).rows[0][0])
        return written

    def run_frame(self, cypher: str, frame: "pl.DataFrame") -> int:
        """Sends the rows of the frame, as `run_rows` does, in pieces: one is packed while another is written."""
        written = 0
        working: Result | None = None
        with translated(self._address), sending():
            for piece in frame.iter_slices(PIECE):
                sent = self._transaction.run(cypher, {"rows": piece.to_dicts()})
                written += _said(working)
                working = sent
            return written + _said(working)


def _said(working: Result | None) -> int:
    """What a text that counts what it writes says, once it is done."""
    return 0 if working is None else int(working.single(strict=True)[0])
