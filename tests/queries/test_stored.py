"""Many records are read through and few are looked up: what is drawn is the same."""

import pytest

from graph.stores.store import Store
from graph.subgraph import Subgraph
from queries import stored
from queries.selection import Around, Everything, Listed, Selection, take

THROUGH, LOOKED_UP = 10**9, 0
"""How many times as fast reading through is held to be."""


def drawn(store: Store, selection: Selection, walked: int, known: str | None = None) -> Subgraph:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stored, "AT_ONCE", 7)
        patch.setattr(stored, "WALKED", walked)
        return take(store, selection, known=known)


@pytest.mark.parametrize("engine", ["embedded", "neo4j"])
def test_read_through_or_looked_up_the_subgraph_is_the_same(engine: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(f"{engine}_world")
    whole = drawn(store, Everything(), THROUGH)
    assert len(whole.records) > 400
    assert whole.decisions
    some = tuple(each.id for each in whole.records[::3])
    for selection in (Everything(), Listed(some), Around(some[:9])):
        for known in (None, "2021"):
            one, other = (drawn(store, selection, walked, known) for walked in (THROUGH, LOOKED_UP))
            assert one.digest == other.digest
            assert one.records == other.records
            assert one.statements == other.statements
