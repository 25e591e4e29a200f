"""`python -m benchmarks.identity.world --officers N --folder DIR [--json]`: who recurs in the invented world, when
nobody has decided yet, after `--accept 0.99`, and after a reviewer who is never wrong has decided on what waits.

The world is made, its casebooks are loaded without its decisions, and everything after that is asked of crossprobe. DIR
keeps all of it: run it again and what is loaded already is not loaded again.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.identity.product import crossprobe, lines
from examples.world.generate import generate
from examples.world.truth import records, statements
from graph.identity.decisions import decision

ACCEPT = "0.99"
_SEED = 7


def main() -> None:
    """Measures one world and prints it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.identity.world", description=__doc__)
    parser.add_argument("--officers", type=int, default=10_000, help="how many officers the world has")
    parser.add_argument("--folder", type=Path, required=True, help="a folder for the world and its database")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    world = arguments.folder / f"world-{arguments.officers}"
    if not (world / "truth" / "world.json").exists():
        generate(world, officers=arguments.officers, seed=_SEED)
    measured = measure(world)
    print(json.dumps(measured, indent=1) if arguments.json else table(measured))


def measure(world: Path) -> dict[str, Any]:
    """Loads what is not loaded yet, and asks who recurs before and after each step."""
    for folder in sorted(each for each in (world / "casebooks").iterdir() if each.is_dir()):
        loaded = world / f"loaded-{folder.name}"
        if not loaded.exists():
            crossprobe(world, "load", "casebook", str(folder), "--vocabulary", str(world / "vocabularies"))
            loaded.touch()
    people = {each.id: each.truth for each in records(world)}
    truly = _recurring(world, people)
    steps = {"nobody has decided": _found(world, people, truly)}
    crossprobe(world, "link", "suggest", "--accept", ACCEPT)
    steps[f"after --accept {ACCEPT}"] = _found(world, people, truly)
    waiting = lines(world, "link", "list", "--format", "jsonl")
    decisions = world / "reviewer.jsonl"
    decisions.write_text("".join(f"{each}\n" for each in _reviewed(waiting, people)), encoding="utf-8")
    crossprobe(world, "link", "restore", str(decisions))
    steps["after a perfect reviewer"] = _found(world, people, truly)
    return {"recurring": len(truly), "reviewed": len(waiting), "steps": steps}


def table(measured: dict[str, Any]) -> str:
    """The same as a page."""
    rows = ["| | counted as recurring | precision | recall |", "|---|---|---|---|"]
    for name, each in measured["steps"].items():
        rows.append(f"| {name} | {each['counted']} | {each['precision']:.4f} | {each['recall']:.4f} |")
    told = f"{measured['recurring']} officers truly recur; the reviewer decided on {measured['reviewed']} pairs"
    return "\n".join([*rows, "", told])


def _recurring(world: Path, people: dict[str, str | None]) -> frozenset[str]:
    """Who is stated, by any source, to be a subject of two separate investigations, by the truth of who is who."""
    cases = defaultdict(set)
    for each in statements(world):
        if each.type == "SUBJECT_OF" and each.from_id.startswith("officer:"):
            cases[people[each.from_id]].add(people[each.to_id])
    return frozenset(person for person, known in cases.items() if person and len(known) > 1)


def _found(world: Path, people: dict[str, str | None], truly: frozenset[str]) -> dict[str, Any]:
    """Whom crossprobe counts. A row is right where the officer truly recurs; two rows of one person find one."""
    rows = lines(world, "query", "run", "recurring-officers", "--format", "jsonl")
    counted = [people[row["officer"]] for row in rows]
    right = sum(each in truly for each in counted)
    return {
        "counted": len(rows),
        "precision": round(right / len(rows), 5) if rows else 0.0,
        "recall": round(len(truly & set(counted)) / len(truly), 5),
    }


def _reviewed(waiting: list[dict[str, Any]], people: dict[str, str | None]) -> Iterator[str]:
    """A decision on everything that waits, as `link dump` would write it."""
    for number, each in enumerate(waiting):
        same = people[each["left"]] is not None and people[each["left"]] == people[each["right"]]
        at = f"2026-01-01T00:00:00.{number:06}Z"
        made = decision(
            each["left"], each["right"], "same" if same else "different", by="reviewer", at=at, reason="The truth."
        )
        yield json.dumps({name: value for name, value in made.row().items() if value is not None})


if __name__ == "__main__":
    main()
