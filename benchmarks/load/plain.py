"""`python -m benchmarks.load.plain ADDRESS MAPPING DATA`: what the driver's documentation advises, and nothing else.

The same records, statements and properties, by `UNWIND $rows MERGE`, 10,000 rows at a time; no comparison, no lease,
no account, no decisions.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from neo4j import GraphDatabase, Session

from graph.columns.facts import ColumnFacts
from graph.model.constraints import constraints
from graph.rows import record_row
from loaders.tables.mapping import map_tables
from loaders.tables.mapping_file import read_mapping

ROWS = 10_000


def main(address: str, mapping: Path, data: Path) -> None:
    """Maps the files, then writes; prints the seconds of writing and the rows written."""
    with tempfile.TemporaryDirectory() as scratch:
        facts = map_tables(read_mapping(mapping), data, Path(scratch), now="2026-01-01T00:00:00Z").facts
    login = ("neo4j", os.environ["CROSSPROBE_PASSWORD"])
    with GraphDatabase.driver(address, auth=login) as driver, driver.session() as session:
        for text in constraints():
            session.run(text).consume()
        session.run("CALL db.awaitIndexes(600)").consume()
        start = time.perf_counter()
        written = _write(session, facts)
        sys.stdout.write(f"{written} {time.perf_counter() - start:.1f}\n")


def _write(session: Session, facts: ColumnFacts) -> int:
    written = 0
    for each in facts.shared:
        session.run(f"MERGE (n:{each.kind} {{id: $row.id}}) SET n += $row", row=record_row(each)).consume()
    for label, records in facts.records.items():
        text = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row, n.canonical_id = row.id"
        for batch in (batch for frame in records.frames() for batch in frame.iter_slices(ROWS)):
            session.run(text, rows=batch.to_dicts()).consume()
            written += batch.height
    for (name, start, end), statements in facts.statements.items():
        text = (
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.from}}) MATCH (b:{end} {{id: row.to}}) "
            f"MERGE (a)-[r:{name} {{id: row.own.id}}]->(b) SET r += row.own"
        )
        own = [each for each in statements.columns if each not in ("from_id", "to_id")]
        for batch in (batch for frame in statements.frames() for batch in frame.iter_slices(ROWS)):
            rows = [
                {"from": one, "to": other, "own": properties}
                for one, other, properties in zip(
                    batch["from_id"], batch["to_id"], batch.select(own).iter_rows(named=True), strict=True
                )
            ]
            session.run(text, rows=rows).consume()
            written += batch.height
    return written


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
