"""`python -m benchmarks.load.own ADDRESS MAPPING DATA`: the same load again, its digest not believed."""

import os
import sys
from pathlib import Path

from crossprobe.clock import now
from graph.stores import open_store
from loaders.tables.loading import load_table
from loaders.tables.mapping_file import read_mapping


def main(address: str, mapping: Path, data: Path, password: str | None) -> None:
    """Loads, and fails where anything of it was new or changed."""
    store = open_store(address, purpose="benchmark", password=password, for_loading=True)
    try:
        read = read_mapping(mapping)
        loaded = load_table(store, read, data, clock=now, rejects_file=Path(os.devnull), by_digest=False)
        account = loaded.result.account
        if account.new or account.changed or account.moved or account.gone:
            raise SystemExit(f"it was not unchanged: {account}")
    finally:
        store.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), os.environ.get("CROSSPROBE_PASSWORD"))
