"""A chat export as a file on disk: a text or a zip, read as lines as often as needed."""

import hashlib
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from graph.errors import NotFoundError
from loaders.chats import archives
from loaders.chats.archives import PIECE, MediaFile
from loaders.chats.decoding import encoding_of, lines_of


class ChatFile:
    """The export as it lies there. Raises NotFoundError where it does not, and archives.UnsafeArchiveError.

    Invariant: nothing is written anywhere, and no more than a line and a piece of a megabyte are held at once.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise NotFoundError(f"{path} is no file.", do="Give the text or the zip that the phone exported.")
        self.path = path
        self.is_zip = zipfile.is_zipfile(path) and path.suffix.lower() != ".txt"
        self._encoding = ""

    def lines(self) -> Iterator[str]:
        """The lines of the chat's text, from the start."""
        if not self._encoding:
            self._encoding = encoding_of(next(self._pieces(), b""))
        yield from lines_of(self._pieces(), self._encoding)

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of the file as it was given."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def text_name(self) -> str:
        """The name of the text: of the file itself, or of the member of a zip."""
        if not self.is_zip:
            return self.path.name
        with archives.opened(self.path) as archive:
            return archives.text_member(archive, self.path.name).filename.rpartition("/")[2]

    @cached_property
    def media(self) -> tuple[MediaFile, ...]:
        """The media in a zip, hashed; nothing where the text came alone."""
        if not self.is_zip:
            return ()
        with archives.opened(self.path) as archive:
            return tuple(archives.media(archive, archives.text_member(archive, self.path.name)))

    def _pieces(self) -> Iterator[bytes]:
        if self.is_zip:
            with archives.opened(self.path) as archive:
                yield from archives.pieces(archive, archives.text_member(archive, self.path.name))
            return
        with self.path.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
