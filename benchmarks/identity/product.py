"""The product's own path: each release by `load table` and a mapping made for it, then `link suggest`, then its words.

Every step is a process of its own, with folders of its own, as a user would run it.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.identity.releases import Pairs, Releases
from graph import ids

VOCABULARY = Path(__file__).resolve().parents[2] / "loaders" / "mappings" / "vocabularies" / "us.police.yaml"


SOME_REJECTED = 5
"""How a load ends that leaves out rows with impossible values: their people are then found by nobody."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the product made of two releases: the pairs linked at each `--accept`, the pairs left to a person, seconds
    of loading and of suggesting, and the most memory a process held, in MiB."""

    accepted: dict[float, Pairs]
    review: Pairs
    load_seconds: float
    suggest_seconds: float
    peak_mib: float


def outcome(releases: Releases, folder: Path, *, accept: tuple[float, ...]) -> Outcome:
    """Runs it in the empty `folder`; `accept` from the strictest to the most lenient."""
    loading = time.perf_counter()
    sides = {side: _loaded(releases, side, folder) for side in "ab"}
    suggesting = time.perf_counter()
    crossprobe(folder, "link", "suggest")
    suggested = time.perf_counter()
    local = {record: (side, own) for side, known in sides.items() for record, own in known.items()}
    accepted = {}
    for each in accept:
        crossprobe(folder, "link", "suggest", "--accept", str(each))
        accepted[each] = _pairs(lines(folder, "link", "dump"), "left_id", "right_id", local)
    waiting = _pairs(lines(folder, "link", "list", "--format", "jsonl"), "left", "right", local)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Outcome(accepted, waiting, suggesting - loading, suggested - suggesting, round(peak))


def _loaded(releases: Releases, side: str, folder: Path) -> dict[str, str]:
    """Loads one release and gives its local ids by record id."""
    source = f"release-{side}"
    data = folder / f"data-{side}"
    data.mkdir()
    shutil.copyfile(releases.file(side), data / "release.csv.gz")
    shutil.copyfile(VOCABULARY, data / VOCABULARY.name)
    mapping = data / "mapping.yaml"
    mapping.write_text(json.dumps(_mapping(source), indent=1), encoding="utf-8")  # JSON is YAML too
    crossprobe(folder, "load", "table", str(mapping), "--data", str(data))
    own = (releases.a if side == "a" else releases.b)["id"].to_list()
    return {ids.record_id("officer", source, [each]): each for each in own}


def _mapping(source: str) -> dict[str, Any]:
    officer = {
        "kind": "Officer",
        "table": "release",
        "key": ["{id}"],
        "properties": {
            "first_name": "{first_name}",
            "middle_initial": "{middle_initial}",
            "last_name": "{last_name}",
            "suffix": "{suffix}",
            "birth_year": {"text": "{birth_year}", "whole": True, "unknown": "leave_out"},
            "gender": "{gender}",
            "ethnicity": "{race}",
            "appointed": {"text": "{appointed_date}", "unknown": "leave_out"},
            "number": {"text": "{star}", "whole": True, "unknown": "leave_out"},
            "number_kind": "star",
        },
    }
    force = {"kind": "Force", "code": "us.police/chicago"}
    served = {"type": "SERVED_IN", "table": "release", "from": {"record": "officer"}}
    return {
        "source": {"id": source, "title": source, "kind": "foi_answer", "published": "2024-01-01"},
        "vocabularies": [VOCABULARY.name],
        "tables": {"release": {"file": "release.csv.gz"}},
        "records": {
            "officer": officer,
            "unit": {
                "kind": "Body",
                "table": "release",
                "where": [{"column": "unit", "present": True}],
                "key": ["{unit}"],
                "properties": {"name": "Unit {unit}"},
            },
        },
        "statements": [
            {**served, "to": force, "properties": {"rank_as_stated": "{rank}"}},
            {**served, "where": [{"column": "unit", "present": True}], "to": {"record": "unit"}},
        ],
    }  # fmt: skip


def _pairs(lines: list[dict[str, Any]], left: str, right: str, local: dict[str, tuple[str, str]]) -> Pairs:
    """The pairs of the two releases; those of one release (somebody listed twice) are not what is measured."""
    found = [dict((local[line[left]], local[line[right]])) for line in lines if line.get("judgement") != "different"]
    return frozenset((each["a"], each["b"]) for each in found if len(each) == 2)


def lines(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a command prints as JSON lines."""
    return [json.loads(line) for line in crossprobe(folder, *arguments).splitlines()]


def crossprobe(folder: Path, *arguments: str) -> str:
    """Runs the command on the database in the folder, which is also its home; gives what it prints."""
    command = [sys.executable, "-m", "crossprobe", *arguments, "-d", str(folder / "database")]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
    done = subprocess.run(command, env={**kept, "HOME": str(folder)}, capture_output=True, text=True, check=False)
    if done.returncode not in (0, SOME_REJECTED):
        raise SystemExit(f"crossprobe {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout
