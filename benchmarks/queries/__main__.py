"""`python -m benchmarks.queries --data DIR`: what questions take on the Chicago graph, embedded beside Neo4j.

DIR holds the folder chicago_ft under the names of the mapping; both are loaded by `crossprobe load table`, or the
embedded one is a ready database, of which a copy is asked. Each question is asked of both in turn, warm, and the
answers must be equal.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.harness import machine, measure
from benchmarks.load.__main__ import MAPPING
from benchmarks.queries.questions import questions
from graph.stores import open_store
from graph.stores.store import Store
from tests.engines.maven import running

SERVER = ["-Xmx2g"]
"""The heap that the embedded engine has too."""


def main() -> int:
    """Measures and prints a table; the numbers also as JSON with --json. Gives 1 where two answers differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.queries", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds chicago_ft")
    parser.add_argument("--database", type=Path, help="a loaded embedded database; it is copied first")
    parser.add_argument("--runs", type=int, default=7, help="how often each is asked")
    parser.add_argument("--json", type=Path, help="a file for the numbers")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, running(SERVER) as server:
        folder = Path(name)
        database = folder / "database"
        if chosen.database:
            shutil.copytree(chosen.database, database)
        else:
            _load(str(database), chosen.data, folder, {})
        _load(server.address, chosen.data, folder, {"CROSSPROBE_PASSWORD": server.password})
        embedded = open_store(str(database), purpose="benchmark")
        neo4j = open_store(server.address, user=server.user, password=server.password, purpose="benchmark")
        rows = _ask(embedded, neo4j, chosen.runs)
        embedded.close()
        neo4j.close()
    _say(rows)
    if chosen.json:
        chosen.json.write_text(json.dumps({"machine": machine(), "queries": rows}, indent=1) + "\n", "utf-8")
    return 0 if all(each["equal"] for each in rows) else 1


def _load(address: str, data: Path, folder: Path, login: dict[str, str]) -> None:
    command = [sys.executable, "-m", "crossprobe", "load", "table", str(MAPPING), "-d", address, "--data", str(data)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "CROSSPROBE_"))}
    subprocess.run(command, env={**kept, "HOME": str(folder), **login}, check=True, stdout=subprocess.DEVNULL)


def _ask(embedded: Store, neo4j: Store, runs: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for name, ask in questions(embedded).items():
        one, other = ask(embedded), ask(neo4j)
        ways = {"embedded": lambda ask=ask: ask(embedded), "neo4j": lambda ask=ask: ask(neo4j)}
        taken = {each.name: statistics.median(each.seconds) for each in measure(ways, runs=runs)}
        row = {way: round(seconds * 1000, 1) for way, seconds in taken.items()}
        rows.append({"question": name, "rows": len(one), **row, "equal": one == other})
    return rows


def _say(rows: list[dict[str, object]]) -> None:
    told = machine()
    print(f"{told['processor']}, {told['cores']} cores, load {told['load_before']}; milliseconds, medians")
    print("| question | rows | embedded | Neo4j | equal |\n|---|---|---|---|---|")
    for each in rows:
        print(f"| {' | '.join(str(each[name]) for name in ('question', 'rows', 'embedded', 'neo4j', 'equal'))} |")


if __name__ == "__main__":
    sys.exit(main())
