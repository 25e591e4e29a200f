"""What is written is read back as it was: by our own readers, and by the programs that the formats are made for."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import networkx
import openpyxl
import pytest
from hypothesis import example, given, settings

from exports.about import about
from exports.formats import FORMATS, Format
from exports.values import text_of
from graph.redaction.cells import Cell
from graph.subgraph import Header, Subgraph, SubgraphRecord
from tests.exports.drawn import subgraphs

WHOLE_NUMBER = Subgraph(
    (SubgraphRecord("Statistic", {"id": "statistic:a", "canonical_id": "statistic:a", "value": 12.0}),),
    (), (), (), (), (), (), Header("A whole number", "--all", "2026-01-01T00:00:00Z"),
)  # fmt: skip


def written(format_: Format, subgraph: Subgraph, folder: str) -> Path:
    path = Path(folder) / f"file{format_.suffix}"
    if format_.is_folder:
        path.mkdir()
    format_.write(subgraph, about(subgraph, digest=subgraph.digest), path)
    return path


def cells_of(subgraph: Subgraph) -> Counter[Cell]:
    """Every value of the subgraph, as a reader of a file should meet it."""
    cells: Counter[Cell] = Counter()
    for record in subgraph.records:
        cells.update(Cell(record.label, name, text_of(value)) for name, value in record.properties.items())
    for each in subgraph.statements:
        cells.update(Cell(each.type, name, text_of(value)) for name, value in each.properties.items())
        cells.update([Cell(each.type, "from_id", each.from_id), Cell(each.type, "to_id", each.to_id)])
    return cells


@pytest.mark.parametrize("name", ["graphml", "jsonl", "csv", "csv-zip", "gexf", "cypher", "ftm", "neo4j-admin"])
@settings(max_examples=40)
@given(subgraph=subgraphs())
@example(subgraph=WHOLE_NUMBER)
def test_every_value_is_read_back(name: str, subgraph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        read = Counter(FORMATS[name].read_back(written(FORMATS[name], subgraph, folder)))
    assert Counter({cell: count for cell, count in read.items() if cell.owner}) == cells_of(subgraph)
    said = {cell.name: cell.value for cell in read if not cell.owner}
    assert said["digest"] == subgraph.digest
    assert said["records"] == str(len(subgraph.records))


@settings(max_examples=40)
@given(subgraph=subgraphs())
def test_networkx_reads_graphml_and_gexf_with_types_and_parallel_edges(subgraph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        graphml: Any = networkx.read_graphml(written(FORMATS["graphml"], subgraph, folder), force_multigraph=True)
        gexf: Any = networkx.read_gexf(written(FORMATS["gexf"], subgraph, folder))
    for read in (graphml, gexf):
        assert read.is_directed()
        assert set(read.nodes) == {each.id for each in subgraph.records}
        for each in subgraph.records:
            assert _without(read.nodes[each.id]) == _plain(each.properties) | {"kind": each.label}
    assert {(a, b, key) for a, b, key in graphml.edges(keys=True)} == _edges(subgraph)
    for link in subgraph.statements:
        stated = _without(graphml.edges[link.from_id, link.to_id, link.id])
        assert stated == _plain(link.properties) | {"type": link.type}
    assert {(a, b, values["id"]) for a, b, values in gexf.edges(data=True)} == _edges(subgraph)


@settings(max_examples=25)
@given(subgraph=subgraphs())
def test_a_spreadsheet_s_cells_hold_the_values_and_no_formula(subgraph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        book = openpyxl.load_workbook(written(FORMATS["xlsx"], subgraph, folder))
    cells: Counter[Cell] = Counter()
    for sheet in book.worksheets[1:]:
        heading, *rows = sheet.iter_rows()
        for row in rows:
            for head, cell in zip(heading, row, strict=True):
                if cell.value is not None:
                    assert cell.data_type != "f"
                    assert cell.hyperlink is None
                    cells[Cell(sheet.title, str(head.value), text_of(cell.value))] += 1
    assert cells == cells_of(subgraph)


@settings(max_examples=25)
@given(subgraph=subgraphs())
def test_a_csv_file_begins_with_a_mark_and_no_cell_is_run_as_a_formula(subgraph: Subgraph) -> None:
    with TemporaryDirectory() as folder, ZipFile(written(FORMATS["csv-zip"], subgraph, folder)) as archive:
        for name in archive.namelist():
            raw = archive.read(name)
            assert raw.startswith(b"\xef\xbb\xbf")
            for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")):
                for cell in row:
                    assert not cell.startswith(("=", "+", "@", "\t", "\r"))
                    assert not cell.startswith("-") or float(cell) < 0


def _edges(subgraph: Subgraph) -> set[tuple[str, str, str]]:
    return {(each.from_id, each.to_id, each.id) for each in subgraph.statements}


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        for name, value in properties.items()
        if name != "id"
    }


def _without(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in ("id", "label")}
