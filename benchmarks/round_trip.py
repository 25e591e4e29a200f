"""How long the command takes to hand out a whole database and to bring it back, and how much memory.

`python -m benchmarks.round_trip DATABASE [FORMAT...]`: each format once; `jsonl` is loaded into an empty database too,
and what that holds must have the same digest. DATABASE is the folder of an embedded database; a copy of it is read.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.load.watching import Watched, folder_size, watched
from exports.formats import FORMATS


def main() -> None:
    """Prints seconds, processor seconds and the most memory that all processes held, line by line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.round_trip", description=main.__doc__)
    parser.add_argument("database", type=Path, metavar="DATABASE", help="the folder of an embedded database")
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"{', '.join(FORMATS)}; else jsonl")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.formats) - set(FORMATS)):
        parser.error(f"no such format: {', '.join(unknown)}")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
        environment = {**own, "HOME": name}
        shutil.copytree(arguments.database, home / "database")
        for each in arguments.formats or ["jsonl"]:
            file = home / f"out{FORMATS[each].suffix}"
            taken = _run(environment, "export", "--all", "-o", str(file), "--as", each, "-d", f"{name}/database")
            size = file.stat().st_size if file.is_file() else folder_size(file)
            _say(f"export --as {each}, {size / 2**20:.0f} MiB", taken)
            if each == "jsonl":
                _bring_back(environment, file)


def _bring_back(environment: Mapping[str, str], file: Path) -> None:
    there, again = f"{file.parent}/there", file.with_name("again.jsonl")
    _say("load graph", _run(environment, "load", "graph", str(file), "-d", there))
    _say("the same again", _run(environment, "load", "graph", str(file), "-d", there))
    _run(environment, "export", "--all", "-o", str(again), "-d", there)
    print("the digest is the same" if _digest(file) == _digest(again) else "THE DIGEST IS ANOTHER ONE", flush=True)


def _run(environment: Mapping[str, str], *arguments: str) -> Watched:
    return watched([sys.executable, "-m", "crossprobe", *arguments, "-q"], environment)


def _say(what: str, taken: Watched) -> None:
    told = f"{taken.seconds:.1f} s, {taken.processor:.1f} s of processor, {taken.memory:.0f} MiB"
    print(f"{what}: {told}", flush=True)


def _digest(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return str(json.loads(next(lines))["digest"])


if __name__ == "__main__":
    main()
