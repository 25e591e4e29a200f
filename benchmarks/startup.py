"""How long a person waits: for the version, for help, and cold for the first answer on the example database."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.harness import Measured, measure

QUERY = "recurring-officers"


def measured(*, runs: int) -> list[Measured]:
    """Whole processes, each with folders of its own: nothing but what a fresh user has, and the disk's cache."""
    with tempfile.TemporaryDirectory() as name:
        recorded, fresh = Path(name) / "recorded", Path(name) / "fresh"
        database = Path(name) / "articles"
        for home in (recorded, fresh):
            home.mkdir()
        _crossprobe("load", "casebook", str(_casebooks()), "-d", str(database), home=recorded)()
        _record_start(recorded)
        asked = ("query", "run", QUERY, "-d", str(database))
        return measure(
            {
                "--version": _crossprobe("--version", home=fresh),
                "--help": _crossprobe("--help", home=fresh),
                "first answer, start recorded": _crossprobe(*asked, home=recorded),
                "first answer, start not recorded": _crossprobe(*asked, home=fresh),
            },
            runs=runs,
        )


def _casebooks() -> Path:
    return Path(__file__).parent.parent / "examples" / "articles"


def _crossprobe(*arguments: str, home: Path) -> Callable[[], object]:
    command = [sys.executable, "-m", "crossprobe", *arguments]
    return lambda: subprocess.run(command, env=_environment(home), check=True, capture_output=True)


def _record_start(home: Path) -> None:
    text = "from graph.stores.embedded import record_startup_cache; record_startup_cache(wait=True)"
    subprocess.run([sys.executable, "-c", text], env=_environment(home), check=True)


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
    return {**kept, "HOME": str(home)}
