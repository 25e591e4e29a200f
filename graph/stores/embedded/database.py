"""Opening and making the engine's database in a folder, and what stands in the way of it."""

from collections.abc import Callable
from pathlib import Path

from graph.errors import UnreachableError
from graph.stores.embedded import folder, jvm, startup_cache
from graph.stores.embedded.complaints import full_disk
from graph.stores.embedded.holder import held
from graph.stores.embedded.jvm import Java

MUCH = 64 * 2**20
"""Bytes of a database that holds much: one with a few articles has 18 MiB."""


def open_database(path: Path, *, for_loading: bool, create: bool) -> Java:
    """Gives the engine's database in the folder `path`, made before if there is none and `create`.

    Raises what graph.stores.embedded.open_embedded says.
    """
    folder.check(path, create=create)
    folder.own(path)
    jvm.start(work_on(path, for_loading=for_loading), log=path / folder.LOG, extra=startup_cache.flags())
    if not folder.is_database(path):
        with folder.making(path) as new:
            new_database(path, new).close()
    database = open_engine(path)
    folder.clear_unfinished(path)
    return database


def work_on(path: Path, *, for_loading: bool) -> tuple[str, ...]:
    """Java's flags for what is to be done with the database, which need not be there yet."""
    if not for_loading:
        return jvm.ASKING
    return jvm.COMPARING if folder.size(path) > MUCH else jvm.FILLING


def new_database(path: Path, new: Path) -> Java:
    """Makes an engine's database in the folder `new` beside that of the database `path`, and gives it open."""
    return _attempt(path, lambda: _factory(new).create())


def open_engine(path: Path) -> Java:
    """Opens the engine's database that stands in `path`, Java being started."""
    return _attempt(path, lambda: _factory(path / folder.ENGINE).open())


def nobodys(path: Path, engine: Path) -> None:
    """Raises UnreachableError where somebody has the folder `engine` open, taken out of the database `path`."""
    _attempt(path, lambda: _factory(engine).open()).close()


def _factory(place: Path) -> Java:
    return jvm.java("com.arcadedb.database.DatabaseFactory")(str(place))


def _attempt(path: Path, attempt: Callable[[], Java]) -> Java:
    try:
        return attempt()
    except jvm.JavaError as error:
        causes = jvm.causes(error)
        if any(name == "com.arcadedb.utility.LockException" or "active instance" in why for name, why in causes):
            raise held(path) from None
        if (full := full_disk(error)) is not None:
            raise full from None
        raise UnreachableError(
            f"The database {path} cannot be opened: {next((why for _, why in reversed(causes) if why), causes[-1][0])}",
            do=f"See {folder.LOG} in that folder, or go back to a copy of it.",
        ) from None
