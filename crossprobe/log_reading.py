"""The access log read again: what was asked beside what was answered, and what was typed unsealed."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossprobe.log_chain import entry_of
from crossprobe.sealing import LocalKey
from graph.errors import CrossprobeError, NotFoundError


@dataclass(frozen=True, slots=True)
class Look:
    """One call: its *asked* line, and what was answered; nothing where the process was killed in between."""

    asked: dict[str, Any]
    answered: dict[str, Any]
    typed: dict[str, Any]


def raw_lines(path: Path) -> list[bytes]:
    """The lines of a log with their line feeds. Raises NotFoundError, CrossprobeError where it cannot be read."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise NotFoundError(f"The access log {path} does not exist.", do="Check the name.") from None
    except OSError as error:
        raise CrossprobeError(f"The access log {path} cannot be read: {error.strerror}.") from None
    *whole, rest = raw.split(b"\n")
    return [*(each + b"\n" for each in whole), *([rest] if rest else [])]


def looks(path: Path, key: LocalKey) -> Iterator[Look]:
    """Every call in the order in which they were asked."""
    entries = [entry for entry in map(entry_of, raw_lines(path)) if entry]
    answered = {entry.get("call"): entry for entry in entries if entry.get("entry") == "answered"}
    for entry in entries:
        if entry.get("entry") == "asked":
            yield Look(entry, answered.get(entry.get("call"), {}), _typed(entry, key))


def unsealed_lines(path: Path, key: LocalKey) -> Iterator[str]:
    """Every entry as it stands there, with what was typed in clear beside its seal."""
    for entry in map(entry_of, raw_lines(path)):
        if entry:
            typed = _typed(entry, key)
            yield json.dumps({**entry, "typed": typed} if typed else entry, ensure_ascii=False)


def _typed(entry: dict[str, Any], key: LocalKey) -> dict[str, Any]:
    sealed = entry.get("sealed")
    if not isinstance(sealed, str):
        return {}
    try:
        return key.unsealed(sealed)
    except CrossprobeError:
        return {"unreadable": "sealed under another key"}
