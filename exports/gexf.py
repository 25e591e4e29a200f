"""GEXF 1.2, Gephi's own format: every statement an edge with its id and type. Lists are JSON arrays in a text."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO
from xml.etree.ElementTree import iterparse

from exports.about import About, about_text
from exports.tables import RecordTable, StatementTable, record_tables, statement_tables
from exports.values import text_of
from exports.xml_text import escaped
from graph.model.properties import Property, PropertyType
from graph.redaction.cells import Cell
from graph.sentences import called
from graph.subgraph import Row, Subgraph

_NAMESPACE = "http://www.gexf.net/1.2draft"
_TYPES = {PropertyType.INTEGER: "long", PropertyType.NUMBER: "double", PropertyType.BOOLEAN: "boolean"}
_Ids = dict[tuple[str, str], str]


def write(subgraph: Subgraph, about: About, path: Path) -> None:
    """Writes the subgraph to the file `path`. A node's label is what its record is called."""
    records, statements = list(record_tables(subgraph)), list(statement_tables(subgraph))
    of_nodes, of_edges = _ids(records), _ids(statements)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="{_NAMESPACE}" version="1.2">\n')
        out.write(
            f"<meta><creator>crossprobe</creator><description>{escaped(about_text(about))}</description></meta>\n"
        )
        out.write('<graph mode="static" defaultedgetype="directed">\n')
        _declare(out, "node", "kind", of_nodes)
        _declare(out, "edge", "type", of_edges)
        out.write("<nodes>\n")
        for kind in records:
            for record in kind.rows:
                label = escaped(called(kind.label, record.properties))
                values = _values(kind.label, kind.properties, record.properties, of_nodes)
                out.write(f'<node id="{escaped(record.id)}" label="{label}">{values}</node>\n')
        out.write("</nodes>\n<edges>\n")
        for type_ in statements:
            for each in type_.rows:
                ends = f'source="{escaped(each.from_id)}" target="{escaped(each.to_id)}" label="{type_.type}"'
                values = _values(type_.type, type_.properties, each.properties, of_edges)
                out.write(f'<edge id="{escaped(each.id)}" {ends}>{values}</edge>\n')
        out.write("</edges>\n</graph>\n</gexf>\n")


def read_back(path: Path) -> Iterator[Cell]:
    """Every value of a finished file."""
    names: dict[str, str] = {}
    for _, element in iterparse(path):  # noqa: S314 - a file that was just written here
        tag = element.tag.rpartition("}")[2]
        if tag == "attribute":
            names[element.attrib["id"]] = element.attrib["title"]
        elif tag == "description":
            for line in (element.text or "").splitlines():
                name, _, value = line.partition(": ")
                yield Cell("", name, value)
        elif tag in ("node", "edge"):
            values = [(names[each.attrib["for"]], each.attrib["value"]) for each in element[0]]
            owner = values[0][1]
            yield Cell(owner, "id", element.attrib["id"])
            if tag == "edge":
                yield Cell(owner, "from_id", element.attrib["source"])
                yield Cell(owner, "to_id", element.attrib["target"])
            else:
                yield Cell("", "label", element.attrib["label"])
            yield from (Cell(owner, name, value) for name, value in values[1:])
            element.clear()


def _ids(tables: Iterable[RecordTable | StatementTable]) -> _Ids:
    """An attribute for each name and type, since a name may have two types in two kinds; 0 is the kind or type."""
    ids: _Ids = {}
    for table in tables:
        for each in table.properties:
            if each.name != "id":
                ids.setdefault((each.name, _TYPES.get(each.type, "string")), str(len(ids) + 1))
    return ids


def _declare(out: TextIO, what: str, owner: str, ids: _Ids) -> None:
    out.write(f'<attributes class="{what}">\n<attribute id="{what}0" title="{owner}" type="string"/>\n')
    for (name, kind), identifier in ids.items():
        out.write(f'<attribute id="{what}{identifier}" title="{name}" type="{kind}"/>\n')
    out.write("</attributes>\n")


def _values(owner: str, properties: Iterable[Property], row: Row, ids: _Ids) -> str:
    what = "edge" if owner.isupper() else "node"
    values = [f'<attvalue for="{what}0" value="{owner}"/>']
    for each in properties:
        value = row.get(each.name)
        if value is not None and each.name != "id":
            identifier = ids[each.name, _TYPES.get(each.type, "string")]
            values.append(f'<attvalue for="{what}{identifier}" value="{escaped(text_of(value))}"/>')
    return f"<attvalues>{''.join(values)}</attvalues>"
