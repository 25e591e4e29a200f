"""A person's name as sources write it, taken apart and normalised so that two spellings of it can be compared.

The rules come from systems that were met: fields cut at a fixed width, surnames with a blank after MC, a suffix glued
to the surname, a middle initial in the field of the first name, a digit for a letter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from graph.identity.compare.placeholders import is_placeholder, no_middle
from graph.names import folded

FIRST_LETTERS = 9
"""First names are compared on so many letters at most, because some systems cut there."""

LAST_LETTERS = 15
"""Surnames are compared on so many letters at most, for the same reason."""


def _all_of(words: str) -> list[str]:
    return words.split()


_DIGITS = str.maketrans("013458", "oleasb")
_PARTICLES = frozenset(
    _all_of("mc mac o de del della di da do dos das la le les lo van von der den ter st el al bin abu")
)
_SUFFIXES = {
    "jr": "JR",
    "junior": "JR",
    "sr": "SR",
    "senior": "SR",
    "ii": "II",
    "2nd": "II",
    "iii": "III",
    "3rd": "III",
    "iv": "IV",
}
_GLUED = re.compile(r"(?P<name>[a-z]{4,}?)(?P<suffix>jr|sr|iii|ii|iv)")
_TITLES = frozenset(
    _all_of(
        "mr mrs ms miss dr pc ps pcso dc ds di dci dcs wpc insp inspector sgt sergeant det detective "
        "constable chief superintendent supt special former ex officer lt lieutenant captain capt commander "
        "sir dame"
    )
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name ready to be compared; what is not known is empty.

    `first` and `last` are one word each, cut as the constants say; `middle` is one letter; `parts` are the parts of
    the surname of three letters or more, uncut.
    """

    first: str
    middle: str
    last: str
    parts: tuple[str, ...]
    suffix: str


NOBODY = PersonName("", "", "", (), "")
"""What a placeholder such as UNKNOWN comes to."""


def person_name(first: str | None, middle: str | None, last: str | None, suffix: str | None) -> PersonName:
    """The name from its fields, any of which may be absent."""
    firsts, lasts = _words(first), _words(last)
    if is_placeholder(firsts) or is_placeholder(lasts):
        return NOBODY
    firsts, stated = _without_suffix(firsts)
    lasts, glued = _without_suffix(lasts)
    between = _words(middle)
    initial = "" if no_middle(between) else "".join(between)[:1]
    lone = [word for word in firsts if len(word) == 1]
    if lone and len(lone) < len(firsts):  # "P TIMOTHY" and "TIMOTHY P": the initial belongs elsewhere
        firsts = [word for word in firsts if len(word) > 1]
        initial = initial or lone[0]
    joined = _joined(lasts)
    behind = _words(suffix)
    own = "" if is_placeholder(behind) else "".join(behind)
    return PersonName(
        first="".join(_joined(firsts))[:FIRST_LETTERS],
        middle=initial,
        last="".join(joined)[:LAST_LETTERS],
        parts=tuple(dict.fromkeys(part for part in joined if len(part) > 2)) or tuple(joined[:1]),
        suffix=_SUFFIXES.get(own, own.upper()) or glued or stated,
    )


def whole_name(
    name: str | None, middle: str | None = None, suffix: str | None = None, *, surname_first: bool = False
) -> PersonName:
    """The name from one text, as the press writes it: `PC Ada van Dyk`, `Pike, Ada`. One word alone is a surname.

    `PIKE ADA M` is read surname first, because no surname is one letter; `PIKE ADA` only with `surname_first`.
    """
    text = (name or "").strip()
    if "," in text:
        last, _, first = text.partition(",")
        return person_name(first, middle, last, suffix)
    words = _words(text)
    while words and words[0] in _TITLES:
        words = words[1:]
    words, within = _without_suffix(words)
    if not words or is_placeholder(words):
        return NOBODY
    if len(words) > 1 and (surname_first or (len(words[-1]) == 1 < min(map(len, words[:2])))):
        end = next((place for place, word in enumerate(words) if word not in _PARTICLES), 0) + 1
        return person_name(" ".join(words[end:]), middle, " ".join(words[:end]), suffix or within)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    middle = middle or (words[1][:1] if start > 1 else None)
    return person_name(words[0] if start else None, middle, " ".join(words[start:]), suffix or within)


def surname_comes_first(names: Iterable[str]) -> bool:
    """Whether a source writes `PIKE ADA` and not `ADA PIKE`: by where first names stand that are no surnames too."""
    first = last = 0
    known = nickname_groups()
    for name in names:
        words = [word[:FIRST_LETTERS] for word in _words(name) if len(word) > 1 and word not in _SUFFIXES]
        if len(words) > 1 and "," not in name:
            first += words[0] in known and words[1] not in known
            last += words[0] not in known and words[1] in known
    return last >= _ENOUGH and last > 3 * first


_ENOUGH = 10
"""Names by which the order of a source is known."""


@cache
def nickname_groups() -> dict[str, tuple[int, ...]]:
    """The groups of nicknames.txt that each first name stands in."""
    text = resources.files("graph.identity.compare").joinpath("nicknames.txt").read_text("utf-8")
    groups: dict[str, list[int]] = {}
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for number, line in enumerate(lines):
        for name in dict.fromkeys(word[:FIRST_LETTERS] for word in line.split()):
            groups.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in groups.items()}


def _words(text: str | None) -> list[str]:
    return list(_folded_words(text)) if text else []


@lru_cache(maxsize=200_000)
def _folded_words(text: str) -> tuple[str, ...]:
    """Its words; one without any letter is none."""
    words = (_letters(word) for word in folded(text).split())
    return tuple(word for word in words if any(sign.isalpha() for sign in word))


def _letters(word: str) -> str:
    # One digit among letters is a slip for the letter it looks like: C0NNOLLY. 2ND and 3RD are suffixes.
    digits = sum(sign.isdigit() for sign in word)
    return word.translate(_DIGITS) if digits == 1 and len(word) > 3 and word not in _SUFFIXES else word


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], _SUFFIXES[words[-1]]
    if words and (found := _GLUED.fullmatch(words[-1])):
        return [*words[:-1], found["name"]], _SUFFIXES[found["suffix"]]
    return words, ""


def _joined(words: list[str]) -> list[str]:
    """The words with each particle joined to what follows: `mc devitt` is `mcdevitt`."""
    joined: list[str] = []
    held = ""
    for word in words:
        if word in _PARTICLES:
            held += word
        else:
            joined.append(held + word)
            held = ""
    return [*joined, held] if held else joined
