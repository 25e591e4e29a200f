"""A load in a process of its own, for a test to kill: python -m tests.loaders.tables.killed_load DATABASE FOLDER."""

import sys
from pathlib import Path

from crossprobe.clock import now
from graph.model.constraints import constraints
from graph.stores import open_store
from loaders.tables.loading import load_table
from loaders.tables.mapping_file import read_mapping


def main(database: str, folder: Path) -> None:
    """Loads mapping.yaml of the folder, and says when it begins to write and when it is done."""
    store = open_store(database, purpose="tests", create=True, for_loading=True)
    store.prepare(constraints())
    mapping = read_mapping(folder / "mapping.yaml")
    print("begun", flush=True)  # noqa: T201 - the test waits for it
    load_table(store, mapping, folder, clock=now, rejects_file=folder / "rejects.jsonl")
    store.close()
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
