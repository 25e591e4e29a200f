"""`python -m benchmarks.page [--json FILE] [--runs N] [--without-stock]`: the page at 300, 1,000 and 5,000 items."""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.harness import machine
from benchmarks.page.graphs import graph_of
from benchmarks.page.in_browser import chromium, ours, stock
from graph.subgraph import Subgraph
from graph.vocabulary import label_of
from visualise.page import page
from visualise.picture import picture

SIZES = (300, 1_000, 5_000)


def main() -> None:
    """Builds and opens each page on this machine, which should have nothing else to do."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how often each is opened")
    parser.add_argument("--json", type=Path, help="a file for the numbers")
    parser.add_argument("--without-stock", action="store_true", help="leave out stock pyvis")
    arguments = parser.parse_args()
    described = machine()
    print(_head(described))
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for items in SIZES:
            subgraph = graph_of(items)
            file = Path(folder) / f"{items}.html"
            built = _built(subgraph, file)
            runs = [ours(browser, file) for _ in range(arguments.runs)]
            rows.append({"items": items, "page": "crossprobe", "build": built, **_medians(runs)})
            print(_line(rows[-1]), flush=True)
            if not arguments.without_stock:
                other = Path(folder) / f"{items}-stock.html"
                built = _stock(subgraph, other)
                rows.append({"items": items, "page": "stock pyvis", "build": built, **stock(browser, other)})
                print(_line(rows[-1]), flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps({"machine": described, "rows": rows}, indent=1) + "\n", "utf-8")


def _built(subgraph: Subgraph, file: Path) -> float:
    page(picture(graph_of(10), label_of), "crossprobe")  # what is imported and compiled once
    begun = time.perf_counter()
    file.write_text(page(picture(subgraph, label_of), "crossprobe"), "utf-8")
    return round(time.perf_counter() - begun, 2)


def _stock(subgraph: Subgraph, file: Path) -> float:
    from pyvis.network import Network

    begun = time.perf_counter()
    network = Network(directed=True, cdn_resources="in_line")
    for record in subgraph.records:
        network.add_node(record.id, label=str(record.properties.get("name") or record.id))
    for each in subgraph.statements:
        network.add_edge(each.from_id, each.to_id)
    file.write_text(network.generate_html(), "utf-8")
    return round(time.perf_counter() - begun, 2)


def _medians(runs: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: round(statistics.median(each[name] for each in runs), 3) for name in runs[0]}


def _head(described: dict[str, Any]) -> str:
    return "\n".join(
        [
            f"{described['processor']}, {described['cores']} cores, load {described['load_before']},",
            f"{described['system']}, {described['taken_at']}",
            "",
            "| items | page | build s | first paint s | frames a second | filter s |",
            "|---|---|---|---|---|---|",
        ]
    )


def _line(row: dict[str, Any]) -> str:
    cells = [row.get(name) for name in ("items", "page", "build", "first_paint", "frames_a_second", "filter")]
    return f"| {' | '.join('-' if each is None else str(each) for each in cells)} |"


if __name__ == "__main__":
    main()
