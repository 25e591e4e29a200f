"""Writes chat exports as phones do: in several forms of header, with what was put in beside it."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MARK = "\u200e"
NARROW = "\u202f"


def _eastern(text: str, first: int) -> str:
    return "".join(chr(first + int(sign)) if sign.isascii() and sign.isdigit() else sign for sign in text)


def _twelve(moment: datetime.datetime, am: str, pm: str) -> str:
    return f"{(moment.hour - 1) % 12 + 1}:{moment:%M}{am if moment.hour < 12 else pm}"


@dataclass(frozen=True)
class Phone:
    """How a phone writes: its header, whether its times have seconds, and how it signs the service's lines."""

    name: str
    header: Callable[[datetime.datetime], str]
    seconds: bool
    signs: bool = False
    line_end: str = "\n"

    def at(self, moment: datetime.datetime) -> str:
        """The moment as an export of this phone can tell it."""
        return moment.isoformat(timespec="seconds" if self.seconds else "minutes")

    def message(self, moment: datetime.datetime, sender: str, text: str) -> str:
        """A message, with the phone's own line ends only after its last line."""
        return f"{self.header(moment)}{sender}: {text}{self.line_end}"

    def service(self, moment: datetime.datetime, title: str, text: str) -> str:
        """A line of the service: marked and under the group's name, or with nobody's."""
        if self.signs:
            return f"{MARK}{self.header(moment)}{title}: {MARK}{text}{self.line_end}"
        return f"{self.header(moment)}{text}{self.line_end}"


PHONES = (
    Phone("android, day first", lambda m: f"{m:%d/%m/%Y, %H:%M} - ", seconds=False),
    Phone("android, month first", lambda m: f"{m.month}/{m.day}/{m:%y}, {_twelve(m, ' AM', ' PM')} - ", seconds=False),
    Phone("android, narrow", lambda m: f"{m:%d/%m/%y}, {_twelve(m, NARROW + 'am', NARROW + 'pm')} - ", seconds=False),
    Phone("android, dots", lambda m: f"{m:%d.%m.%y, %H:%M} - ", seconds=False),
    Phone("android, Finnish", lambda m: f"{m.day}.{m.month}.{m.year} klo {m:%H.%M.%S} - ", seconds=True),
    Phone("android, Spanish", lambda m: f"{m.day}/{m.month}/{m:%y} {_twelve(m, ' a. m.', ' p. m.')} - ", seconds=False),
    Phone(
        "android, Chinese",
        lambda m: f"{m.year}/{m.month}/{m.day} {'上午' if m.hour < 12 else '下午'}{_twelve(m, '', '')} - ",
        False,
    ),
    Phone("android, Marathi", lambda m: _eastern(f"{m:%d/%m/%Y, %H:%M} - ", 0x966), seconds=False),
    Phone("ios, day first", lambda m: f"[{m:%d/%m/%Y, %H:%M:%S}] ", seconds=True, signs=True, line_end="\r\n"),
    Phone("ios, month first", lambda m: f"[{m.month}/{m.day}/{m:%y, %H:%M:%S}] ", seconds=True, signs=True),
    Phone("ios, time first", lambda m: f"[{m:%H:%M:%S}, {m.day}/{m.month}/{m:%y}] ", seconds=True, signs=True),
    Phone(
        "ios, Arabic",
        lambda m: "[\u200f" + _eastern(f"{m.day}\u200f/{m.month}\u200f/{m.year}، {m:%H:%M:%S}] ", 0x660),
        True,
        True,
    ),
    Phone("ios, Buddhist", lambda m: f"[{m.day}/{m.month}/{m.year + 543} BE, {m:%H:%M:%S}] ", seconds=True, signs=True),
    Phone("ios, Japanese", lambda m: f"[{m.month}/{m.day}/R{m.year - 2018}, {m:%H:%M:%S}] ", seconds=True, signs=True),
    Phone("ios, older", lambda m: f"{m:%d/%m/%y %H:%M:%S}: ", seconds=True, signs=True),
)


def written(folder: Path, text: str, name: str = "chat.txt", encoding: str = "utf-8") -> Path:
    """The text as a file in the folder."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path
