"""Loading a file of JSON lines: what `export` took out comes back, in one transaction."""

import json
from pathlib import Path

from graph.identity.dumping import read_dump
from graph.loads.account import LoadResult
from graph.loads.restoring import restore
from graph.stores.store import Store
from graph.subgraph import Subgraph
from loaders.graphs.facts import facts_of, is_ours
from loaders.graphs.reading import read_subgraph


def load_graph(store: Store, path: Path, *, now: str) -> list[LoadResult]:
    """Loads the file; what became of each of its sources. The same file again changes nothing.

    Canonical ids are worked out anew from the decisions. Raises what reading, the model and restoring raise.
    """
    subgraph = read_subgraph(path)
    return restore(
        store,
        facts_of(subgraph),
        loads=[each.properties for each in subgraph.loads],
        suggestions=[each.properties for each in subgraph.suggestions if is_ours(each)],
        decisions=read_dump(_decision_lines(subgraph), file=str(path)),
        now=now,
    )


def _decision_lines(subgraph: Subgraph) -> list[str]:
    return [
        json.dumps({name: value for name, value in each.properties.items() if name not in ("canonical_id", "state")})
        for each in subgraph.decisions
    ]
