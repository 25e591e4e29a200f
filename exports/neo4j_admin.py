"""A folder for `neo4j-admin database import full`: the fastest way of a large graph into Neo4j.

Each kind and each type has a header and a data file; import.args holds the arguments, README.txt the command. Text
is always quoted, so that empty text and nothing stay apart. List items are parted by the unit separator, U+001F.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from exports.about import About, about_text
from exports.identity_links import same_as
from exports.tables import record_tables, statement_tables
from exports.values import text_of
from graph.model.properties import Property, PropertyType
from graph.redaction.cells import Cell
from graph.subgraph import Row, Subgraph

ARGUMENTS, README = "import.args", "README.txt"
_UNIT = "\x1f"
_TYPES = {
    PropertyType.INTEGER: ":long",
    PropertyType.NUMBER: ":double",
    PropertyType.BOOLEAN: ":boolean",
    PropertyType.TEXTS: ":string[]",
}
_OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--bad-tolerance=0")
_COMMAND = """\
Into an empty database, with the server stopped, in this folder:

  neo4j-admin database import full @import.args --overwrite-destination neo4j

Then start it and make the indexes:  crossprobe init -d bolt://localhost:7687

"""


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the files into the folder `path`, which exists and is empty."""
    arguments = list(_OPTIONS)
    for records in record_tables(subgraph):
        columns = [each for each in records.properties if each.name != "id"]
        ids = (((each.id,), each.properties) for each in records.rows)
        _write(path, records.label, ("id:ID",), columns, ids)
        arguments.append(f"--nodes={records.label}={records.label}-header.csv,{records.label}.csv")
    for statements in statement_tables(subgraph):
        ends = (((each.from_id, each.to_id), each.properties) for each in statements.rows)
        _write(path, statements.type, (":START_ID", ":END_ID"), statements.properties, ends)
        arguments.append(f"--relationships={statements.type}={statements.type}-header.csv,{statements.type}.csv")
    links: list[tuple[tuple[str, ...], Row]] = [((left, right, each), {}) for each, left, right in same_as(subgraph)]
    if links:
        _write(path, "SAME_AS", (":START_ID", ":END_ID", "id"), (), links)
        arguments.append("--relationships=SAME_AS=SAME_AS-header.csv,SAME_AS.csv")
    (path / ARGUMENTS).write_text("\n".join(arguments) + "\n", "utf-8")
    (path / README).write_text(_COMMAND + about_text(about), "utf-8", "replace")


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished folder."""
    for line in (path / README).read_text("utf-8").removeprefix(_COMMAND).splitlines():
        name, _, value = line.partition(": ")
        yield Cell("", name, value)
    for header in sorted(path.glob("*-header.csv")):
        owner = header.name.removesuffix("-header.csv")
        columns = [(_property_of(each), each.endswith("[]")) for each in header.read_text("utf-8").strip().split(",")]
        with (path / f"{owner}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                for (column, is_list), value in zip(columns, row, strict=True):
                    if value:
                        yield Cell(owner, column, text_of(value.split(_UNIT)) if is_list else value)


def _property_of(column: str) -> str:
    return {":START_ID": "from_id", ":END_ID": "to_id"}.get(column, column.partition(":")[0])


def _write(
    path: Path, name: str, first: tuple[str, ...], properties: Iterable[Property], rows: Iterable[tuple[Any, Row]]
) -> None:
    columns = [(each.name, _FORMS.get(each.type, _quoted)) for each in properties]
    header = [*first, *(f"{each.name}{_TYPES.get(each.type, '')}" for each in properties)]
    (path / f"{name}-header.csv").write_text(",".join(header) + "\n", "utf-8")
    with (path / f"{name}.csv").open("w", encoding="utf-8", errors="replace", newline="") as out:
        for given, row in rows:
            cells = [_quoted(each) for each in given]
            for column, form in columns:
                value = row.get(column)
                cells.append("" if value is None else form(value))
            out.write(",".join(cells) + "\n")


def _quoted(value: Any) -> str:  # noqa: ANN401 - a stored text
    text = str(value)
    return '"' + text.replace('"', '""') + '"' if '"' in text else f'"{text}"'


def _truth(value: Any) -> str:  # noqa: ANN401 - a stored boolean
    return "true" if value else "false"


def _list(value: Any) -> str:  # noqa: ANN401 - a stored list
    return _quoted(_UNIT.join(str(each).replace(_UNIT, " ") for each in value))


_FORMS: dict[PropertyType, Callable[[Any], str]] = {
    PropertyType.INTEGER: str,
    PropertyType.NUMBER: text_of,
    PropertyType.BOOLEAN: _truth,
    PropertyType.TEXTS: _list,
}
