"""`python -m benchmarks.queries.overrun`: by how much typed texts outlive a timeout of one second, on both engines.

For each text the seconds until the caller has an answer again, beyond the timeout; nothing else should be running.
"""

import statistics
import tempfile
import time
from pathlib import Path

from graph.errors import CrossprobeError
from graph.stores import open_store
from graph.stores.store import Store
from tests.engines.maven import running

TIMEOUT = 1.0
RUNS = 3
_MANY = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b"
TEXTS = {
    "rows upon rows": f"{_MANY} RETURN sum((a * b) % 7) AS s",
    "many to sort": f"{_MANY} WITH a, b ORDER BY a * b % 977, b RETURN a LIMIT 3",
    "many to tell apart": f"{_MANY} RETURN count(DISTINCT a * b) AS n",
    "many to collect": f"{_MANY} RETURN size(collect(a * b)) AS n",
    "a list in a list": "RETURN size([x IN range(1, 500) WHERE size([y IN range(1, 100000) WHERE y = x]) > 0]) AS n",
    "a fold in a fold": "RETURN reduce(s = 0, x IN range(1, 500) | s + reduce(t = x, y IN range(1, 99999) | y)) AS n",
    "a long list": "RETURN size([x IN range(1, 100000000) WHERE x % 7 = 0]) AS n",
    "a pattern that runs away": f"RETURN '{'a' * 27}!' =~ '(a+)+\\\\1b' AS x",
    "texts that grow": "RETURN size(reduce(s = 'a', x IN range(1, 40) | s + s)) AS n",
}


def main() -> None:
    """Measures both engines and prints a table."""
    with tempfile.TemporaryDirectory() as name, running(["-Xmx1g"]) as server:
        embedded = open_store(str(Path(name) / "database"), purpose="benchmark", create=True)
        neo4j = open_store(server.address, user=server.user, password=server.password, purpose="benchmark")
        print("| seconds beyond a timeout of one | embedded | Neo4j |\n|---|---|---|")
        for called, text in TEXTS.items():
            print(f"| {called} | {_beyond(embedded, text)} | {_beyond(neo4j, text)} |", flush=True)
        neo4j.close()
        embedded.close()


def _beyond(store: Store, text: str) -> str:
    store.read_untrusted("RETURN 1 AS one")
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        try:
            store.read_untrusted(text, timeout=TIMEOUT)
        except CrossprobeError as ended:
            how = type(ended).__name__
        else:
            how = "answered"
        taken.append(time.perf_counter() - started - TIMEOUT)
    return f"{statistics.median(taken):.2f} (at most {max(taken):.2f}), {how}"


if __name__ == "__main__":
    main()
