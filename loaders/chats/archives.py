"""The zip that a phone exports: the chat's text among its media, read with suspicion and never unpacked."""

import hashlib
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from graph.errors import CrossprobeError

PIECE = 2**20
MOST_MEMBERS = 100_000
MOST_BYTES = 64 * 2**30
"""What all members together may come to, unpacked."""
HIGHEST_RATIO = 250
"""How many times its packed size a member may come to: chats pack about six times, repetitive ones a hundred."""
_FREE = 16 * 2**20
"""Below so many bytes nothing is a bomb."""

_DRIVE = re.compile(r"^[A-Za-z]:")
_CHAT_NAME = re.compile(r"whatsapp.*\.txt$", re.IGNORECASE)


class UnsafeArchiveError(CrossprobeError):
    """A zip that is damaged, locked, or made to harm; nothing of it was unpacked."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file beside the text: its name, size in bytes and SHA-256 (hex). The file itself is not kept."""

    name: str
    size: int
    digest: str


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip, checked before anything is read from it. Raises UnsafeArchiveError."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(archive, path.name)
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, EOFError, UnicodeDecodeError, RuntimeError) as error:
        raise UnsafeArchiveError(f"{path.name} is damaged or locked: {error}.", do="Export the chat again.") from None


def text_member(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """The member that holds the chat: `_chat.txt` from a phone of Apple's make, else the text named after the service
    or after the zip, else the only text. Raises UnsafeArchiveError where there is none or no telling."""
    texts = [each for each in _files(archive) if each.filename.lower().endswith(".txt")]
    stem = PurePosixPath(name).stem.casefold()
    by_rank = (
        [each for each in texts if _base(each).casefold() == "_chat.txt"],
        [each for each in texts if PurePosixPath(_base(each)).stem.casefold() == stem],
        [each for each in texts if _CHAT_NAME.search(_base(each))],
        texts,
    )
    for found in by_rank:
        if len(found) == 1:
            return found[0]
    what = "no text" if not texts else f"{len(texts)} texts, and none is named as a chat is"
    raise UnsafeArchiveError(f"{name} holds {what}.", do="Give the zip as the phone exported it, or the text alone.")


def pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a member, a megabyte at a time. Raises UnsafeArchiveError as soon as it grows beyond measure."""
    limit = max(_FREE, member.compress_size * HIGHEST_RATIO)
    read = 0
    with archive.open(member) as file:
        while piece := file.read(PIECE):
            read += len(piece)
            if read > limit:
                raise UnsafeArchiveError(
                    f"{member.filename!r} unpacks to more than {HIGHEST_RATIO} times its size.",
                    do="It looks made to exhaust memory. Ask whoever sent it.",
                )
            yield piece


def media(archive: zipfile.ZipFile, text: zipfile.ZipInfo) -> Iterator[MediaFile]:
    """Every other file in the zip, counted and hashed, by name."""
    for member in sorted(_files(archive), key=lambda each: each.filename):
        if member is not text:
            digest = hashlib.sha256()
            size = 0
            for piece in pieces(archive, member):
                digest.update(piece)
                size += len(piece)
            yield MediaFile(_base(member), size, digest.hexdigest())


def _check(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise UnsafeArchiveError(f"{name} holds {len(members):,} files.", do=f"An export has under {MOST_MEMBERS:,}.")
    if sum(each.file_size for each in members) > MOST_BYTES:
        raise UnsafeArchiveError(f"{name} unpacks to more than {MOST_BYTES // 2**30} GB.", do="Ask whoever sent it.")
    for each in members:
        parts = re.split(r"[/\\]", each.filename)
        if ".." in parts or parts[0] == "" or _DRIVE.match(each.filename) or "\0" in each.orig_filename:
            raise UnsafeArchiveError(
                f"{name} holds a file whose path leaves its folder: {each.filename!r}.",
                do="No phone writes such a zip. Ask whoever sent it.",
            )
        if each.flag_bits & 0x1:
            raise UnsafeArchiveError(f"{name} is locked with a password.", do="Unlock it first.")


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        each
        for each in archive.infolist()
        if not each.is_dir() and not each.filename.startswith("__MACOSX/") and not _base(each).startswith("._")
    ]


def _base(member: zipfile.ZipInfo) -> str:
    return PurePosixPath(member.filename).name
