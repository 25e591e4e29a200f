"""Loading a file of JSON lines: what `export` took out comes back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.columns.spool import Spool
from graph.identity.dumping import read_dump
from graph.loads.account import LoadResult
from graph.loads.leases import Clock
from graph.loads.restoring import restore
from graph.stores.store import Store
from loaders.graphs.columns import Columns
from loaders.graphs.reading import read_lines
from loaders.graphs.sources import WholeFile


def load_graph(store: Store, path: Path, *, clock: Clock, scratch: Path | None = None) -> list[LoadResult]:
    """Loads the file; what became of each of its sources. The same file again changes nothing, or finishes what was
    cut off.

    What memory does not hold goes into a new folder in `scratch`, else in the system's folder for such things, and is
    removed at the end. Canonical ids are worked out anew from the decisions. Raises what reading, the model and
    restoring raise.
    """
    with TemporaryDirectory(prefix="crossprobe-", dir=scratch) as place:
        whole = WholeFile(Columns(Spool(Path(place))))
        for line in read_lines(path):
            whole.add(line)
        return restore(
            store,
            whole.facts(),
            loads=whole.loads,
            suggestions=whole.suggestions,
            decisions=read_dump(_decision_lines(whole.decisions), file=str(path)),
            clock=clock,
        )


def _decision_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps({name: value for name, value in row.items() if name not in ("canonical_id", "state")})
