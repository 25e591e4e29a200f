"""The store on Neo4j: reading is read-only because the transaction says so, whatever the text says."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from neo4j import READ_ACCESS, WRITE_ACCESS, Driver
from neo4j.exceptions import ServiceUnavailable, SessionExpired

from graph.model import KINDS, TYPES
from graph.stores.bolt.columns import columns
from graph.stores.bolt.login import Login
from graph.stores.bolt.places import as_columns, placed
from graph.stores.bolt.question import Question
from graph.stores.bolt.reading import rows_of, sending
from graph.stores.bolt.transaction import BoltTransaction
from graph.stores.bolt.translating import translated
from graph.stores.bolt.untrusted import ask, plan
from graph.stores.bolt.values import plain
from graph.stores.guard import check_text
from graph.stores.parameters import sendable
from graph.stores.store import DEFAULT_ROW_LIMIT, DEFAULT_TIMEOUT, Engine, Filling, Rows

if TYPE_CHECKING:
    import polars as pl

SECONDS_FOR_INDEXES = 600
"""How long `prepare` waits until new indexes hold all that is stored."""

_COMPARED = "RETURN x.id AS id, x.content_hash AS content_hash, x.locator AS locator"
_OF_SOURCE = " WHERE x.source_id = $source"
_EVERY_RECORD = "MATCH (x:{name}) RETURN properties(x)"
_EVERY_STATEMENT = "MATCH (a)-[x:{name}]->(b) RETURN properties(x), a.id, b.id"
_ENDS = ("from_id", "to_id")
_COUNTS = "\nUNION ALL\n".join(  # each of them the server knows without looking
    [f"MATCH (x:{name}) RETURN '{name}' AS name, count(x) AS stored" for name in KINDS]
    + [f"MATCH ()-[x:{name}]->() RETURN '{name}' AS name, count(x) AS stored" for name in TYPES]
)


class BoltStore:
    """A Store on Neo4j; made by `open_bolt`."""

    def __init__(self, driver: Driver, login: Login, *, version: str, purpose: str) -> None:
        self._driver = driver
        self._login = login
        self._engine = Engine("neo4j", version, login.address)
        self._metadata = {"application": "crossprobe", "purpose": purpose}

    @property
    def engine(self) -> Engine:
        return self._engine

    @property
    def creating_at_once(self) -> int:
        """While one is committed, which is half the work, the server runs the next."""
        return 2

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        """Runs a trusted text in a transaction that cannot write. If the connection is lost, once more."""
        question = Question(cypher, sendable(parameters), timeout, row_limit, self._metadata)
        with translated(self._login.address), sending():
            try:
                return self._read_once(question)
            except (ServiceUnavailable, SessionExpired):
                return self._read_once(question)

    def _read_once(self, question: Question) -> Rows:
        with (
            self._driver.session(default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(metadata=question.metadata, timeout=question.timeout) as transaction,
        ):
            result = transaction.run(question.cypher, question.parameters)
            return rows_of(result.keys(), result.fetch(question.row_limit + 1), question.row_limit)

    def read_columns(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> "pl.DataFrame":
        return self._columns(cypher, dict(parameters or {}), timeout=None)

    def _columns(self, cypher: str, parameters: dict[str, Any], timeout: float | None) -> "pl.DataFrame":
        with (
            translated(self._login.address),
            sending(),
            self._driver.session(default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(metadata=self._metadata, timeout=timeout) as transaction,
        ):
            return columns(transaction, cypher, parameters)

    def columns_of(self, name: str, properties: Sequence[str], *, timeout: float = DEFAULT_TIMEOUT) -> "pl.DataFrame":
        text, called = placed(name, properties)
        return as_columns(self._columns(text, {}, timeout), called)

    def counts(self) -> Mapping[str, int]:
        return {row["name"]: row["stored"] for row in self.read(_COUNTS).dicts()}

    def scan(self, name: str, source_id: str | None) -> "Iterator[pl.DataFrame]":
        every = f"MATCH (x:{name})" if name in KINDS else f"MATCH ()-[x:{name}]->()"
        whose = "" if source_id is None else _OF_SOURCE
        yield self.read_columns(f"{every}{whose}\n{_COMPARED}", {"source": source_id})

    def every(self, name: str) -> Iterator[dict[str, Any]]:
        text = _EVERY_RECORD if name in KINDS else _EVERY_STATEMENT
        with (
            translated(self._login.address),
            self._driver.session(default_access_mode=READ_ACCESS) as session,
            session.begin_transaction(metadata=self._metadata) as transaction,
        ):
            for stored, *ends in transaction.run(text.format(name=name)):
                yield {str(each): plain(value) for each, value in stored.items()} | dict(zip(_ENDS, ends, strict=False))

    def read_untrusted(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        """Looks at the text, then at its plan, and only then runs it, under a deadline kept on this side too."""
        check_text(cypher)
        return ask(self._login, Question(cypher, sendable(parameters), timeout, row_limit, self._metadata))

    def plan_untrusted(self, cypher: str, *, timeout: float = DEFAULT_TIMEOUT) -> str:
        check_text(cypher)
        return plan(self._login, Question(cypher, {}, timeout, 0, self._metadata))

    @contextmanager
    def transaction(self) -> Iterator[BoltTransaction]:
        """One writing transaction: committed when the block ends, rolled back when it raises."""
        address = self._login.address
        with translated(address), self._driver.session(default_access_mode=WRITE_ACCESS) as session:
            transaction = session.begin_transaction(metadata=self._metadata)
            try:
                yield BoltTransaction(transaction, address)
                transaction.commit()
            finally:
                transaction.close()

    def fill(self, filling: Filling) -> bool:  # noqa: ARG002 - the protocol's
        """A server's database is others' too, and is never replaced by another."""
        return False

    def prepare(self, statements: Sequence[str]) -> None:
        """Runs each schema statement on its own, then waits until the indexes are ready."""
        with translated(self._login.address), self._driver.session(default_access_mode=WRITE_ACCESS) as session:
            for statement in statements:
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes($seconds)", seconds=SECONDS_FOR_INDEXES).consume()

    def compact(self) -> bool:
        """The files are the server's."""
        return False

    def close(self) -> None:
        """Closes every connection; the store cannot be used afterwards."""
        self._driver.close()
