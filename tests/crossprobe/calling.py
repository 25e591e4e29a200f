"""Calling the command line: in this process, or as a process of its own where behaviour is about processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Called:
    """How a command line ended and what it wrote."""

    code: int
    out: str
    err: str


Caller = Callable[..., Called]

COMMAND = [sys.executable, "-m", "crossprobe"]


def environment(home: Path, cache: Path, **more: str) -> dict[str, str]:
    """The environment of a process whose folders lie in `home`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE")}
    return {**kept, **folders, "XDG_CACHE_HOME": str(cache), "COLUMNS": "100", **more}


def process(
    *arguments: str, home: Path, cache: Path, seconds: float = 120, **more: str
) -> subprocess.CompletedProcess[str]:
    """Runs a command line as a process, without a terminal and with nothing to read."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment(home, cache, **more),
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )


def log_of(state: Path) -> list[dict[str, Any]]:
    """The lines of the access log in a state folder; none where there is no log."""
    file = state / "crossprobe" / "access-log.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
