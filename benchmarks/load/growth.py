"""`python -m benchmarks.load.growth ROWS...`: the memory that loading a table of so many rows takes.

The rows are invented: each says that one officer is subject of one case, whose other row names another; a table of
officers, a seventh as long, is joined to it. One row in a hundred stands there twice, about as many have no date,
contradict the other row of their case, or are excluded. Each size is loaded into a new database by a process of its
own.
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
  officers: {file: officers.csv}
  cases:
    file: cases.csv
    join: {officers: {left: "{number}", right: "{number}"}}
    exclude: {withdrawn: [{column: opened, is: [withdrawn]}]}
records:
  officer:
    kind: Officer
    table: officers
    key: ["{number}"]
    properties: {first_name: "{first}", last_name: "{last}", number: "{number}"}
  case:
    kind: Investigation
    table: cases
    key: ["{case}"]
    properties: {reference: "{case}", opened: "{opened}"}
statements:
  - type: SUBJECT_OF
    table: cases
    from: {record: officer, key: ["{number}"]}
    to: {record: case}
    properties: {as_stated: "{officers.last}: {category}"}
"""

_PER_OFFICER, _PER_CASE = 7, 2
_TWICE, _NO_DATE, _CONTRADICTS, _WITHDRAWN = 100, 101, 103, 107


def main() -> None:
    """Prints a line for each size: rows, facts, seconds, MiB, and the MiB beside those of the first size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.growth", description=__doc__)
    parser.add_argument("rows", type=int, nargs="+", help="how many rows; the first is what others are compared with")
    first = 0.0
    for rows in parser.parse_args().rows:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
            folder = Path(name)
            write(folder, rows)
            command = [sys.executable, "-m", "crossprobe", "load", "table", str(folder / "growth.yaml")]
            command += ["--quiet", "--data", name, "-d", str(folder / "database")]
            taken = watched(command, {**os.environ, "HOME": name})
        names, counts = (_cells(taken.output, name) for name in ("kind", "all"))
        stored, rejected = (int(dict(zip(names, counts, strict=True))[name]) for name in ("new", "rejected"))
        first = first or taken.memory
        said = f"{rows:,} rows, {stored:,} stored, {rejected:,} rejected: {taken.seconds:.0f} s, {taken.memory:.0f} MiB"
        sys.stdout.write(f"{said}, {taken.memory / first:.2f} of the first\n")
        sys.stdout.flush()


def write(folder: Path, rows: int) -> None:
    """The mapping and its two files."""
    officers = rows // _PER_OFFICER + 1
    (folder / "growth.yaml").write_text(MAPPING, encoding="utf-8")
    with (folder / "officers.csv").open("w", encoding="utf-8") as out:
        out.write("number,first,last\n")
        out.writelines(f"{each},First{each % 997},Last{each % 9973}\n" for each in range(officers))
    with (folder / "cases.csv").open("w", encoding="utf-8") as out:
        out.write("number,case,opened,category\n")
        out.writelines(_lines(rows, officers))


def _lines(rows: int, officers: int) -> Iterator[str]:
    for row in range(rows):
        place = row - (row % _TWICE == 0)
        case = place // _PER_CASE
        opened = f"20{case % 25:02}-{case % 12 + 1:02}-{case % 28 + 1:02}"
        if place % _NO_DATE == 0:
            opened = "not known"
        elif place % _CONTRADICTS == 0:
            opened = "1999"
        elif place % _WITHDRAWN == 0:
            opened = "withdrawn"
        yield f"{place * 7919 % officers},{case},{opened},category {place % 31}\n"


def _cells(output: str, first: str) -> list[str]:
    return next(line.split("\t") for line in output.splitlines() if line.startswith(f"{first}\t"))


if __name__ == "__main__":
    main()
