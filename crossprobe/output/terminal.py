"""What may reach a terminal: text without control characters, never read as markup, and notes on standard error."""

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# C0 and C1 controls, and the marks that turn the direction of what follows (bidi): a name could forge a line with them.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = re.compile(r"[\t\r\n]+")


def harmless(text: str) -> str:
    """The text without control characters; line breaks and tabs stay."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The text without control characters, on one line: breaks and tabs become one space."""
    return _CONTROLS.sub("", _BREAKS.sub(" ", text))


def has_controls(text: str) -> bool:
    """Whether the text holds a control character other than a line break or a tab."""
    return bool(_CONTROLS.search(text))


def console(*, error: bool = False) -> "Console":
    """A Rich console that reads no markup, no emoji and highlights nothing; NO_COLOR and TERM=dumb are obeyed."""
    from rich.console import Console

    return Console(stderr=error, markup=False, emoji=False, highlight=False, soft_wrap=not error)


def say(text: str, *, quiet: bool = False) -> None:
    """A line or more for people, on standard error; nothing with --quiet."""
    if not quiet:
        sys.stderr.write(harmless(text) + "\n")


def confirmed(question: str, *, yes: bool) -> bool:
    """Whether the user agrees. Without a terminal there is nobody to ask: only --yes agrees."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(harmless(question) + " [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
