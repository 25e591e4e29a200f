"""The start of a line in an export: six numbers at most, and what stands between them.

Nothing here knows a single form. A line that begins with a date and a time, in either order and in any script, is
taken apart into numbers and separators; the separators, with their words told apart, are its shape. Which shapes are
headers in a file, the file's own lines say (loaders.chats.survey).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.chats.words import Half, Separator, read_separator

_NUMBERS = (
    r"([^\d\n]{0,8})(\d{1,4})([^\d\n]{1,8})(\d{1,4})([^\d\n]{1,28})(\d{1,4})([^\d\n]{1,28})(\d{1,4})([^\d\n]{1,8})(\d{1,4})"
    r"(?:((?![^\d\n]{0,7}(?:\s[-–—]\s|:\s))[^\d\n\]]{1,8})(\d{1,4}))?([^\d\n\]]{0,24}?)"
)
_END = r"(\]\s*(?:-\s)?|\s[-–—](?:\s|$)|:(?:\s|$))"

STARTED = re.compile(_NUMBERS + _END)
"""A line that starts with a date and a time and then a bracket, a dash or a colon. Groups: lead, number, separator,
number ... (eleven groups, the last pair may be absent), tail, end."""

BARE = re.compile(_NUMBERS + r"(\s(?=[^\s\d]))")
"""The same with nothing but a space after it: tried where a file has no other header."""

_DATE_SEPARATOR = re.compile(r"[/.\-]\s?E?|\s|\s?[年月년월]\s?|E|\sE\s?")
_TIME_SEPARATOR = re.compile(r"[:.٫∶]|\s?(?:[hE時时点시]|h\s)\s?")
_AFTER_MINUTES = re.compile(r"[:.٫∶]|\s?(?:min|m|分|분)\s?")
_LEAD = re.compile(r"[\"'>*•–-]?\s?[\[(]?(?:[EM]|[^\W\dA-Z_]{1,8})?\.?\s?")
"""What may stand before the first number: a sign of a quotation or a list, a bracket, and one known word."""
_WORDS_ALONE = re.compile(r"[^/:]*[\s,MTt日일].*")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a header is built: `signs` are its separators; `date_at` and `time_at` are the places of the first number of
    the date and of the time among the numbers; `era_first` that an era stands before the date, so the year does;
    `era_between` that one stands between date and time; `full_year` is the place in the date of a number of more than
    two digits, where there is one."""

    signs: str
    date_at: int
    time_at: int
    seconds: bool
    era_first: bool
    era_between: bool
    full_year: int | None = None

    @property
    def key(self) -> str:
        """Tells shapes apart."""
        return f"{self.signs}|{self.full_year}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A shape with what the words of one line's header say; `unknown` is a word that no table holds."""

    shape: Shape
    half: Half | None
    era: str | None
    unknown: str | None


@lru_cache(maxsize=20_000)
def read_separators(separators: tuple[str | None, ...]) -> Reading | None:
    """The reading of a match's lead, separators, tail and end, in their order; None where no header looks so."""
    # A direction mark that an editor could not write stands there as a question mark.
    separators = ((separators[0] or "").lstrip("?\ufffd"), *separators[1:])
    lead, *between, tail, end = (read_separator(each) if each is not None else None for each in separators)
    if lead is None or tail is None or end is None:
        return None
    gaps = [each for each in between if each is not None]
    if not _LEAD.fullmatch(lead.shape) or ("[" in lead.shape) != end.shape.startswith("]"):
        return None
    if tail.unknown is not None and end.shape.startswith(":"):
        return None  # a sender, in a form that parts it from the time by nothing but a space
    if gaps[0].shape == ":" or (gaps[0].shape.strip() in (".", "h", "E") and _date_follows(gaps)):
        return _time_first(lead, gaps, tail, end)
    return _date_first(lead, gaps, tail, end)


def _date_first(lead: Separator, gaps: list[Separator], tail: Separator, end: Separator) -> Reading | None:
    dates, joint, times = gaps[:2], gaps[2], gaps[3:]
    if not _dated(dates) or not _WORDS_ALONE.fullmatch(joint.shape) or not _timed(times):
        return None
    return _reading("dt", lead, dates, joint, times, tail, end, (0, 3))


def _time_first(lead: Separator, gaps: list[Separator], tail: Separator, end: Separator) -> Reading | None:
    times, joint, dates = gaps[:-3], gaps[-3], gaps[-2:]
    if not times or not _dated(dates) or not _WORDS_ALONE.fullmatch(joint.shape) or not _timed(times):
        return None
    return _reading("td", lead, dates, joint, times, tail, end, (len(times) + 1, 0))


def _dated(gaps: list[Separator]) -> bool:
    return all(_DATE_SEPARATOR.fullmatch(each.shape) for each in gaps)


def _timed(gaps: list[Separator]) -> bool:
    first, *rest = gaps
    return bool(_TIME_SEPARATOR.fullmatch(first.shape)) and all(_AFTER_MINUTES.fullmatch(each.shape) for each in rest)


def _date_follows(gaps: list[Separator]) -> bool:
    # With dots in both and seconds only the numbers would tell; without, the comma stands in another place.
    dots_in_both = bool(_TIME_SEPARATOR.fullmatch(gaps[-1].shape))
    return len(gaps) >= 4 and "," in gaps[-3].shape and (len(gaps) == 4 or not dots_in_both)


def _reading(
    way: str,
    lead: Separator,
    dates: list[Separator],
    joint: Separator,
    times: list[Separator],
    tail: Separator,
    end: Separator,
    places: tuple[int, int],
) -> Reading:
    parts = (lead, *dates, joint, *times, tail, end)
    half = next((each.half for each in (tail, joint, lead) if each.half), None)
    era = next((each.era for each in (*dates, lead, joint) if each.era), None)
    unknown = next((each.unknown for each in (tail, joint) if each.unknown), None)
    signs = way + "".join(f"|{each.shape.strip()}" for each in parts)
    shape = Shape(
        signs, *places, seconds=len(times) > 1, era_first=lead.era is not None, era_between=joint.era is not None
    )
    return Reading(shape, half, era, unknown)
