"""What works on this machine, and what to do about what does not."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from crossprobe import places
from crossprobe.everywhere import Choices
from crossprobe.settings import Settings, database_address, read_settings
from graph.errors import CrossprobeError, InvalidInputError, NotFoundError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `works` is None where it is not needed to ask and load; `do` says what would mend it."""

    what: str
    works: bool | None
    found: str
    do: str = ""


def checks(chosen: Choices) -> Iterator[Check]:
    """Every check, in the order a person would go through them. None raises, whatever is broken."""
    yield Check("Python", sys.version_info >= (3, 11), platform.python_version(), "crossprobe needs 3.11 or newer.")
    yield _package("embedded engine", "arcadedb-embedded", needed=True)
    yield _package("Neo4j driver", "neo4j", needed=True)
    yield _package("faster Neo4j driver", "neo4j-rust-ext", needed=False)
    yield _java()
    settings, check = _settings()
    yield check
    yield _database(chosen, settings)
    yield _start_cache()
    for what, folder in (
        ("folder of settings", places.settings_file().parent),
        ("folder of the access log", places.state_folder()),
        ("folder of databases", places.default_database().parent),
        ("folder of caches", places.cache_folder()),
    ):
        yield _folder(what, folder)
    yield _access_log(places.state_folder() / places.ACCESS_LOG)


def _package(what: str, name: str, *, needed: bool) -> Check:
    try:
        return Check(what, True, f"{name} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        mend = f"Install it: pip install {name}"
        return Check(what, False if needed else None, f"{name} is not installed", mend)


def _java() -> Check:
    found = shutil.which("java")
    text = f"{found} (for the tests with a real Neo4j; the embedded engine brings its own)"
    return Check("Java", None, text if found else "none; only the tests with a real Neo4j need it")


def _settings() -> tuple[Settings, Check]:
    path = places.settings_file()
    try:
        settings = read_settings(path)
    except InvalidInputError as error:
        return Settings(), Check("settings", False, "; ".join(map(str, error.problems)), f"Mend {path}.")
    return settings, Check("settings", True, str(path) if path.exists() else f"{path} (not there: the defaults hold)")


def _database(chosen: Choices, settings: Settings) -> Check:
    from crossprobe.asking import engine_behind

    address = database_address(chosen.database, settings)
    try:
        engine = engine_behind(chosen, settings)
    except NotFoundError:
        return Check("database", None, f"none at {address}", "Try: crossprobe demo, or: crossprobe load casebook FILE")
    except CrossprobeError as error:
        return Check("database", False, error.what, error.do)
    return Check("database", True, f"{address} ({engine.name} {engine.version})")


def _start_cache() -> Check:
    from graph.stores.embedded.startup_cache import cache_file

    file = cache_file()
    if file.exists():
        return Check("fast start", True, str(file))
    return Check("fast start", None, f"not recorded yet ({file})", "The next init, load or demo records it.")


def _folder(what: str, folder: Path) -> Check:
    if not folder.exists():
        return Check(what, True, f"{folder} (made when it is needed)")
    if not os.access(folder, os.W_OK | os.X_OK):
        return Check(
            what, False, f"{folder} cannot be written", f"Make it yours: chown {os.environ.get('USER', 'USER')}"
        )
    if folder.stat().st_mode & 0o077:
        return Check(what, False, f"{folder} is open to others", f"Close it: chmod 700 {folder}")
    return Check(what, True, str(folder))


def _access_log(path: Path) -> Check:
    nearest = next(each for each in (path, *path.parents) if each.exists())
    right = nearest.is_file() if nearest == path else nearest.is_dir()
    if right and os.access(nearest, os.W_OK):
        return Check("access log", True, str(path))
    return Check("access log", False, f"{path} cannot be written, so nothing is answered", "Mend the folder's rights.")
