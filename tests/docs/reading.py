"""The fenced blocks of a Markdown page: files it shows, commands it gives, and what it says they print.

```sh holds commands, one a line. ```text right after it is what they print on standard output, `...` standing for any
lines. ```yaml file=NAME is a file that the commands below it find in their folder.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w*)[ \t]*(?:file=(\S+))?[ \t]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, the file it stands for (or nothing), its text and its line in the page."""

    language: str
    file: str
    text: str
    line: int

    @property
    def commands(self) -> list[str]:
        """The commands of a sh block, continuation lines joined, comments left out."""
        lines = self.text.replace("\\\n", " ").splitlines()
        return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def blocks(page: Path) -> list[Block]:
    """All fenced blocks of the page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(match[1], match[2] or "", match[3], text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    ]


def agrees(shown: str, printed: str) -> bool:
    """Whether what was printed is what the page shows; a line `...` in the page stands for any lines."""
    parts = re.split(r"^\.\.\.$", _trimmed(shown), flags=re.MULTILINE)
    pattern = r"(?:.*\n)*?".join(re.escape(part.strip("\n") + "\n" if part.strip("\n") else "") for part in parts)
    return re.fullmatch(pattern, _trimmed(printed) + "\n") is not None


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
