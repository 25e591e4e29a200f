"""Who holds a database: a note for the next one who finds it locked. The engine's lock decides, the note informs."""

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from graph.errors import UnreachableError
from graph.stores.embedded.folder import HOLDER


def note(path: Path, purpose: str) -> None:
    """Writes who holds the database in the folder `path`, over whatever a killed process left there.

    Called while files are made for their owner only (folder.begin_private). A disk too full for it is no hindrance.
    """
    text = json.dumps({"command": purpose, "pid": os.getpid(), "since": _now()}, ensure_ascii=False)
    new = path / f"{HOLDER}.new"
    with suppress(OSError):
        new.write_text(text, encoding="utf-8")
        new.replace(path / HOLDER)


def forget(path: Path) -> None:
    """Removes the note."""
    with suppress(OSError):
        (path / HOLDER).unlink()


def held(path: Path) -> UnreachableError:
    """The error for whoever finds the database locked: one line that says by which command, process and since when."""
    try:
        found = json.loads((path / HOLDER).read_text(encoding="utf-8"))
        who = f"{_printable(found['command'])} (process {int(found['pid'])}, since {_printable(found['since'])})"
    except (OSError, ValueError, TypeError, KeyError):
        who = "another process"
    return UnreachableError(
        f"The database {path} is in use by {who}.", do="Wait until that has ended, or end it, and try again."
    )


def _now() -> str:
    return datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")


def _printable(value: object) -> str:
    return "".join(each for each in str(value)[:80] if each.isprintable())
