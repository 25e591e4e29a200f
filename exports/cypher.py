"""Cypher for any engine: statements.jsonl holds one statement and its parameters a line, run.py runs them.

Constraints come first, then records, then statements; each can be run again. No value stands in a statement's text.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.about import About, about_text
from exports.identity_links import same_as
from exports.tables import nodes
from exports.values import text_of
from graph.ids import prefix_of
from graph.model import LABEL_OF_PREFIX
from graph.model.constraints import constraints
from graph.redaction.cells import Cell
from graph.subgraph import Subgraph

STATEMENTS, RUNNER, README = "statements.jsonl", "run.py", "README.txt"
ROWS = 1_000
"""Rows in one statement."""

_RECORDS = "UNWIND $rows AS row\nMERGE (n:{label} {{id: row.id}})\nSET n += row\nRETURN count(*) AS written"
_LINKS = (
    "UNWIND $rows AS row\nMATCH (a:{start} {{id: row.from_id}})\nMATCH (b:{end} {{id: row.to_id}})\n"
    "MERGE (a)-[r:{name} {{id: row.stated.id}}]->(b)\nSET r += row.stated\nRETURN count(*) AS written"
)


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the files into the folder `path`, which exists and is empty."""
    with (path / STATEMENTS).open("w", encoding="utf-8", errors="replace", newline="\n") as out:
        for text in constraints():
            out.write(_line(text, {}))
        for text, rows in (*_records(subgraph).items(), *_links(subgraph).items()):
            for start in range(0, len(rows), ROWS):
                out.write(_line(text, {"rows": rows[start : start + ROWS]}))
    (path / RUNNER).write_bytes(Path(__file__).with_name("cypher_runner.py").read_bytes())
    (path / README).write_text(about_text(about), "utf-8", "replace")


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished folder."""
    for line in (path / README).read_text("utf-8").splitlines():
        name, _, value = line.partition(": ")
        yield Cell("", name, value)
    with (path / STATEMENTS).open(encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            link = told["statement"].partition("[r:")[2].partition(" ")[0]
            owner = link or told["statement"].partition("(n:")[2].partition(" ")[0]
            for row in told["parameters"].get("rows", ()):
                values = {**row.pop("stated", {}), **row}
                yield from (Cell(owner, name, text_of(value)) for name, value in values.items())


def _records(subgraph: Subgraph) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in nodes(subgraph):
        groups[_RECORDS.format(label=each.label)].append(_stored(each.properties))
    return groups


def _links(subgraph: Subgraph) -> dict[str, list[dict[str, Any]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in subgraph.statements:
        row = {"from_id": each.from_id, "to_id": each.to_id, "stated": _stored(each.properties)}
        groups[_link(each.type, each.from_id, each.to_id)].append(row)
    for identifier, left, right in same_as(subgraph):
        row = {"from_id": left, "to_id": right, "stated": {"id": identifier}}
        groups[_link("SAME_AS", left, right)].append(row)
    return groups


def _link(name: str, from_id: str, to_id: str) -> str:
    start, end = (LABEL_OF_PREFIX[prefix_of(each)] for each in (from_id, to_id))
    return _LINKS.format(name=name, start=start, end=end)


def _stored(properties: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of the subgraph
    return {name: value for name, value in properties.items() if value is not None}


def _line(statement: str, parameters: dict[str, Any]) -> str:
    return json.dumps({"statement": statement, "parameters": parameters}, ensure_ascii=False) + "\n"
