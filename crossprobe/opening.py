"""Opens the database of one command when it is first needed. Only the gate (asking.py) uses this."""

from tempfile import TemporaryDirectory

from crossprobe.everywhere import Choices
from crossprobe.settings import Settings, database_address, login
from graph.errors import NotFoundError
from graph.stores import open_store
from graph.stores.store import Store


class Opening:
    """The database that the choices and settings name; `create`, `loading` and `trying` as `asking.session` says.

    Invariant: it is opened at most once, and a scratch folder goes when it is closed.
    """

    def __init__(
        self, choices: Choices, settings: Settings, *, create: bool = False, loading: bool = False, trying: bool = False
    ) -> None:
        self.address = database_address(choices.database, settings)
        self._choices = choices
        self._settings = settings
        self._create = create
        self._loading = loading
        self._trying = trying
        self._scratch: TemporaryDirectory[str] | None = None
        self._store: Store | None = None

    def store(self) -> Store:
        """The store, opened now unless it is. Raises what open_store does."""
        if self._store is None:
            self._store = self._where_it_is()
        return self._store

    def close(self) -> None:
        """Closes the database if it was opened."""
        if self._store is not None:
            self._store.close()
            self._store = None
        if self._scratch is not None:
            self._scratch.cleanup()
            self._scratch = None

    def _where_it_is(self) -> Store:
        try:
            return self._open(self.address, create=self._create)
        except NotFoundError:
            if not self._trying:
                raise
        self._scratch = TemporaryDirectory(prefix="crossprobe-")
        return self._open(self._scratch.name, create=True)

    def _open(self, address: str, *, create: bool) -> Store:
        who = login(self._settings, insecure=self._choices.insecure)
        try:
            return open_store(
                address,
                purpose=self._choices.command,
                user=who.user,
                password=who.password,
                insecure=who.insecure,
                create=create,
                for_loading=self._loading,
            )
        except NotFoundError as error:
            raise NotFoundError(error.what, do="Try: crossprobe demo, or: crossprobe load casebook FILE") from None
