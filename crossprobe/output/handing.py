"""Hands rows to the reader: where to, and in which format."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TextIO

from crossprobe.output.files import written_whole
from crossprobe.output.result import Result
from crossprobe.output.terminal import say
from graph.errors import UsageError


class Format(Enum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"


_OF_SUFFIX = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".csv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".tsv": Format.TABLE,
    ".txt": Format.TABLE,
}


@dataclass(frozen=True, slots=True)
class Destination:
    """Where rows go: to `file`, or to standard output where there is none, in the format `form`."""

    form: Format
    file: Path | None
    force: bool
    quiet: bool


def format_for(asked: Format | None, file: Path | None) -> Format:
    """The format: the one asked for, else the file's suffix, else a table. Raises UsageError for another suffix, and
    for a workbook that is to be no file."""
    if asked is Format.XLSX and file is None:
        raise UsageError("A workbook is a file.", do="Name it: -o FILE.xlsx.")
    if asked or file is None:
        return asked or Format.TABLE
    suffix = file.suffix.lower()
    if suffix not in _OF_SUFFIX:
        raise UsageError(
            f"{file.name} does not say in which format to write.",
            do=f"End its name in {', '.join(_OF_SUFFIX)}, or give --format.",
        )
    return _OF_SUFFIX[suffix]


def hand_over(result: Result, to: Destination) -> None:
    """Writes the rows; of a file, says path, rows and size."""
    if to.file is None:
        _to_standard_output(result, to.form)
        return
    if to.form is Format.XLSX:
        _to_workbook(result, to.file, force=to.force)
    else:
        with written_whole(to.file, force=to.force) as out:
            _writer(to.form)(result, out)
    _say_written(to.file, len(result.rows), "row", quiet=to.quiet)


def hand_over_lines(lines: Sequence[str], to: Destination) -> None:
    """Writes JSON lines that are made already, as `hand_over` does rows."""
    if to.file is None:
        sys.stdout.writelines(line + "\n" for line in lines)
        return
    with written_whole(to.file, force=to.force) as out:
        out.writelines(line + "\n" for line in lines)
    _say_written(to.file, len(lines), "line", quiet=to.quiet)


def _to_workbook(result: Result, file: Path, *, force: bool) -> None:
    from crossprobe.output.as_workbook import write_workbook
    from crossprobe.output.staging import staged

    with staged(file, folder=False, force=force) as place:
        write_workbook(result, place.path)
        place.put()


def _say_written(file: Path, count: int, what: str, *, quiet: bool) -> None:
    say(f"{file}: {count:,} {what}{'s' if count != 1 else ''}, {file.stat().st_size:,} bytes", quiet=quiet)


def _to_standard_output(result: Result, form: Format) -> None:
    if form is Format.TABLE and sys.stdout.isatty():
        from crossprobe.output.table import print_table

        print_table(result)
    else:
        _writer(form)(result, sys.stdout)
    sys.stdout.flush()


def _writer(form: Format) -> Callable[[Result, TextIO], None]:
    from crossprobe.output import as_json, delimited

    return {
        Format.TABLE: delimited.write_tabs,
        Format.JSON: as_json.write_json,
        Format.JSONL: as_json.write_json_lines,
        Format.CSV: delimited.write_csv,
    }[form]
