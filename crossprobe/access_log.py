"""The access log: one JSON object a line, for its owner's eyes only, written to the disk before anything goes on.

The lines are what the Data Protection Act 2018, section 62 asks a competent authority to keep: what was done, when,
by whom and why. No name and no value of a record stands in them; what a user typed is sealed (crossprobe.sealing).
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Any

from crossprobe import places
from crossprobe.log_chain import BEGINNING, Standing, digest, entry_of, log_id
from graph.errors import CrossprobeError

VERSION = 1
"""Version of the lines; a reader refuses one it does not know."""


class Operation(Enum):
    """The operations of section 62."""

    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


class AccessLog:
    """Appends lines to one file.

    Invariants: a line is on the disk, whole, when `append` returns; two processes never mix their lines; what a
    killed process left half written stays a line of its own and spoils no other.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, entry: Mapping[str, Any]) -> Standing:
        """Writes one line, chained to the one before, and says where the log stands now.

        Raises CrossprobeError where it cannot be written whole: then nothing may be answered.
        """
        try:
            places.private_folder(self.path.parent)
            descriptor = places.open_private(self.path, os.O_RDWR | os.O_APPEND)
            try:
                with _held(descriptor):
                    os.write(descriptor, b"\n" * _ends_torn(descriptor))
                    line, number = _chained(entry, _since_last_entry(descriptor))
                    _write_whole(descriptor, line)
                    os.fsync(descriptor)
                    return Standing(_id_of(descriptor), number, digest(line))
            finally:
                os.close(descriptor)
        except OSError as error:
            raise CrossprobeError(
                f"The access log {self.path} cannot be written ({error.strerror}), so nothing is answered.",
                do="Make room or mend the folder's rights; `crossprobe doctor` shows them.",
            ) from None


def _chained(entry: Mapping[str, Any], before: bytes) -> tuple[bytes, int]:
    """The line of an entry, and its number. `before` is all that stands since the last whole entry, which it seals."""
    last = entry_of(before.splitlines(keepends=True)[0]) if before else None
    number = last["line"] + 1 if last else 1
    chain = {"line": number, "previous": digest(before) if before else BEGINNING}
    text = json.dumps({"version": VERSION, **chain, **entry}, ensure_ascii=True, separators=(",", ":"))
    return text.encode() + b"\n", number


def _since_last_entry(descriptor: int) -> bytes:
    """The last whole entry with all that follows it; all there is where there is no whole entry."""
    size, step = os.fstat(descriptor).st_size, 65_536
    while True:
        start = max(0, size - step)
        os.lseek(descriptor, start, os.SEEK_SET)
        lines = _read(descriptor, size - start).splitlines(keepends=True)
        known = lines if start == 0 else lines[1:]  # the first may be the end of a longer one
        for place in reversed(range(len(known))):
            if entry_of(known[place]) is not None:
                return b"".join(known[place:])
        if start == 0:
            return b"".join(known)
        step *= 8


def _id_of(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(os.dup(descriptor), "rb") as file:
        return log_id(file.readline())


def _read(descriptor: int, size: int) -> bytes:
    parts = []
    while size > 0 and (part := os.read(descriptor, size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _ends_torn(descriptor: int) -> bool:
    size = os.fstat(descriptor).st_size
    if not size:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _write_whole(descriptor: int, line: bytes) -> None:
    while line:
        line = line[os.write(descriptor, line) :]


if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def _held(descriptor: int) -> Iterator[None]:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    @contextmanager
    def _held(descriptor: int) -> Iterator[None]:
        fcntl.flock(descriptor, fcntl.LOCK_EX)  # released when the descriptor is closed, by a kill too
        yield
