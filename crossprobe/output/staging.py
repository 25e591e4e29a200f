"""A place beside where a file or folder is to stand: what is made there takes its name whole, or leaves nothing."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crossprobe.output.files import check_destination, unused_beside
from graph.errors import CrossprobeError, NotFoundError, UsageError


@dataclass(frozen=True, slots=True)
class Staging:
    """`path` is where to write; `put` gives it the name `goal`."""

    path: Path
    goal: Path
    force: bool

    def put(self) -> None:
        """Gives what was written its name, after it is on the disk. Raises UsageError where the name is taken."""
        _check(self.goal, folder=self.path.is_dir(), force=self.force)
        for each in (self.path, *self.path.rglob("*")):
            _sync(each)
        if self.goal.is_dir():
            self.goal.rmdir()  # it is empty
        self.path.replace(self.goal)
        _sync(self.goal.parent)


@contextmanager
def staged(goal: Path, *, folder: bool, force: bool) -> Iterator[Staging]:
    """A staging for a file, or for a `folder`, which is made; its owner's alone, and gone when the block ends.

    Raises where the goal could not be written at the end, and CrossprobeError where writing fails.
    """
    _check(goal, folder=folder, force=force)
    try:
        place = unused_beside(goal)
        before = os.umask(0o077)
        try:
            place.mkdir(0o700)
            path = place / goal.name
            if folder:
                path.mkdir()
            yield Staging(path, goal, force)
        finally:
            os.umask(before)
            shutil.rmtree(place, ignore_errors=True)
    except OSError as error:
        raise CrossprobeError(
            f"{goal} cannot be written: {error.strerror}.", do="Check the folder's rights and whether the disk is full."
        ) from None


def _check(goal: Path, *, folder: bool, force: bool) -> None:
    if not folder:
        check_destination(goal, force=force)
        return
    if not goal.parent.is_dir():
        raise NotFoundError(f"The folder {goal.parent} does not exist.", do="Make it first, or name another.")
    if goal.exists() and not goal.is_dir():
        raise UsageError(f"{goal} is a file, and this format is a folder.", do="Name another.")
    if goal.is_dir() and any(goal.iterdir()):
        raise UsageError(f"{goal} holds something already.", do="Name a new or an empty folder.")


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # a folder cannot be opened there
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
