"""Files that appear whole or not at all, for their owner only."""

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from graph.errors import CrossprobeError, NotFoundError, UsageError


def check_destination(path: Path, *, force: bool) -> None:
    """Raises where the file could not be written at the end: before the question is asked, not after."""
    if not path.parent.is_dir():
        raise NotFoundError(f"The folder {path.parent} does not exist.", do="Make it first, or name another.")
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", do="Name a file inside it.")
    if path.exists() and not force:
        raise UsageError(f"{path} exists already.", do="Give --force to write over it, or another name.")


def unused_beside(path: Path) -> Path:
    """A hidden name in the same folder that nothing has. What is made under it must be made where its removal is
    already certain: whoever asks for a random name and makes it in one call can be interrupted before knowing it."""
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}")


@contextmanager
def written_whole(path: Path, *, force: bool) -> Iterator[TextIO]:
    """A text file to write to; it takes its name when the block ends, and leaves nothing when the block raises."""
    with bytes_written_whole(path, force=force) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            yield text
        finally:
            text.detach()


@contextmanager
def bytes_written_whole(path: Path, *, force: bool) -> Iterator[BinaryIO]:
    """As `written_whole`, for what is no text."""
    check_destination(path, force=force)
    try:
        place = unused_beside(path)
        try:
            with open(place, "xb", opener=_for_its_owner) as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            check_destination(path, force=force)
            place.replace(path)
        finally:
            place.unlink(missing_ok=True)
    except OSError as error:
        raise CrossprobeError(
            f"{path} cannot be written: {error.strerror}.", do="Check the folder's rights and whether the disk is full."
        ) from None


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
