"""What stands in place of a message's text: omitted and attached media, deleted and edited messages, polls, places."""

import re
from functools import cache
from typing import Literal, NamedTuple, cast

from loaders.chats.marks import SIGNS, without_marks
from loaders.chats.tables import rows

Kind = Literal[
    "text",
    "image",
    "video",
    "audio",
    "sticker",
    "gif",
    "contact",
    "document",
    "media",
    "location",
    "poll",
    "call",
    "view_once",
    "deleted",
    "deleted_by_exporter",
    "other",
]
MEDIA: frozenset[Kind] = frozenset({"image", "video", "audio", "sticker", "gif", "contact", "document", "media"})
"""The kinds whose message is a file."""

_LONGEST_WORDS = 200
_CLOSING = ("", ")", ">", " ")
_OMITTED = re.compile(r"<[^<>\n]{4,60}>")
_ATTACHED = re.compile(r"^(?P<caption>[^<]*)<[^<>:\n]{2,30}\s?[:：]\s?(?P<file>[^<>\n]+\.\w{1,5})>\s*$", re.DOTALL)
_FILE_FIRST = re.compile(r"(?P<file>[^\n]{1,250}\.\w{1,5}) \((?P<words>[^()\n]{2,40})\)(?:\n.*)?", re.DOTALL)
_EDITED = re.compile(r"<[^<>:\n]{6,60}>")
_PLACE = re.compile(
    r"(?:https?://maps\.google\.com/|https?://(?:[a-z]{2}\.)?foursquare\.com/|https?://maps\.apple\.com/)"
)
_KIND_OF_SUFFIX: dict[str, Kind] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "heic", "heif"), "image"),
    **dict.fromkeys(("mp4", "mov", "3gp", "mkv"), "video"),
    **dict.fromkeys(("opus", "mp3", "m4a", "aac", "ogg", "amr", "wav"), "audio"),
    **dict.fromkeys(("webp", "was"), "sticker"),
    "gif": "gif",
    "vcf": "contact",
}


class Body(NamedTuple):
    """A message's text as a person wrote it, what kind it is, whether it was edited, and the name of its file."""

    text: str
    kind: Kind = "text"
    edited: bool = False
    file: str | None = None


def body_of(raw: str, *, marks_tell: bool) -> Body:
    """The body of a message. `marks_tell`: the export marks what the service wrote, so words without a mark are a
    person's own, even where they are the words for an omitted picture."""
    marked = raw[:1] in SIGNS
    if marked or not marks_tell:
        kind = _whole().get(raw)
        if kind is not None:
            return Body(raw, kind)
    if "\n" in raw and without_marks(raw[:_LONGEST_WORDS]).split("\n", 1)[0].strip() in _words("poll"):
        return Body(without_marks(raw).strip(), "poll")
    if marked or raw[-1:] in _CLOSING or ")\n" in raw:
        special = _special(raw, marked=marked, marks_tell=marks_tell)
        if special is not None:
            return special
    if "://" in raw and _PLACE.search(raw):
        return Body(without_marks(raw), "location")
    return Body(raw)


def _special(raw: str, *, marked: bool, marks_tell: bool) -> Body | None:
    text = without_marks(raw).strip()
    if not text:
        return Body("", "view_once")
    if (marked or not marks_tell) and text in _whole():
        return Body(text, _whole()[text])
    if text[-1] == ">":
        return _in_brackets(raw, text)
    found = _FILE_FIRST.fullmatch(text)
    if found and _folded(found["words"]) in _words_folded("file_attached"):
        return Body(text, _kind_of_file(found["file"]), file=found["file"])
    if marked and marks_tell:
        omitted = _folded(text).endswith(tuple(_words_folded("document")))
        return Body(text, "document" if omitted else "other")
    return None


def _in_brackets(raw: str, text: str) -> Body | None:
    found = _ATTACHED.fullmatch(text)
    if found:
        return Body(text, _kind_of_file(found["file"]), file=found["file"])
    if _OMITTED.fullmatch(text):
        return Body(text, "media")
    before, sign, words = raw.rstrip().rpartition("<")
    found = _EDITED.fullmatch(sign + words)
    if found and (_folded(found.group()) in _words_folded("edited") or before[-1:] == "\u200e"):
        return Body(without_marks(before).strip(), edited=True)
    return None


def _kind_of_file(name: str) -> Kind:
    return _KIND_OF_SUFFIX.get(name.rpartition(".")[2].casefold(), "document")


@cache
def _whole() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for row in rows("bodies"):
        if row["kind"] not in ("edited", "poll", "file_attached"):
            kind = "location" if row["kind"] == "live_location" else row["kind"]
            words = row["words"]
            for each in (words, words[0].upper() + words[1:], words[0].lower() + words[1:]):
                kinds.update(dict.fromkeys((each, each + ".", each + "。", f"<{each}>"), cast(Kind, kind)))
    return kinds


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("bodies") if row["kind"] == kind)


@cache
def _words_folded(kind: str) -> frozenset[str]:
    return frozenset(_folded(words) for words in _words(kind))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".。।")
