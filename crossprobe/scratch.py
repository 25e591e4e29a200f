"""A folder for what a command writes down on its way because memory does not hold it: facts of people among it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from crossprobe.places import cache_folder, private_folder


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A new folder in the user's own cache, for its owner only, removed when the block ends; what a command that was
    killed left there is removed first. The system's folder for such things may itself be held in memory."""
    place = private_folder(cache_folder() / "scratch")
    for each in place.iterdir():
        if not _runs(each.name.partition("-")[0]):
            shutil.rmtree(each, ignore_errors=True)
    with TemporaryDirectory(prefix=f"{os.getpid()}-", dir=place) as name:  # mkdtemp makes it 0700
        yield Path(name)


def _runs(process: str) -> bool:
    """Whether the process of that number runs; taken for granted where it cannot be asked without ending it."""
    if os.name != "posix":
        return True
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
