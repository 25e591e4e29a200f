"""`python -m graph.stores.embedded.recording WORK FILE`: one short life of a database, recorded for later starts.

WORK is a folder of its own, removed at the end; FILE appears in one step, and those of other versions go.
"""

import os
import shutil
import sys
from pathlib import Path

from graph.stores.embedded import jvm
from graph.stores.embedded.store import EmbeddedStore

_SCHEMA = (
    "CREATE CONSTRAINT officer_id IF NOT EXISTS FOR (n:Officer) REQUIRE n.id IS UNIQUE",
    "CREATE CONSTRAINT case_id IF NOT EXISTS FOR (n:Investigation) REQUIRE n.id IS UNIQUE",
    "CREATE INDEX officer_source IF NOT EXISTS FOR (n:Officer) ON (n.source_id)",
)
_RECORDS = (
    "UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) ON CREATE SET n.canonical_id = row.id "
    "SET n.name = row.name RETURN count(*) AS written"
)
_STATEMENTS = (
    "UNWIND $rows AS row MATCH (a:Officer {id: row.from_id}) MATCH (b:Investigation {id: row.to_id}) "
    "MERGE (a)-[r:SUBJECT_OF {id: row.id}]->(b) SET r.outcome = row.outcome RETURN count(*) AS written"
)
_QUESTIONS = """
MATCH (o:Officer)-[s:SUBJECT_OF]->(i:Investigation)
WHERE coalesce(s.status, 'stated') <> 'inferred' AND ($at IS NULL OR left(i.opened, size($at)) <= $at)
WITH o.canonical_id AS officer, collect(DISTINCT i.canonical_id) AS cases, min(o.name) AS name
WHERE size(cases) >= $least
RETURN officer, name, size(cases) AS number, cases ORDER BY number DESC, officer

MATCH (o:Officer {id: $id}) OPTIONAL MATCH (o)-[s]->(i)
RETURN properties(o) AS officer, type(s) AS type, labels(i) AS labels,
  CASE WHEN i.name CONTAINS 'a' THEN left(i.name, 3) ELSE toLower(i.name) END AS name

MATCH p = shortestPath((a:Officer {id: $id})-[*..6]-(b:Officer {id: 'officer:9'}))
RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS types

MATCH (n) WHERE EXISTS { (n)-[:SUBJECT_OF]->() } RETURN count(*) AS number

UNWIND $ids AS id MATCH (n:Officer {id: id}) RETURN n.id AS id UNION ALL MATCH (n:Officer) RETURN n.id AS id
""".strip().split("\n\n")


def main(work: Path, file: Path) -> None:
    """Lives the life, ends Java (which writes the recording), and puts the file in its place."""
    recorded = work / "recorded.aot"
    os.umask(0o077)
    try:
        jvm.start(jvm.ASKING, log=work / "engine.log", extra=(f"-XX:AOTCacheOutput={recorded}",))
        _live(work / "database")
        jvm.stop()
        for other in file.parent.glob("*.aot"):
            other.unlink()
        recorded.chmod(0o600)
        recorded.replace(file)
    finally:
        shutil.rmtree(work)


def _live(database: Path) -> None:
    for create in (True, False):
        store = EmbeddedStore(database, purpose="recording", for_loading=False, create=create)
        if create:
            store.prepare(_SCHEMA)
            with store.transaction() as tx:
                for label, kind in (("Officer", "officer"), ("Investigation", "investigation")):
                    rows = [{"id": f"{kind}:{i}", "name": f"name {i}" if i % 2 else None} for i in range(200)]
                    tx.run_rows(_RECORDS.format(label=label), rows)
                ends = [(i, i * j % 200) for i in range(200) for j in (1, 7)]
                tx.run_rows(_STATEMENTS, [_statement(number, *each) for number, each in enumerate(ends)])
        for question in _QUESTIONS:
            store.read(question, {"least": 2, "at": None, "id": "officer:1", "ids": ["officer:1"]})
        store.close()


def _statement(number: int, officer: int, case: int) -> dict[str, str]:
    return {"id": f"s:{number}", "from_id": f"officer:{officer}", "to_id": f"investigation:{case}", "outcome": "none"}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
