"""--redact and --key: how little of the people a page or a file is to tell, and under which key."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from graph.redaction.keys import Key
    from graph.redaction.redacting import Redacted
    from graph.subgraph import Subgraph

_PANEL = "Hand on"


class LevelOption(Enum):
    """The levels of graph.redaction, each stricter than the one before."""

    NAMES = "names"
    PERSONS = "persons"
    STRUCTURE = "structure"


Redact = Annotated[
    LevelOption | None,
    typer.Option(
        "--redact",
        help="names: nobody is named; persons: nor told by dates, places, small numbers; structure: who with whom.",
        rich_help_panel=_PANEL,
    ),
]
KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key", metavar="FILE", help="The key of the pseudonyms; made where it is not there.", rich_help_panel=_PANEL
    ),
]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A level and a key, ready to use."""

    level: LevelOption
    key: "Key"

    def of(self, subgraph: "Subgraph", *, title: str) -> "Redacted":
        """The redacted subgraph, with what a check of the finished page or file needs."""
        from graph.redaction.levels import Level
        from graph.redaction.redacting import redact

        return redact(subgraph, Level(self.level.value), self.key, title=title)


def redaction(level: LevelOption | None, key: Path | None) -> Redaction | None:
    """What the options ask for; None where nothing is to be redacted.

    A key that is not there is made, and that is said. Raises UsageError where one option misses the other, and what
    reading a key raises.
    """
    from graph.errors import UsageError
    from graph.redaction.keys import make_key, read_key

    if (level is None) != (key is None):
        raise UsageError("--redact and --key go together.", do="Give both: --redact persons --key case.key")
    if level is None or key is None:
        return None
    if key.exists():
        return Redaction(level, read_key(key))
    say(f"{key} is a new key. Keep it: only with it do the same people get the same pseudonyms again.")
    return Redaction(level, make_key(key))
