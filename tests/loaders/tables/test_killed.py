"""kill -9 at any moment of a load, then the same load again: the graph is that of a load nobody killed."""

import random
import subprocess
import sys
import time
from collections.abc import Hashable
from pathlib import Path

import pytest

from graph.loads.states import unfinished
from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.store import Store
from loaders.tables.loading import load_table
from tests.loaders.tables.writing import CASES, MAPPING, NOW, mapping_file, mapping_in
from tests.reading import canonical_ids, graph

KILLS = 10


def write(folder: Path, rows: int) -> None:
    mapping_file(folder, MAPPING)
    header = "case,opened,officer,forename,surname,born,finding\n"
    cases = [
        f"{'C' if place % 2 else ''}{place // 2},2021-03-03,{place % 997}.0,Ada,Pike {place % 997},1970,S\n"
        for place in range(rows)
    ]
    (folder / "cases.csv").write_text(header + "".join(cases), encoding="utf-8")


def stated(store: Store) -> tuple[set[Hashable], set[Hashable]]:
    """The whole graph, read through relationships, but for the time at which the rule decided."""
    nodes, links = graph(store)
    decisions = store.read("MATCH (d:Decision) RETURN d.id, d.left_id, d.right_id, d.rule, d.state").rows
    return {each for each in nodes if "Decision" not in str(each)[:20]} | set(decisions), links


def started(database: Path, folder: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.loaders.tables.killed_load", str(database), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3])


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def load_another(store: Store, folder: Path) -> None:
    """Loads a small source, so that the next one is written beside it in batches instead of filling a database."""
    folder.mkdir(exist_ok=True)
    (folder / "cases.csv").write_text(CASES, encoding="utf-8")
    mapping = mapping_in(folder, MAPPING.replace("id: invented-cases", "id: others-cases"))
    load_table(store, mapping, folder, clock=lambda: NOW, rejects_file=folder / "rejects.jsonl")


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("rows", "beside"), [(8_000, False), (3_000, True)], ids=["filled at once", "in batches"])
def test_killed_at_random_moments_it_ends_as_if_it_had_not_been(
    embedded_store: Store, tmp_path: Path, rows: int, beside: bool
) -> None:
    write(tmp_path, rows)
    embedded_store.prepare(constraints())
    if beside:
        load_another(embedded_store, tmp_path / "other")
        prepared = open_store(str(tmp_path / "killed"), purpose="tests", create=True)
        prepared.prepare(constraints())
        load_another(prepared, tmp_path / "other")
        prepared.close()
    mapping = mapping_in(tmp_path)
    load_table(embedded_store, mapping, tmp_path, clock=lambda: NOW, rejects_file=tmp_path / "rejects.jsonl")
    whole, canonical = stated(embedded_store), canonical_ids(embedded_store)
    database = tmp_path / "killed"
    moments = random.Random(4)  # noqa: S311 - no secret
    begun = time.monotonic()
    process = started(database, tmp_path)
    assert said(process) == "begun"
    cut_off = 0
    for _ in range(KILLS):
        time.sleep(moments.uniform(0.5, 6))
        process.kill()
        process.wait()
        cut_off += 1
        process = started(database, tmp_path)
        assert said(process) == "begun"
    assert said(process) == "done", f"after {cut_off} kills in {time.monotonic() - begun:.0f} s"
    assert process.wait() == 0
    store = open_store(str(database), purpose="tests")
    try:
        assert (stated(store), canonical_ids(store)) == (whole, canonical)
        assert unfinished(store) == []
    finally:
        store.close()
