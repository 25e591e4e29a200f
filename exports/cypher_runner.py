"""Runs the statements beside this file: python run.py ADDRESS.

ADDRESS is bolt://, neo4j:// or neo4j+s:// (NEO4J_USER, NEO4J_PASSWORD; needs the package neo4j), or a folder for the
embedded engine (needs crossprobe).
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def run_all(run: Callable[[str, dict[str, Any]], object]) -> int:
    """Runs every statement in order; how many there were."""
    number = 0
    with Path(__file__).with_name("statements.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):  # noqa: B007 - the last one is given back
            told = json.loads(line)
            run(told["statement"], told["parameters"])
    return number


def on_server(address: str) -> int:
    """Each statement in a transaction of its own, on Neo4j."""
    from neo4j import GraphDatabase

    login = (os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    with GraphDatabase.driver(address, auth=login) as driver:
        return run_all(lambda text, parameters: driver.execute_query(text, parameters))


def in_folder(address: str) -> int:
    """Each statement in a transaction of its own, in the embedded engine."""
    from graph.stores import open_store

    store = open_store(address, purpose="run.py", create=True, for_loading=True)

    def run(text: str, parameters: dict[str, Any]) -> None:
        if not parameters:
            store.prepare([text])
            return
        with store.transaction() as tx:
            tx.run(text, parameters)

    try:
        return run_all(run)
    finally:
        store.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    done = on_server(sys.argv[1]) if "://" in sys.argv[1] else in_folder(sys.argv[1])
    sys.stderr.write(f"{done} statements run\n")
