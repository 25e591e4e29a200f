"""`python -m tests.loaders.chats.unseen [COUNT]`: exports of phones nobody has seen, and how they fare.

Every way to write a date goes with every clock, every kind of digits, everything that may stand between the two and
every frame around both. What is printed are the rates that real exports must keep, and the combinations that break
them.
"""

import datetime
import itertools
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import CrossprobeError
from loaders.chats.entries import Reject
from loaders.chats.marks import plain
from loaders.chats.parsing import parse_chat

_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_Moment = datetime.datetime

DATES: dict[str, Callable[[_Moment], str]] = {
    "day first": lambda m: f"{m:%d/%m/%Y}",
    "short, day first": lambda m: f"{m.day}/{m.month}/{m:%y}",
    "month first": lambda m: f"{m.month}/{m.day}/{m:%y}",
    "month first, dashes": lambda m: f"{m:%m-%d-%Y}",
    "year first": lambda m: f"{m:%Y-%m-%d}",
    "year first, slashes": lambda m: f"{m.year}/{m.month}/{m.day}",
    "short year first": lambda m: f"{m:%y/%m/%d}",
    "dots": lambda m: f"{m:%d.%m.%y}",
    "dashes": lambda m: f"{m:%d-%m-%y}",
    "dots and spaces": lambda m: f"{m.day}. {m.month}. {m.year}.",
    "Korean": lambda m: f"{m.year}. {m.month}. {m.day}.",
    "Hungarian": lambda m: f"{m:%Y.%m.%d.}",
    "Chinese": lambda m: f"{m.year}年{m.month}月{m.day}日",
    "Arabic marks": lambda m: f"\u200f{m.day}\u200f/{m.month}\u200f/{m.year}",
    "Buddhist": lambda m: f"{m.day}/{m.month}/{m.year + 543}",
    "Buddhist, said so": lambda m: f"{m.day}/{m.month}/{m.year + 543} BE",
    "Buddhist, short": lambda m: f"{m.day}/{m.month}/{(m.year + 543) % 100}",
    "Japanese": lambda m: f"R{m.year - 2018}/{m.month}/{m.day}",
    "Bulgarian": lambda m: f"{m.day}.{m:%m.%y} г.",
    "month named": lambda m: f"{m.day} {m:%b} {m.year}",
    "month named, short year": lambda m: f"{m.day}-{m:%b}-{m:%y}",
    "month named first": lambda m: f"{m:%b} {m.day}, {m.year}",
    "month named, Spanish": lambda m: f"{m.day} de {_MONTHS[m.month - 1]} de {m.year}",
}

HALVES = {
    "AM": (" AM", " PM"),
    "narrow": ("\u202fam", "\u202fpm"),
    "glued": ("AM", "PM"),
    "dots": (" a.m.", " p.m."),
    "Spanish": (" a.\u00a0m.", " p.\u00a0m."),
    "narrow Spanish": ("\u202fa.\u202fm.", "\u202fp.\u202fm."),
    "Japanese": (" 午前", " 午後"),
    "Arabic": (" ص", " م"),
    "Persian": (" ق.ظ.", " ب.ظ."),
    "Urdu": (" ق.م.", " ب.م."),
    "Hindi": (" पूर्वाह्न", " अपराह्न"),
    "Bengali": (" পূর্বাহ্ণ", " অপরাহ্ণ"),
    "Greek": (" π.μ.", " μ.μ."),
    "Malay": (" PG", " PTG"),
    "Hebrew": (" לפנה״צ", " אחה״צ"),
    "Amharic": (" ጥዋት", " ከሰዓት"),
    "of no table": (" xyzzy", " plugh"),
}
HALVES_FIRST = {
    "Chinese": ("上午", "下午"),
    "Korean": ("오전 ", "오후 "),
    "Turkish": ("ÖÖ ", "ÖS "),
    "Hungarian": ("de. ", "du. "),
}


def _twelve(halves: tuple[str, str], *, first: bool) -> Callable[[_Moment, bool], str]:
    def written(moment: _Moment, seconds: bool) -> str:
        time = f"{(moment.hour - 1) % 12 + 1}:{moment:%M}" + (f":{moment:%S}" if seconds else "")
        half = halves[moment.hour >= 12]
        return half + time if first else time + half

    return written


