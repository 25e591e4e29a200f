"""`python -m benchmarks.load.growth ROWS...`: the memory that loading a table of so many rows takes.

The rows are invented: one allegation against one officer in one case each, so a row becomes up to three records and
three statements. Each size is loaded into a new database by a process of its own.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.load.watching import watched

MAPPING = """\
source: {id: invented-growth, title: Invented cases, kind: case_export, published: 2026-01-01}
tables:
  cases: {file: cases.csv}
records:
  officer:
    kind: Officer
    table: cases
    key: ["{number}"]
    properties: {first_name: "{first}", last_name: "{last}", number: "{number}"}
  case:
    kind: Investigation
    table: cases
    key: ["{case}"]
    properties: {reference: "{case}", opened: "{opened}"}
  allegation:
    kind: Allegation
    table: cases
    key: ["{row}"]
    properties: {category_as_stated: "{category}"}
statements:
  - {type: AGAINST, table: cases, from: {record: allegation}, to: {record: officer}, properties: {status: alleged}}
  - {type: EXAMINED_IN, table: cases, from: {record: allegation}, to: {record: case}}
"""

_PER_OFFICER, _PER_CASE = 7, 2


def main() -> None:
    """Prints a line for each size: rows, facts, seconds, MiB, and the MiB beside those of the first size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.growth", description=__doc__)
    parser.add_argument("rows", type=int, nargs="+", help="how many rows; the first is what others are compared with")
    first = 0.0
    for rows in parser.parse_args().rows:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            (folder / "growth.yaml").write_text(MAPPING, encoding="utf-8")
            with (folder / "cases.csv").open("w", encoding="utf-8") as out:
                out.writelines(_lines(rows))
            command = [sys.executable, "-m", "crossprobe", "load", "table", str(folder / "growth.yaml")]
            command += ["--quiet", "--data", name, "-d", str(folder / "database")]
            taken = watched(command, {**os.environ, "HOME": name})
        facts = next(line.split("\t")[2] for line in taken.output.splitlines() if line.startswith("all\t"))
        first = first or taken.memory
        said = f"{rows:,} rows, {int(facts):,} facts: {taken.seconds:.0f} s, {taken.memory:.0f} MiB"
        sys.stdout.write(f"{said}, {taken.memory / first:.2f} of the first\n")
        sys.stdout.flush()


def _lines(rows: int) -> Iterator[str]:
    yield "row,number,first,last,case,opened,category\n"
    for row in range(rows):
        officer, case = row * 7919 % (rows // _PER_OFFICER + 1), row // _PER_CASE
        name = f"First{officer % 997},Last{officer % 9973}"
        opened = f"20{case % 25:02}-{case % 12 + 1:02}-{case % 28 + 1:02}"
        yield f"{row},{officer},{name},{case},{opened},category {row % 31}\n"


if __name__ == "__main__":
    main()
