"""The words of a header: halves of the day, eras and fillers, in any script, told apart from mere punctuation."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from loaders.chats.marks import plain
from loaders.chats.tables import rows

Half = Literal["am", "pm", "noon", "evening", "night"]
"""Which half of the day a word puts an hour of the twelve-hour clock in; the last three depend on the hour."""


@dataclass(frozen=True, slots=True)
class Separator:
    """What stands between two numbers of a header.

    `shape` is its punctuation with `M` for a word of the day, `E` for an era and `W` for a word that no table holds,
    fillers as they are; `half` and `era` are what those words say, `unknown` is the word that no table holds.
    """

    shape: str
    half: Half | None = None
    era: str | None = None
    unknown: str | None = None


@cache
def _halves() -> dict[str, Half]:
    known = {half: half for half in get_args(Half)}
    return {row["word"]: known[row["half"]] for row in rows("meridiems")}


@cache
def _eras() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("eras"))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("fillers"))


@cache
def months() -> dict[str, int]:
    """The month behind each known name of one, folded as `letters` folds."""
    return {row["word"]: int(row["month"]) for row in rows("months")}


def letters(text: str) -> str:
    """Only the letters and vowel signs of a text, folded: `p. m.` and `PM` alike give `pm`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LM")


def read_separator(text: str) -> Separator:
    """What stands between two numbers, with its words understood as far as the tables know them."""
    spaced = (" " if text[:1].isspace() else "") + plain(text) + (" " if text[-1:].isspace() else "")
    spaced = unicodedata.normalize("NFKC", spaced).replace("،", ",").replace("、", ",")
    places = [place for place, sign in enumerate(spaced) if unicodedata.category(sign)[0] in "LM"]
    if not places:
        return Separator(" " if not spaced.strip() else spaced)
    before, word, after = spaced[: places[0]], spaced[places[0] : places[-1] + 1], spaced[places[-1] + 1 :]
    kinds = _kinds(letters(word))
    shape = before + "".join(sign for sign, _ in kinds) + after.removeprefix(".")
    half = next((_halves()[word] for sign, word in kinds if sign == "M"), None)
    era = next((word for sign, word in kinds if sign == "E"), None)
    unknown = next((word for sign, word in kinds if sign == "W"), None)
    return Separator(shape, half, era, unknown)


def _kinds(word: str) -> list[tuple[str, str]]:
    # One word, or two known ones that stand side by side: an era after the date and a word of the day before the hour.
    if _kind(word) != "W":
        return [(_kind(word), word)]
    for cut in range(1, len(word)):
        pair = [(_kind(each), each) for each in (word[:cut], word[cut:])]
        if all(sign != "W" for sign, _ in pair):
            return pair
    return [("W", word)]


def _kind(word: str) -> str:
    if word in _halves():
        return "M"
    if word in _eras():
        return "E"
    return word if word in _fillers() else "W"
