"""The embedded store: ArcadeDB inside this process, in a folder. Nothing to install, nothing to start."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UnreachableError

if TYPE_CHECKING:
    from graph.stores.embedded.store import EmbeddedStore


def open_embedded(path: Path, *, purpose: str, for_loading: bool = False, create: bool = False) -> "EmbeddedStore":
    """Opens the database in the folder `path`; with `create`, makes it where there is none.

    `purpose` is the short name of the command, told to whoever finds the database held. `for_loading` gives the
    engine a larger heap and a parallel collector; the first database that a process opens decides for all.

    Raises NotFoundError where `path` holds no database and `create` is false, UsageError where it is a file or a
    folder of other things (nothing is written into it), and UnreachableError where another process holds it, the
    engine cannot start, or there is no engine for this machine.
    """
    _require_engine()
    from graph.stores.embedded.store import EmbeddedStore

    return EmbeddedStore(path, purpose=purpose, for_loading=for_loading, create=create)


def record_startup_cache(*, wait: bool = False) -> None:
    """Has the start of the engine recorded for this machine, where that was not done before, so that it starts faster.

    A child process does it (about four seconds on two idle cores) and outlives this one unless `wait`. It never
    raises and never prints: where it does not succeed, the engine starts as it would have.
    """
    _require_engine()
    from graph.stores.embedded.startup_cache import record

    record(wait=wait)


def _require_engine() -> None:
    if find_spec("arcadedb_embedded") is None:
        raise UnreachableError(
            "There is no embedded engine for this machine: it exists for Linux (x86-64 and ARM, glibc 2.34 or newer), "
            "macOS on ARM and Windows on x86-64.",
            do="Use a Neo4j server: give an address that begins bolt:// or neo4j+s://.",
        )
