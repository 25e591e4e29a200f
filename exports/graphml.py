"""GraphML: typed attributes, every statement an edge of its own with its id; read by Gephi, networkx, igraph, yEd.

A list is a JSON array in a text. `kind` is the record's label, `type` the statement's. Denials, decisions,
suggestions and loads are nodes without edges, as they are in the database.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO
from xml.etree.ElementTree import iterparse

from exports.about import About
from exports.tables import RecordTable, StatementTable, record_tables, statement_tables
from exports.values import text_of
from exports.xml_text import escaped
from graph.model.properties import Property, PropertyType
from graph.redaction.cells import Cell
from graph.subgraph import Row, Subgraph

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {PropertyType.INTEGER: "long", PropertyType.NUMBER: "double", PropertyType.BOOLEAN: "boolean"}


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the subgraph to the file `path`."""
    records, statements = list(record_tables(subgraph)), list(statement_tables(subgraph))
    keys_of_nodes, keys_of_edges = _Keys("node", records), _Keys("edge", statements)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n')
        for name in about:
            out.write(f'<key id="g_{name}" for="graph" attr.name="{name}" attr.type="string"/>\n')
        keys_of_nodes.declare(out, "kind")
        keys_of_edges.declare(out, "type")
        out.write('<graph id="subgraph" edgedefault="directed">\n')
        for name, value in about.items():
            out.write(f'<data key="g_{name}">{escaped(text_of(value))}</data>\n')
        for records_of_kind in records:
            _write_nodes(out, records_of_kind, keys_of_nodes)
        for statements_of_type in statements:
            _write_edges(out, statements_of_type, keys_of_edges)
        out.write("</graph>\n</graphml>\n")


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished file."""
    names: dict[str, str] = {}
    for _, element in iterparse(path):  # noqa: S314 - a file that was just written here
        tag = element.tag.rpartition("}")[2]
        if tag == "key":
            names[element.attrib["id"]] = element.attrib["attr.name"]
        elif tag in ("node", "edge"):
            values = [(names[each.attrib["key"]], each.text or "") for each in element]
            owner = dict(values)["kind" if tag == "node" else "type"]
            yield Cell(owner, "id", element.attrib["id"])
            if tag == "edge":
                yield Cell(owner, "from_id", element.attrib["source"])
                yield Cell(owner, "to_id", element.attrib["target"])
            yield from (Cell(owner, name, value) for name, value in values[1:])
            element.clear()
        elif tag == "graph":
            for each in element.findall(f"{{{_NAMESPACE}}}data"):
                yield Cell("", names[each.attrib["key"]], each.text or "")


class _Keys:
    """The keys of nodes or of edges: one for each name and type, since a name may have two types in two kinds."""

    def __init__(self, what: str, tables: Iterable[RecordTable | StatementTable]) -> None:
        self._what = what
        self._ids: dict[tuple[str, str], str] = {}
        for table in tables:
            for each in _without_id(table.properties):
                self._ids.setdefault((each.name, _TYPES.get(each.type, "string")), f"{what[0]}{len(self._ids)}")

    def declare(self, out: TextIO, owner: str) -> None:
        """Writes the declarations; `owner` is the name of the attribute for the label or type."""
        out.write(f'<key id="{self._what}_{owner}" for="{self._what}" attr.name="{owner}" attr.type="string"/>\n')
        for (name, kind), key in self._ids.items():
            out.write(f'<key id="{key}" for="{self._what}" attr.name="{name}" attr.type="{kind}"/>\n')

    def opening(self, properties: Iterable[Property]) -> dict[str, str]:
        """The opening tag of each property's value."""
        return {
            each.name: f'<data key="{self._ids[each.name, _TYPES.get(each.type, "string")]}">'
            for each in _without_id(properties)
        }


def _write_nodes(out: TextIO, table: RecordTable, keys: _Keys) -> None:
    opening = keys.opening(table.properties)
    kind = f'<data key="node_kind">{table.label}</data>'
    for each in table.rows:
        out.write(f'<node id="{escaped(each.id)}">{kind}{_values(each.properties, opening)}</node>\n')


def _write_edges(out: TextIO, table: StatementTable, keys: _Keys) -> None:
    opening = keys.opening(table.properties)
    name = f'<data key="edge_type">{table.type}</data>'
    for each in table.rows:
        ends = f'source="{escaped(each.from_id)}" target="{escaped(each.to_id)}"'
        out.write(f'<edge id="{escaped(each.id)}" {ends}>{name}{_values(each.properties, opening)}</edge>\n')


def _values(row: Row, opening: dict[str, str]) -> str:
    return "".join(
        f"{opening[name]}{escaped(text_of(value))}</data>"
        for name, value in row.items()
        if value is not None and name in opening
    )


def _without_id(properties: Iterable[Property]) -> Iterator[Property]:
    return (each for each in properties if each.name != "id")
