"""The folder of a database: what lies in it, whether it is one, and who may see it.

engine/        the engine's own files
engine.log     what the engine logged
holder.json    which command has it open (holder.py)

Nothing is written into a folder before it is known to be a database or empty.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import NotFoundError, UnreachableError, UsageError

ENGINE = "engine"
LOG = "engine.log"
HOLDER = "holder.json"

_MAKING = "engine.new-"
_OURS = (ENGINE, LOG, HOLDER)
_SCHEMA = "schema.json"


class _Umask:
    """How many databases are open, and the umask to go back to after the last."""

    open = 0
    before = 0


def check(path: Path, *, create: bool) -> None:
    """Raises NotFoundError where there is no database (unless `create`), UsageError where there cannot be one.

    Raises UnreachableError where one was and its schema is gone: the engine would take it for a new one.
    """
    if is_database(path):
        return
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file, not the folder of a database.", do="Name a folder.")
    if (path / ENGINE).exists():
        raise UnreachableError(f"The database {path} is damaged: {ENGINE}/{_SCHEMA} is gone.", do="Go back to a copy.")
    if not create:
        raise NotFoundError(f"There is no database in {path}.", do="Check the path, or make one: crossprobe init")
    if path.is_dir() and not all(_is_ours(each.name) for each in path.iterdir()):
        raise UsageError(
            f"{path} holds other things and no database; nothing was written into it.",
            do="Name a new or an empty folder.",
        )


def is_database(path: Path) -> bool:
    """Whether a finished database stands there."""
    return (path / ENGINE / _SCHEMA).is_file()


def size(path: Path) -> int:
    """The bytes of the engine's files; 0 where there are none."""
    return sum(each.stat().st_size for each in (path / ENGINE).glob("*") if each.is_file())


def own(path: Path) -> None:
    """Makes the folder where it is missing, and closes it to others. Raises UnreachableError where that fails."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.stat().st_mode & 0o077:
            path.chmod(0o700)
    except OSError as error:
        raise UnreachableError(
            f"The folder {path} cannot be made or closed to others: {error.strerror}",
            do="Check who owns the folder above it, and whether the disk is full.",
        ) from None


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """Gives a new folder for the engine's files, which takes its name when the block ends: all of it or none.

    Where another process was faster, its database stays and ours goes.
    """
    new = Path(tempfile.mkdtemp(prefix=_MAKING, dir=path))
    try:
        yield new
        new.rename(path / ENGINE)
    except (OSError, UnreachableError):
        if not is_database(path):
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def replacing(path: Path, *, unless: Callable[[Path], None]) -> Iterator[Path]:
    """Gives a new folder for the engine's files, which takes the place of an empty database when the block ends.

    At the end of the block neither may be open. Another process that opens the empty one then clears the new folder
    away (clear_unfinished), or is found by `unless`, which gets the empty one where nobody looks for it any more and
    raises where it is open: then it stays, and UnreachableError says so. Killed between the two steps, the folder
    holds no database, as before it was made; what is left of either is cleared when one is opened.
    """
    new, old = (Path(tempfile.mkdtemp(prefix=_MAKING, dir=path)) for _ in range(2))
    try:
        yield new
        _replace(path, old, new, unless)
    finally:
        for each in (new, old):
            shutil.rmtree(each, ignore_errors=True)


def _replace(path: Path, old: Path, new: Path, unless: Callable[[Path], None]) -> None:
    try:
        _flush(new)
        (path / ENGINE).rename(old / ENGINE)
        try:
            unless(old / ENGINE)
        except BaseException:
            (old / ENGINE).rename(path / ENGINE)
            raise
        new.rename(path / ENGINE)
        _flush(path)
    except OSError as error:
        raise UnreachableError(
            f"What was loaded cannot take the place of the empty database in {path}, which another process may have "
            f"opened: {error.strerror}",
            do="Nothing of it was stored. Run the same load again.",
        ) from None


def _flush(place: Path) -> None:
    """Has the disk write down the files of a folder and their names."""
    for each in (*place.iterdir(), place):
        if each.is_file() or os.name == "posix":  # Windows does not open folders
            file = os.open(each, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)


def clear_unfinished(path: Path) -> None:
    """Removes what an interrupted making left behind. Only whoever has the database open may call this."""
    for each in path.glob(f"{_MAKING}*"):
        shutil.rmtree(each, ignore_errors=True)


def begin_private() -> None:
    """From here to `end_private`, files that this process makes, Java included, are for their owner only."""
    if _Umask.open == 0:
        _Umask.before = os.umask(0o077)
    _Umask.open += 1


def end_private() -> None:
    """Ends what `begin_private` began, once for each call of it."""
    _Umask.open -= 1
    if _Umask.open == 0:
        os.umask(_Umask.before)


def _is_ours(name: str) -> bool:
    return name in _OURS or name.startswith(_MAKING)
