"""How long the writers take for a graph of the size of a whole city's, and how much memory they add to it.

`python -m benchmarks.exports [FORMAT...]`: each format once, on an invented subgraph of about 1.25 million facts.
"""

import argparse
import resource
import shutil
import tempfile
import time
from pathlib import Path

from exports.about import about
from exports.formats import FORMATS
from graph import ids
from graph.model import KINDS
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement

OFFICERS, INVESTIGATIONS, ALLEGATIONS = 33_693, 181_412, 244_436
"""As many as one large published data set states."""

_COMMON = {"source_id": "invented-city", "recorded_from": "2018-01-01", "content_hash": "0123456789abcdef" * 2}


def invented() -> Subgraph:
    """Officers, investigations and allegations, and three statements for each allegation."""
    officers = [_record("Officer", number, name=f"Name {number}", number=str(number)) for number in range(OFFICERS)]
    cases = [_record("Investigation", number, reference=f"C{number}") for number in range(INVESTIGATIONS)]
    allegations = [
        _record("Allegation", number, category="example/one", incident_from="2016-05-14")
        for number in range(ALLEGATIONS)
    ]
    statements = []
    for number, each in enumerate(allegations):
        officer, case = officers[number * 7 % OFFICERS], cases[number * 3 % INVESTIGATIONS]
        statements += [
            _statement("AGAINST", each, officer, number, finding="example/two"),
            _statement("EXAMINED_IN", each, case, number),
            _statement("SUBJECT_OF", officer, case, number, outcome="example/three", derived_from=each.id),
        ]
    header = Header("Invented", "--all", "2026-01-01T00:00:00Z")
    return Subgraph((*allegations, *cases, *officers), tuple(statements), (), (), (), (), (), header)


def main() -> None:
    """Prints the seconds of each format, and by how much the most memory held grew over the subgraph's own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.exports", description=main.__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(FORMATS))
    names = parser.parse_args().formats
    if unknown := sorted(set(names) - set(FORMATS)):
        parser.error(f"no such format: {', '.join(unknown)}")
    subgraph = invented()
    start = time.perf_counter()
    digest = subgraph.digest
    facts = len(subgraph.records) + len(subgraph.statements)
    print(f"{facts:,} facts; digest {time.perf_counter() - start:.1f} s; subgraph {_most():.0f} MiB")
    for name in names or ["neo4j-admin", "graphml", "jsonl", "csv"]:
        before = _most()
        folder = Path(tempfile.mkdtemp())
        try:
            path = folder / f"out{FORMATS[name].suffix}"
            if FORMATS[name].is_folder:
                path.mkdir()
            start = time.perf_counter()
            FORMATS[name].write(subgraph, about(subgraph, digest=digest), path)
            seconds = time.perf_counter() - start
            size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
            print(f"{name}: {seconds:.1f} s, {size / 2**20:.0f} MiB, at most {_most() - before:.0f} MiB more memory")
        finally:
            shutil.rmtree(folder)


def _record(label: str, row: int, **stated: object) -> SubgraphRecord:
    identifier = ids.record_id(KINDS[label].prefix, "invented-city", [str(row)])
    return SubgraphRecord(
        label, {"id": identifier, "canonical_id": identifier, "locator": f"row {row}", **_COMMON, **stated}
    )


def _statement(
    name: str, start: SubgraphRecord, end: SubgraphRecord, number: int, **stated: object
) -> SubgraphStatement:
    identifier = ids.statement_id(name, "invented-city", start.id, end.id)
    return SubgraphStatement(
        name, start.id, end.id, {"id": identifier, "locator": f"row {number}", **_COMMON, **stated}
    )


def _most() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
