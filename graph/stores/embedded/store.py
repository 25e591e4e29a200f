"""The embedded store: one database folder, open in this process alone."""

import atexit
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import UnreachableError
from graph.model import KINDS, TYPES
from graph.stores.embedded import folder, holder, jvm
from graph.stores.embedded.columns import columns, joined, result_of, stated
from graph.stores.embedded.complaints import EXPLAINING, explained
from graph.stores.embedded.database import new_database, nobodys, open_database, open_engine
from graph.stores.embedded.jvm import Java
from graph.stores.embedded.places import lying, nothing_of
from graph.stores.embedded.reading import Reading
from graph.stores.embedded.transaction import EmbeddedTransaction, run_command, transaction
from graph.stores.embedded.values import java_map
from graph.stores.embedded.workers import Workers
from graph.stores.parameters import sendable
from graph.stores.store import DEFAULT_ROW_LIMIT, DEFAULT_TIMEOUT, Engine, Filling, Rows

if TYPE_CHECKING:
    import polars as pl

_SCAN = "SELECT FROM `{name}`"
_SCAN_ENDS = "SELECT *, @out.id AS from_id, @in.id AS to_id FROM `{name}`"
_SCANNED = ("id", "content_hash", "locator")
_ANYTHING = "MATCH (n) WHERE NOT n:Database RETURN 1 LIMIT 1"


class EmbeddedStore:
    """See graph.stores.store.Store.

    Invariant: while it is open, nobody else has the folder open, holder.json there says who has it, and files that
    this process makes are for their owner only. A process that ends with a store open closes it first.
    """

    def __init__(self, path: Path, *, purpose: str, for_loading: bool, create: bool) -> None:
        self._path = path.expanduser().absolute()
        folder.begin_private()
        try:
            self._database: Java = open_database(self._path, for_loading=for_loading, create=create)
        except BaseException:
            folder.end_private()
            raise
        self._closed = False
        self._workers = Workers()
        atexit.register(self.close)  # runs before Java is ended, which waits half a minute for an open database
        holder.note(self._path, purpose)

    @property
    def engine(self) -> Engine:
        return Engine("embedded", f"ArcadeDB {jvm.java('com.arcadedb.Constants').getRawVersion()}", str(self._path))

    @property
    def creating_at_once(self) -> int:
        """Two would change the same pages, and one of them would have to begin again."""
        return 1

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        reading = Reading(self._opened(), cypher, sendable(parameters), timeout=timeout, row_limit=row_limit)
        return reading.answer(self._workers)

    def read_columns(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> "pl.DataFrame":
        with self._result("opencypher", cypher, parameters or {}) as result:
            return joined(columns(result))

    def columns_of(self, name: str, properties: Sequence[str], *, timeout: float = DEFAULT_TIMEOUT) -> "pl.DataFrame":
        if not self._opened().getSchema().existsType(name):
            return nothing_of(name, properties)
        with _java():
            return joined(lying(self._opened(), name, properties, timeout=timeout))

    def counts(self) -> Mapping[str, int]:
        schema = self._opened().getSchema()
        names = [name for name in (*KINDS, *TYPES) if schema.existsType(name)]
        return {name: int(self._opened().countType(name, False)) for name in names}

    def scan(self, name: str, source_id: str | None) -> "Iterator[pl.DataFrame]":
        """A type is read from one end of its file to the other: several times as fast as Cypher reads it, and faster
        still where it need not look for the source. Every statement found so has its ends: what is written without
        transactions is never opened unfinished (filling.py). Several threads may call it."""
        with _java():
            rows = result_of(self._opened().iterateType(name, False))
            if source_id is None:
                yield from columns(rows, _SCANNED)
            else:
                for each in columns(rows, (*_SCANNED, "source_id")):
                    yield each.filter(each["source_id"] == source_id).drop("source_id")

    def every(self, name: str) -> Iterator[dict[str, Any]]:
        """As `scan` reads. What Java keeps of the files is let go after it: who asks for everything needs the room."""
        database = self._opened()
        if database.getSchema().existsType(name):
            with self._result("sql", (_SCAN if name in KINDS else _SCAN_ENDS).format(name=name), {}) as result:
                for each in columns(result):
                    yield from stated(each)
            database.getPageManager().removeAllReadPagesOfDatabase(database)
            jvm.make_room()

    @contextmanager
    def _result(self, language: str, text: str, parameters: Mapping[str, Any]) -> Iterator[Java]:
        with _java():
            result = self._opened().query(language, text, java_map(parameters))
            try:
                yield result
            finally:
                result.close()

    def read_untrusted(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        from graph.stores.guard import check_text  # only typed texts need it, and importing it takes 40 ms

        check_text(cypher)
        return self.read(cypher, parameters, timeout=timeout, row_limit=row_limit)

    def plan_untrusted(self, cypher: str, *, timeout: float = DEFAULT_TIMEOUT) -> str:
        from graph.stores.guard import check_text

        check_text(cypher)
        # Its last column is the plan as it is printed.
        return str(self.read(f"{EXPLAINING}{cypher}", timeout=timeout).rows[0][-1]).strip()

    def transaction(self) -> AbstractContextManager[EmbeddedTransaction]:
        return transaction(self._opened())

    def fill(self, filling: Filling) -> bool:
        from graph.stores.embedded.filling import fill  # only loading tables needs it

        before = self._opened()
        if self.read(_ANYTHING, row_limit=1).rows:
            return False
        with folder.replacing(self._path, unless=partial(nobodys, self._path)) as new:
            self._database = new_database(self._path, new)
            try:
                fill(self._database, filling)
                self.prepare([each.text for each in filling.indexes])
                filling.finish()
            except BaseException:
                self._database.close()
                self._database = before
                raise
            self._database.close()
            before.close()
            self._database = None
        self._database = open_engine(self._path)
        return True

    def prepare(self, statements: Sequence[str]) -> None:
        for statement in statements:
            run_command(self._opened(), statement, java_map({}))

    def compact(self) -> bool:
        for text in ("CHECK DATABASE COMPRESS", "REBUILD INDEX *"):
            try:
                self._opened().command("sql", text).close()
            except jvm.JavaError as error:
                raise explained(error) from None
        return True

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        atexit.unregister(self.close)
        try:
            self._workers.close()
            if self._database is not None:
                holder.forget(self._path)
                self._database.close()
        finally:
            self._database = None
            folder.end_private()

    def _opened(self) -> Java:
        if self._database is None:
            raise UnreachableError(f"The database {self._path} was closed.")
        return self._database


@contextmanager
def _java() -> Iterator[None]:
    """What Java raises comes out as an error of ours, and Java forgets the thread unless it is the main one."""
    try:
        yield
    except jvm.JavaError as error:
        raise explained(error) from None
    finally:
        if threading.current_thread() is not threading.main_thread():
            jvm.leave()
