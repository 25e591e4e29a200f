"""The one gate: it alone opens stores, and every call through it leaves two lines in the access log."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from crossprobe import places
from crossprobe.access_log import AccessLog, Operation
from crossprobe.everywhere import Choices
from crossprobe.logged_calls import LoggedCalls
from crossprobe.opening import Opening
from crossprobe.sealing import LocalKey
from crossprobe.settings import Settings, read_settings
from graph import log_standings
from graph.errors import InvalidInputError, UsageError
from graph.stores.store import Engine, Store

T = TypeVar("T")


class Session:
    """One command's way to one database.

    Invariants: no call reaches the store before its *asked* line is written, and no answer leaves before its
    *answered* line is; the store is opened at the first call and closed with the session.
    """

    def __init__(self, choices: Choices, settings: Settings, opening: Opening) -> None:
        self.settings = settings
        self.address = opening.address
        self._opening = opening
        self._calls = LoggedCalls(choices, opening.address)

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
            return self._calls.shown(answer, count(answer))

        return self._calls.run(
            Operation.CONSULTATION, lambda: ask(self._opening.store()), answered, about=about, typed=typed
        )

    def read_log(self, read: Callable[[AccessLog, LocalKey], T], *, count: Callable[[T], int]) -> T:
        """Reads the access log itself: a consultation too, for which no database is opened."""

        def answered(answer: T) -> dict[str, Any]:
            return {"count": count(answer)}

        calls = self._calls
        return calls.run(Operation.CONSULTATION, lambda: read(calls.log, calls.key), answered)

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

        calls = self._calls
        return calls.run(
            Operation.DISCLOSURE,
            lambda: make(self._opening.store(), str(calls.standing)),
            answered,
            about=about,
            typed=typed,
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
        return self._calls.log.path

    def _changed(
        self,
        operation: Operation,
        ask: Callable[[Store], T],
        count: Callable[[T], int],
        typed: Mapping[str, Any] | None,
    ) -> T:
        """Changes the database between the two lines; where it was changed, the log's standing is noted there."""

        def changed() -> T:
            store = self._opening.store()
            before = log_standings.revision(store)
            try:
                answer = ask(store)
            except InvalidInputError as error:
                raise InvalidInputError(error.problems, so="nothing was stored") from None
            if log_standings.revision(store) != before:
                log_standings.note(store, str(self._calls.standing))
            return answer

        def answered(answer: T) -> dict[str, Any]:
            return self._calls.shown(answer, count(answer))

        return self._calls.run(operation, changed, answered, typed=typed)


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
    opening = Opening(choices, settings, create=create, loading=loading, trying=trying)
    try:
        yield Session(choices, settings, opening)
    finally:
        opening.close()


def engine_behind(choices: Choices, settings: Settings) -> Engine:
    """Opens the database, asks it nothing and closes it: which engine answers there. Raises what open_store does."""
    opening = Opening(choices, settings)
    try:
        return opening.store().engine
    finally:
        opening.close()