CLOCKS: dict[str, Callable[[_Moment, bool], str]] = {
    "24": lambda m, seconds: f"{m:%H:%M}" + (f":{m:%S}" if seconds else ""),
    "24, no nought": lambda m, seconds: f"{m.hour}:{m:%M}" + (f":{m:%S}" if seconds else ""),
    "24, dots": lambda m, seconds: f"{m:%H.%M}" + (f".{m:%S}" if seconds else ""),
    **{name: _twelve(halves, first=False) for name, halves in HALVES.items()},
    **{f"{name}, first": _twelve(halves, first=True) for name, halves in HALVES_FIRST.items()},
}
BETWEEN = (", ", " ", "، ", "،\u200f ", "\u202f", " at ", " kl. ")
NOUGHTS = ("0", "٠", "۰", "०", "০", "๐", "၀", "\uff10")
FRAMES = {
    "android": ("{} - ", False),
    "android, long dash": ("{} – ", False),
    "ios": ("[{}] ", True),
    "ios, no seconds": ("[{}] ", False),
    "ios, marked": ("\u200e[{}] ", True),
    "ios, mark lost": ("?[{}] ", True),
    "old": ("{}: ", True),
    "quoted": ('"{} - ', False),
    "in a list": ("- [{}] ", True),
}
NAMES = (
    "Ann",
    "+44 7700 900123",
    "~\u202fZoë",
    "\u202a+44\u00a07700\u00a0900124\u202c",
    "Bob - Gym",
    "12 Oaks",
    "أحمد",
)
TEXTS = ("hello", "see you at 5", "12 apples", "#: no", "two\nlines", "a\n\nb", "https://x.example/a?b=1:2", "")


@dataclass
class Rates:
    """What came of so many exports: `wrong` are combinations in which a message came back with another time or sender,
    `failed` those that were no chat at all. Rejects and suspect lines are counted over all lines."""

    exports: int = 0
    lines: int = 0
    rejects: int = 0
    suspect: int = 0
    wrong: list[tuple[str, ...]] = field(default_factory=list)
    failed: list[tuple[str, ...]] = field(default_factory=list)


def combinations() -> list[tuple[str, ...]]:
    """All of them that some phone might write, in an order of their own that is always the same."""
    every: list[tuple[str, ...]] = list(itertools.product(DATES, CLOCKS, BETWEEN, NOUGHTS, FRAMES))
    # An old export has nothing after its time but a colon: a word of no table there is a sender's name. And no phone
    # writes three words of three languages in a row.
    every = [
        each
        for each in every
        if not (each[1] == "of no table" and each[4] == "old")
        and not (each[0] == "Chinese" and each[1].endswith("first") and each[2] in (" at ", " kl. "))
    ]
    random.Random(8).shuffle(every)  # noqa: S311 - nothing here is secret
    return every


def rates(chosen: list[tuple[str, ...]], folder: Path) -> Rates:
    """Writes each export, reads it again and compares."""
    found = Rates()
    for combination in chosen:
        found.exports += 1
        path = folder / "chat.txt"
        expected = _write(path, combination)
        try:
            chat = parse_chat(path)
        except CrossprobeError:
            found.failed.append(combination)
            continue
        entries = list(chat.entries())
        found.lines += chat.lines
        found.rejects += sum(isinstance(each, Reject) for each in entries)
        found.suspect += sum(each.suspect for each in entries if not isinstance(each, Reject))
        if [(getattr(each, "at", "")[:16], getattr(each, "sender", None)) for each in entries] != expected:
            found.wrong.append(combination)
    return found


def _write(path: Path, combination: tuple[str, ...]) -> list[tuple[str, str]]:
    chance = random.Random("|".join(combination))  # noqa: S311 - nothing here is secret
    text, expected = "", []
    for number, (header, moment) in enumerate(itertools.islice(_headers(chance, *combination), 30)):
        name = NAMES[0] if number == 0 else chance.choice(NAMES)
        text += f"{header}{name}: {chance.choice(TEXTS).replace('#', str(number))}\n"
        expected.append((moment.isoformat(timespec="minutes"), plain(name)))
    path.write_text(text, "utf-8")
    return expected


def _headers(
    chance: random.Random, date: str, clock: str, between: str, nought: str, frame: str
) -> Iterator[tuple[str, _Moment]]:
    around, seconds = FRAMES[frame]
    digits = {ord(str(digit)): chr(ord(nought) + digit) for digit in range(10)}
    moment = datetime.datetime(2023, 12, 28, 7)  # noqa: DTZ001 - a phone's clock has no zone
    while True:
        moment += datetime.timedelta(seconds=chance.randint(600, 30_000))
        header = around.format(DATES[date](moment) + between + CLOCKS[clock](moment, seconds))
        yield header.translate(digits), moment


def main() -> None:
    """Prints the rates of so many combinations, or of five thousand."""
    chosen = combinations()[: int(sys.argv[1]) if len(sys.argv) > 1 else 5_000]
    with tempfile.TemporaryDirectory() as folder:
        found = rates(chosen, Path(folder))
    told = [
        f"{found.exports:,} exports, {found.lines:,} lines; failed {len(found.failed)}, wrong {len(found.wrong)}",
        f"rejects {found.rejects / found.lines:.3%}, suspect {found.suspect / found.lines:.3%}",
        *(" | ".join(each) for each in (*found.failed, *found.wrong)),
    ]
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main()
