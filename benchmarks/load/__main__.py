"""`python -m benchmarks.load --data DIR`: the Chicago data set, from files to a graph that can be asked.

DIR holds the folder chicago_ft under the names of the mapping. Each step is a process of its own: the first load, the
same again by its digest, the same again with the digest not believed, --replace with one row in a hundred changed; on
the embedded engine, into Neo4j, and into Neo4j by the plain pattern of its driver.
"""

import argparse
import gzip
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import machine
from benchmarks.load.watching import Watched, folder_size, watched
from tests.engines.maven import running

MAPPING = Path(__file__).parents[2] / "loaders" / "mappings" / "chicago_ft.yaml"
_CHANGED = "chicago_ft/complaints-accused.csv.gz"


def main() -> None:
    """Measures and prints a table; the numbers also as JSON with --json."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds chicago_ft")
    parser.add_argument("--only", choices=["embedded", "neo4j", "plain"], help="one of the three")
    parser.add_argument("--json", type=Path, help="a file for the numbers")
    chosen = parser.parse_args()
    measured: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.only in (None, "embedded"):
            _own(folder, str(folder / "embedded"), chosen.data, "embedded", {}, measured)
            measured["embedded, first"]["bytes on disk"] = folder_size(folder / "embedded")
        for way in ("neo4j", "plain"):
            if chosen.only in (None, way):
                with running(["-Xmx2g"]) as server:
                    login = {"CROSSPROBE_PASSWORD": server.password}
                    if way == "neo4j":
                        _own(folder, server.address, chosen.data, way, login, measured)
                    else:
                        _plain(folder, server.address, chosen.data, login, measured)
    _say(measured)
    if chosen.json:
        chosen.json.write_text(json.dumps({"machine": machine(), "load": measured}, indent=1) + "\n", "utf-8")


def _own(
    folder: Path, address: str, data: Path, name: str, login: dict[str, str], measured: dict[str, dict[str, float]]
) -> None:
    load = [sys.executable, "-m", "crossprobe", "load", "table", str(MAPPING), "-d", address, "--data"]
    changed = folder / "changed"
    if not changed.exists():
        _change(data, changed)
    again = [sys.executable, "-m", "benchmarks.load.own", address, str(MAPPING), str(data)]
    steps = {
        "first": [*load, str(data)],
        "by digest": [*load, str(data)],
        "unchanged": again,
        "1 % replaced": [*load, str(changed), "--replace"],
    }
    for step, command in steps.items():
        taken = watched(command, _environment(folder, login))
        measured[f"{name}, {step}"] = _row(taken)
        if step == "first":
            sys.stdout.write(taken.output)
            facts = sum(int(line.split("\t")[2]) for line in taken.output.splitlines() if line.startswith("all\t"))
            measured[f"{name}, first"]["rows/s"] = round(facts / taken.seconds)


def _plain(
    folder: Path, address: str, data: Path, login: dict[str, str], measured: dict[str, dict[str, float]]
) -> None:
    for step in ("first", "again"):
        command = [sys.executable, "-m", "benchmarks.load.plain", address, str(MAPPING), str(data)]
        taken = watched(command, _environment(folder, login))
        written, seconds = taken.output.split()
        measured[f"plain pattern, {step}"] = {
            **_row(taken), "seconds of writing": float(seconds), "rows/s": round(int(written) / taken.seconds),
        }  # fmt: skip


def _change(data: Path, changed: Path) -> None:
    """A copy in which every hundredth row of the accused has another outcome."""
    shutil.copytree(data / "chicago_ft", changed / "chicago_ft")
    lines = gzip.decompress((data / _CHANGED).read_bytes()).decode().split("\n")
    place = lines[0].split(",").index("final_outcome")
    for number in range(1, len(lines) - 1, 100):
        cells = lines[number].split(",")
        if len(cells) == len(lines[0].split(",")):
            cells[place] = "Reprimand" if cells[place] != "Reprimand" else ""
            lines[number] = ",".join(cells)
    (changed / _CHANGED).write_bytes(gzip.compress("\n".join(lines).encode(), compresslevel=1))


def _row(taken: Watched) -> dict[str, float]:
    return {"seconds": round(taken.seconds, 1), "processor": round(taken.processor, 1), "MiB": round(taken.memory)}


def _environment(folder: Path, login: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
    return {**kept, "HOME": str(folder), **login}


def _say(measured: dict[str, dict[str, float]]) -> None:
    names = ("seconds", "processor", "MiB", "rows/s", "seconds of writing", "bytes on disk")
    rows = [f"| {step} | {' | '.join(str(each.get(name, '')) for name in names)} |" for step, each in measured.items()]
    sys.stdout.write("\n".join([f"| | {' | '.join(names)} |", "|---" * 7 + "|", *rows]) + "\n")


if __name__ == "__main__":
    main()
