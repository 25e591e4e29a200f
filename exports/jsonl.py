"""JSON lines, our own format: complete and versioned, so that `load graph` brings back what was taken out.

The first line says what the file is; then one line a record and one a statement, each with every stored property.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.about import GROUPS, About
from exports.values import text_of
from graph.redaction.cells import Cell
from graph.subgraph import Row, Subgraph

FORMAT = "crossprobe subgraph"


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the subgraph to the file `path`."""
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as out:
        out.write(_line({"format": FORMAT, **about}))
        for group in GROUPS:
            if group != "statements":
                for each in getattr(subgraph, group):
                    out.write(_line({"in": group, "label": each.label, "properties": _stored(each.properties)}))
        for each in subgraph.statements:
            ends = {"from": each.from_id, "to": each.to_id}
            out.write(_line({"in": "statements", "type": each.type, **ends, "properties": _stored(each.properties)}))


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished file."""
    with path.open(encoding="utf-8", errors="surrogatepass") as lines:
        for name, value in json.loads(next(lines)).items():
            yield Cell("", name, text_of(value))
        for line in lines:
            told = json.loads(line)
            owner = told.get("label") or told["type"]
            for name in ("from", "to"):
                if name in told:
                    yield Cell(owner, f"{name}_id", told[name])
            for name, value in told["properties"].items():
                yield Cell(owner, name, text_of(value))


def _stored(properties: Row) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
