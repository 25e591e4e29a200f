"""The ready-made world, loaded and decided on both engines, is what its truth says."""

import pytest

from examples.world.truth import READY, read_truth
from graph.identity.dumping import dump, read_dump, restore
from graph.stores.store import Store
from graph.vocabulary.loading import load_vocabularies
from loaders.casebooks.loading import load_casebooks
from tests.reading import canonical_ids

NOW = "2026-01-01T00:00:00Z"
DECISIONS = READY / "decisions.jsonl"
SHARED = """
MATCH (n:Force|Body)
WHERE n.source_id STARTS WITH 'vocabulary:'
RETURN n.id AS id, n.name AS name
"""


@pytest.mark.slow
def test_the_world_loads_and_its_decisions_join_the_records_that_the_truth_says(store: Store) -> None:
    truth = read_truth(READY)
    vocabularies = load_vocabularies([READY / "vocabularies"])
    results = load_casebooks(store, [READY / each.path for each in truth.sources], now=NOW, vocabularies=vocabularies)
    assert len(results) == len(truth.sources)

    lines = DECISIONS.read_text(encoding="utf-8").splitlines()
    restore(store, read_dump(lines, file=DECISIONS.name))
    stored = canonical_ids(store)
    assert {each.id: stored.get(each.id) for each in truth.records} == {
        each.id: each.canonical_id for each in truth.records
    }
    assert dict(store.read(SHARED).rows).items() <= truth.world["shared"].items()
    assert sorted(dump(store)) == sorted(lines)
