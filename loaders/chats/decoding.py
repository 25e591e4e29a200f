"""Bytes of a text file as lines: any of the encodings exports and editors write, in pieces, never as a whole."""

import codecs
import re
from collections.abc import Iterable, Iterator

from graph.errors import CrossprobeError

LONGEST_LINE = 64 * 2**20
"""Characters. A message may be ten megabytes long; a line beyond this is no message."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


TWICE = "utf-8 that was read as windows-1252 and written as utf-8 again"
_RUN = re.compile(r"[^\x00-\x7f]+")
_BYTES = {chr(byte): byte for byte in range(256)} | {
    bytes([byte]).decode("cp1252"): byte for byte in range(128, 160) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_RUNS_LOOKED_AT, _MOST_RUNS = 1_000, 0.9


class TooLongLineError(CrossprobeError):
    """A line longer than any message: the file is no chat, or is made to exhaust memory."""


def encoding_of(head: bytes) -> str:
    """The encoding of a file that begins with `head` (a megabyte of it is plenty).

    A byte order mark says it. Else many zero bytes mean UTF-16, and bytes that make more broken signs than whole ones
    in UTF-8 mean Windows-1252, as old editors leave it. Text that was taken for Windows-1252 and written again shows by
    its signs: nearly all of them make sense only in pairs and more. It is TWICE.
    """
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    if head[1::2].count(0) > len(head) // 8:
        return "utf-16-le"
    if head[0::2].count(0) > len(head) // 8:
        return "utf-16-be"
    text = head.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for sign in text if sign > "\x7f") - broken if broken else 0
    if broken > max(1, whole):
        return "cp1252"
    runs = _RUN.findall(text)[:_RUNS_LOOKED_AT]
    again = sum(_once(each) is not None for each in runs)
    return TWICE if runs and again > len(runs) * _MOST_RUNS else "utf-8"


def _once(text: str) -> str | None:
    # The text before it was written a second time; None where it never was.
    try:
        return bytes(_BYTES[sign] for sign in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None


def lines_of(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """The lines without their ends. A line ends at a line feed, with or without carriage returns before it, or at a
    carriage return alone in a file that has no line feed; other line separators belong to messages.

    Bytes that are no text become U+FFFD. Raises TooLongLineError.
    """
    if encoding == TWICE:
        for line in lines_of(pieces, "utf-8"):
            yield line if line.isascii() else _RUN.sub(lambda found: _once(found[0]) or found[0], line)
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    waiting: list[str] = []
    length = 0
    end = ""
    for piece in pieces:
        text = decoder.decode(piece)
        end = end or ("\n" if "\n" in text or "\r" not in text.rstrip("\r") else "\r")
        first, *others = text.split(end)
        waiting.append(first)
        length += len(first)
        if length > LONGEST_LINE:
            raise TooLongLineError(f"a line is longer than {LONGEST_LINE:,} characters", do="Check what the file is.")
        if others:
            yield "".join(waiting).rstrip("\r")
            for line in others[:-1]:
                yield line.rstrip("\r") if line[-1:] == "\r" else line
            waiting, length = [others[-1]], len(others[-1])
    last = "".join((*waiting, decoder.decode(b"", final=True)))
    if last:
        yield last.rstrip("\r")
