"""The lists of rejected rows, which hold what sources say of people: what names an erased record goes from them."""

import os
from collections.abc import Sequence
from pathlib import Path

from graph.names import folded
from graph.subgraph import SubgraphRecord

_NAMING = ("name", "first_name", "last_name", "number", "handle")


def without_traces(folder: Path, erased: Sequence[SubgraphRecord]) -> int:
    """Takes every line out that holds a whole name or number of the records; how many that were."""
    texts = {folded(str(each.properties[name])) for each in erased for name in _NAMING if each.properties.get(name)}
    removed = 0
    for file in sorted(folder.glob("*.jsonl")):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not any(f" {text} " in f" {folded(line)} " for text in texts if text)]
        if len(kept) < len(lines):
            removed += len(lines) - len(kept)
            new = file.with_suffix(".new")
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as out:
                out.writelines(kept)
            new.replace(file)
    return removed
