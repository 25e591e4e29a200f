"""What the page saves is exactly what was visible, and other programs read it."""

import io
import struct
from pathlib import Path

import networkx
import pytest

from graph.hidden_characters import with_hidden_shown
from tests.visualise.graphs import Told, label_of, ordinary
from tests.visualise.in_browser.conftest import Open
from visualise.picture import picture
from visualise.positions import read_positions


def _read(raw: bytes) -> "networkx.MultiDiGraph[str]":
    graph = networkx.read_graphml(io.BytesIO(raw), force_multigraph=True)
    assert isinstance(graph, networkx.MultiDiGraph)
    return graph


def test_graphml_and_csv_hold_exactly_what_was_visible(open_page: Open) -> None:
    told = ordinary()
    drawn = picture(told.subgraph(), label_of)
    page = open_page(told)
    graph = _read(page.saved("Graph (GraphML)"))
    assert set(graph.nodes) == {each.id for each in drawn.items}
    assert {key: (start, end) for start, end, key in graph.edges(keys=True)} == {
        each.id: (each.start, each.end) for each in drawn.links
    }
    assert (set(graph.nodes), {key for *_, key in graph.edges(keys=True)}) == page.seen()
    page.page.locator('[data-filter="SERVED_IN"]').click()
    fewer = _read(page.saved("Graph (GraphML)"))
    assert "SERVED_IN" not in {each["type"] for *_, each in fewer.edges(data=True)}
    assert (set(fewer.nodes), {key for *_, key in fewer.edges(keys=True)}) == page.seen()


def test_parallel_links_numbers_as_ids_and_any_script_survive(open_page: Open) -> None:
    told = Told()
    source = told.source()
    one, other = source.officer("007", name='Пётр <&> "7"'), source.investigation("x", name="事件 😀")
    for number in range(4):
        source.states(one, "SUBJECT_OF", other, key=str(number))
    page = open_page(told)
    graph = _read(page.saved("Graph (GraphML)"))
    assert graph.number_of_edges(one, other) == 4
    assert graph.nodes[one]["name"] == with_hidden_shown('Пётр <&> "7"')
    assert {each["name"] for each in page.rows("Items (CSV)")} == {'Пётр <&> "7"', "事件 😀"}


def test_pictures_carry_title_counts_date_and_marking(open_page: Open) -> None:
    page = open_page(ordinary(), title="Who <knows> whom", marking="OFFICIAL")
    svg = page.saved("Picture (SVG)").decode()
    for words in (
        "Who &lt;knows&gt; whom",
        "OFFICIAL",
        "8 of 8 items, 11 of 11 links",
        "An allegation is not a finding",
    ):
        assert words in svg
    png = page.saved("Picture (PNG)")
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width == 2400
    assert height > 600
    Path(__file__).resolve().parents[3].joinpath("build/screenshots").mkdir(parents=True, exist_ok=True)
    Path(__file__).resolve().parents[3].joinpath("build/screenshots/export.png").write_bytes(png)


def test_positions_come_back_by_the_option(open_page: Open, tmp_path: Path) -> None:
    told = ordinary()
    page = open_page(told)
    (tmp_path / "positions.json").write_bytes(page.saved("Positions (for --positions)"))
    kept = read_positions(tmp_path / "positions.json")
    drawn = picture(told.subgraph(), label_of, positions=kept)
    for each, (x, y) in picture(told.subgraph(), label_of).by_force.items():
        assert drawn.by_force[each] == pytest.approx((x, y), abs=1)
