"""A figure reads as it is stated, whether a spreadsheet gave it with a decimal point or not."""

import pytest

from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.stores.store import Store
from queries.catalogue import find
from queries.running import run
from tests.invented import Invented


@pytest.mark.parametrize(
    ("value", "told"), [(11254.0, "11254"), (12, "12"), (6.5, "6.5")], ids=["whole", "int", "part"]
)
def test_a_whole_number_is_told_without_a_point(store: Store, value: float, told: str) -> None:
    store.prepare(constraints())
    paper = Invented("paper")
    for measure in ("officers", "officers warned"):
        figure = paper.record("Statistic", measure, measure=measure, value=value, unit="officers")
        paper.states(figure, "COUNTS", paper.force("northvale"))
    load_facts(store, paper.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
    answer = run(store, find("totals-alike-but-different"), {}, citations=True)
    (row,) = answer.rows
    assert set(row[2:4]) == {f"{told} officers: officers", f"{told} officers: officers warned"}
    assert {each.about for each in answer.citations[0]} == {f"{told} officers", "of: northvale"}
