"""How the bytes of a delimited file are texts, and what stands between its cells."""

import codecs
import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

from graph.errors import LoadError

DELIMITERS = ",;\t|"

_PIECE = 1_000_000
_LONGEST_HEADER = 1_000_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def as_utf8(file: Path, folder: Path, encoding: str | None) -> Path:
    """The file itself where its bytes are UTF-8, else its text as UTF-8 in `folder`.

    Without `encoding` it is detected: UTF-8, UTF-16 with its mark, else Windows-1252. Raises LoadError for bytes that
    are none of them or a mixture, and for NUL characters, which no table holds.
    """
    chosen = encoding or _detected(file)
    target = folder / f"{file.name}.utf-8"
    plain = True
    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            for piece in _decoded(file, chosen):
                if "\0" in piece:
                    raise LoadError(f"{file.name} holds NUL characters: it is no table.", do="Export it again as text.")
                plain = plain and chosen == "utf-8"
                if not plain:
                    out.write(piece)
    except UnicodeDecodeError as error:
        raise LoadError(
            f"{file.name} is not {chosen} throughout: byte {error.start:,} of a piece is {error.reason}.",
            do="Save it in one encoding, or name it in the mapping: encoding: windows-1252.",
        ) from None
    if plain:
        target.unlink()
        return file
    return target


def from_line(file: Path, number: int, folder: Path) -> Path:
    """The file itself, or, where `number` is more than 1, what it holds from that line on, in `folder`."""
    if number == 1:
        return file
    target = folder / f"{file.name}.below"
    with file.open("rb") as whole, target.open("wb") as below:
        for _ in range(number - 1):
            whole.readline(_LONGEST_HEADER)
        shutil.copyfileobj(whole, below)
    return target


def delimiter_of(file: Path) -> str:
    """What stands between the cells of the header, outside quotes: comma, semicolon, tab or bar; comma for one cell."""
    header = first_line(file)
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=lambda each: (outside.count(each), -DELIMITERS.index(each)))


def header_of(file: Path, delimiter: str) -> list[str]:
    """The cells of the first line."""
    return [each.strip() for each in next(csv.reader([first_line(file)], delimiter=delimiter), [])]


def first_line(file: Path) -> str:
    """The first line of a UTF-8 file. Raises LoadError where it is empty or longer than any header."""
    with file.open(encoding="utf-8", newline="") as stream:
        line = stream.readline(_LONGEST_HEADER).rstrip("\r\n")
    if not line.strip() or len(line) >= _LONGEST_HEADER - 2:
        raise LoadError(
            f"{file.name} does not begin with a line of column names.", do="Put the names in its first line."
        )
    return line


def _detected(file: Path) -> str:
    with file.open("rb") as stream:
        start = stream.read(4)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    try:
        for _ in _decoded(file, "utf-8"):
            pass
    except UnicodeDecodeError:
        return "utf-8" if _has_multibyte(file) else "windows-1252"  # a mixture is then said to be one
    return "utf-8"


def _has_multibyte(file: Path) -> bool:
    """Whether letters stand there as UTF-8 writes them, beside bytes that are not UTF-8."""
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            text = piece.decode("utf-8", errors="ignore")
            if not text.isascii():
                return True
    return False


def _decoded(file: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with file.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)
