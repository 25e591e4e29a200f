"""The one gate: it alone opens stores, and every call through it leaves two lines in the access log.

*Asked* is on the disk before the question runs, *answered* (how many rows, and which records or a digest) before its
caller gets the answer, so before the first byte is printed or a file takes its name. Where the log cannot be
written, nothing is answered.
"""

import getpass
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from crossprobe import places
from crossprobe.access_log import AccessLog, Operation
from crossprobe.clock import now
from crossprobe.everywhere import Choices
from crossprobe.log_chain import Standing
from crossprobe.sealing import LocalKey
from crossprobe.settings import Settings, database_address, login, read_settings
from crossprobe.shown import shown_ids
from graph import log_standings
from graph.errors import NotFoundError, UsageError
from graph.stores import open_store
from graph.stores.store import Engine, Store

T = TypeVar("T")

IDS_LISTED = 1_000
"""Above so many records shown, the log holds their number and a digest instead of their ids."""


class Session:
    """One command's way to one database.

    Invariants: no call reaches the store before its *asked* line is written, and no answer leaves before its
    *answered* line is; the store is opened at the first call and closed with the session.
    """

    def __init__(self, choices: Choices, settings: Settings, *, create: bool, loading: bool, trying: bool) -> None:
        self.settings = settings
        self.address = database_address(choices.database, settings)
        self._choices = choices
        self._create = create
        self._loading = loading
        self._trying = trying
        self._scratch: TemporaryDirectory[str] | None = None
        self._store: Store | None = None
        folder = places.state_folder()
        self._key = LocalKey(folder / places.ACCESS_LOG_KEY)
        self._log = AccessLog(folder / places.ACCESS_LOG)
        self._standing: Standing | None = None

    def read(
        self,
        ask: Callable[[Store], T],
        *,
        count: Callable[[T], int],
        query: str = "",
        revision: int | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> T:
        """Asks and gives the answer: a consultation. `count` tells the rows of an answer, `typed` is what the user
        typed (sealed into the log), `query` and `revision` name a saved query."""
        about = {"query": query or None, "revision": revision}

        def answered(answer: T) -> dict[str, Any]:
            return self._shown(answer, count(answer))

        return self._logged(Operation.CONSULTATION, lambda: ask(self._opened()), answered, about, typed)

    def read_log(self, read: Callable[[AccessLog, LocalKey], T], *, count: Callable[[T], int]) -> T:
        """Reads the access log itself: a consultation too, for which no database is opened."""

        def answered(answer: T) -> dict[str, Any]:
            return {"count": count(answer)}

        return self._logged(Operation.CONSULTATION, lambda: read(self._log, self._key), answered, {}, None)

    def hand_out(
        self,
        make: Callable[[Store, str], T],
        *,
        count: Callable[[T], int],
        digest: Callable[[T], str],
        query: str = "",
        revision: int | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> T:
        """Makes a page or a file under a name nobody knows yet: a disclosure. It takes its name after this returns.

        `make` also takes where the log stands now, for the file to carry; `count` and `digest` tell how many facts
        leave, and the digest of their subgraph; `typed` holds the selection, the recipients and the marking.
        """
        about = {"query": query or None, "revision": revision}

        def answered(made: T) -> dict[str, Any]:
            return {"count": count(made), "digest": digest(made)}

        return self._logged(
            Operation.DISCLOSURE, lambda: make(self._opened(), str(self._standing)), answered, about, typed
        )

    def load(
        self,
        ask: Callable[[Store], T],
        *,
        count: Callable[[T], int],
        operation: Operation = Operation.COLLECTION,
        typed: Mapping[str, Any] | None = None,
    ) -> T:
        """Brings facts in (a collection), corrects them (an alteration) or takes them out (an erasure)."""
        return self._changed(operation, ask, count, typed)

    def decide(
        self,
        ask: Callable[[Store], T],
        *,
        count: Callable[[T], int],
        typed: Mapping[str, Any] | None = None,
    ) -> T:
        """Decides, or takes back, that records are one thing: a combination."""
        return self._changed(Operation.COMBINATION, ask, count, typed)

    @property
    def log_path(self) -> Path:
        """Where the access log stands."""
        return self._log.path

    def close(self) -> None:
        """Closes the database if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _changed(
        self,
        operation: Operation,
        ask: Callable[[Store], T],
        count: Callable[[T], int],
        typed: Mapping[str, Any] | None,
    ) -> T:
        """As `_logged`; where the database was changed by it, the log's standing is noted there."""

        def changed() -> T:
            store = self._opened()
            before = log_standings.revision(store)
            answer = ask(store)
            if log_standings.revision(store) != before:
                log_standings.note(store, str(self._standing))
            return answer

        return self._logged(operation, changed, lambda answer: self._shown(answer, count(answer)), {}, typed)

    def _logged(
        self,
        operation: Operation,
        ask: Callable[[], T],
        answered: Callable[[T], dict[str, Any]],
        about: Mapping[str, Any],
        typed: Mapping[str, Any] | None,
    ) -> T:
        call = secrets.token_hex(8)
        self._standing = self._log.append({"entry": "asked", "call": call, **self._asked(operation, about, typed)})
        try:
            answer = ask()
        except BaseException as error:
            failed = {"failed": type(error).__name__, "ids": shown_ids(getattr(error, "candidates", ()))}
            self._log.append({"entry": "answered", "call": call, "time": now(), **failed})
            raise
        self._log.append({"entry": "answered", "call": call, "time": now(), **answered(answer)})
        return answer

    def _asked(self, operation: Operation, about: Mapping[str, Any], typed: Mapping[str, Any] | None) -> dict[str, Any]:
        sealed = {"purpose": self._choices.purpose, **(typed or {})}
        sealed = {name: value for name, value in sealed.items() if value not in (None, "", {}, [])}
        line = {
            "time": now(),
            "user": getpass.getuser(),
            "operation": operation.value,
            "command": self._choices.command,
            "database": self._key.digest(self.address),
            **{name: value for name, value in about.items() if value is not None},
        }
        return {**line, "sealed": self._key.sealed(sealed)} if sealed else line

    def _shown(self, answer: object, rows: int) -> dict[str, Any]:
        ids = shown_ids(answer)
        if 0 < len(ids) <= IDS_LISTED:
            return {"count": rows, "ids": ids}
        plain = ids or (asdict(answer) if is_dataclass(answer) and not isinstance(answer, type) else answer)
        return {"count": rows, "digest": self._key.digest(json.dumps(plain, sort_keys=True, default=str))}

    def _opened(self) -> Store:
        if self._store is None:
            self._store = self._open_where_it_is()
        return self._store

    def _open_where_it_is(self) -> Store:
        try:
            return _open(self.address, self._choices, self.settings, create=self._create, loading=self._loading)
        except NotFoundError:
            if not self._trying:
                raise
        self._scratch = TemporaryDirectory(prefix="crossprobe-")
        return _open(self._scratch.name, self._choices, self.settings, create=True, loading=self._loading)


@contextmanager
def session(
    choices: Choices, *, create: bool = False, loading: bool = False, trying: bool = False
) -> Iterator[Session]:
    """A session for one command; `create` makes a missing database, `loading` asks for the engine's larger heap.

    `trying` takes a missing database for an empty one, in a folder that goes with the session: a dry run.
    Raises UsageError where the settings want a purpose and none is given.
    """
    settings = read_settings(places.settings_file())
    if settings.purpose_required and not choices.purpose:
        raise UsageError("The settings ask for a purpose.", do='Say why you ask: --purpose "...".')
    opened = Session(choices, settings, create=create, loading=loading, trying=trying)
    try:
        yield opened
    finally:
        opened.close()


def engine_behind(choices: Choices, settings: Settings) -> Engine:
    """Opens the database, asks it nothing and closes it: which engine answers there. Raises what open_store does."""
    address = database_address(choices.database, settings)
    store = _open(address, choices, settings, create=False, loading=False)
    try:
        return store.engine
    finally:
        store.close()


def _open(address: str, choices: Choices, settings: Settings, *, create: bool, loading: bool) -> Store:
    who = login(settings, insecure=choices.insecure)
    try:
        return open_store(
            address,
            purpose=choices.command,
            user=who.user,
            password=who.password,
            insecure=who.insecure,
            create=create,
            for_loading=loading,
        )
    except NotFoundError as error:
        raise NotFoundError(error.what, do="Try: crossprobe demo, or: crossprobe load casebook FILE") from None
