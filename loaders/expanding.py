"""Compressed files expanded on disk, with a limit on how large they become: a few kilobytes can hold terabytes."""

import gzip
import zipfile
import zlib
from pathlib import Path

from graph.errors import LoadError

MAX_BYTES = 20_000_000_000
"""The largest that one file may become."""

MAX_RATIO = 200
"""How much larger than itself a file may become; tables of repeated words reach 30."""

FREE = 100_000_000
"""Below this size, the ratio does not matter: that much harms nobody."""

_PIECE = 1_000_000


def expanded(file: Path, folder: Path) -> Path:
    """The file itself, or its content in `folder` where its bytes are gzip. Raises LoadError for one that is torn,
    or grows beyond the limits."""
    with file.open("rb") as stream:
        if stream.read(2) != b"\x1f\x8b":
            return file
    target = folder / f"{file.name}.expanded"
    limit = _limit(file.stat().st_size)
    written = 0
    try:
        with gzip.open(file) as packed, target.open("wb") as out:
            while piece := packed.read(_PIECE):
                written += len(piece)
                if written > limit:
                    raise _too_large(file, limit)
                out.write(piece)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise LoadError(f"{file.name} is damaged: {error}", do="Get the file again; nothing was stored.") from None
    return target


def check_archive(file: Path) -> None:
    """Raises LoadError where a workbook (XLSX, ODS: zip) is damaged or grows beyond the limits."""
    limit = _limit(file.stat().st_size)
    total = 0
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as packed:  # what the archive says of its sizes is not believed
                    while piece := packed.read(_PIECE):
                        total += len(piece)
                        if total > limit:
                            raise _too_large(file, limit)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise LoadError(f"{file.name} is damaged: {error}", do="Save it again; nothing was stored.") from None


def _limit(size: int) -> int:
    return min(MAX_BYTES, max(FREE, size * MAX_RATIO))


def _too_large(file: Path, limit: int) -> LoadError:
    return LoadError(
        f"{file.name} expands to more than {limit:,} bytes; nothing was stored.",
        do="If that is right, expand it first and name the expanded file.",
    )
