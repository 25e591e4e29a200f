"""Where crossprobe keeps things on this machine: settings, the default database, the access log, caches."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

from graph.errors import CrossprobeError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

ACCESS_LOG = "access-log.jsonl"
ACCESS_LOG_KEY = "access-log.key"

_DIRS = PlatformDirs("crossprobe", appauthor=False)


def settings_file() -> Path:
    """The one settings file, whether it exists or not."""
    return _DIRS.user_config_path / "settings.toml"


def default_database() -> Path:
    """The folder of the database that is asked where none is named."""
    return _DIRS.user_data_path / "database"


def state_folder() -> Path:
    """Where the access log and its key stand."""
    return _DIRS.user_state_path


def cache_folder() -> Path:
    """Where things stand that can be made again."""
    return _DIRS.user_cache_path


def private_folder(path: Path) -> Path:
    """Makes the folder, for its owner only, and gives it back; one that others may enter is closed to them."""
    try:
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if path.stat().st_mode & 0o077:
            path.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise CrossprobeError(
            f"The folder {path} cannot be made or closed to others: {error.strerror}",
            do="Check who owns the folder above it, and whether the disk is full.",
        ) from None
    return path


def open_private(path: Path, flags: int) -> int:
    """Opens a file that only its owner may read, as a descriptor; `flags` are those of os.open."""
    return os.open(path, flags | os.O_CREAT, PRIVATE_FILE)
