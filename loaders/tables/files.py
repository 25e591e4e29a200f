"""Files of tables as columns of texts: whatever the format, a cell is the text it shows, or null where it is blank."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import fastexcel
import polars as pl
from polars.exceptions import PanicException, PolarsError

from graph.errors import InvalidValueError, LoadError
from graph.hidden_characters import hidden_characters
from loaders.expanding import expanded
from loaders.tables.detecting import as_utf8, delimiter_of, from_line, header_of
from loaders.tables.models import Table
from loaders.tables.sheets import check_unique, sheet
from loaders.tables.torn import short_rows

ROW = "_row"
"""The column that holds the number of each row as a spreadsheet shows it: the first is row 1, mostly the header."""

SHORT = "_short"
"""The column, where a file has such rows, that says which of them end before the last column: torn, or cut off."""

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".ods", ".xls"})
_MIDNIGHT = r"^(\d{4}-\d{2}-\d{2})[ T]00:00:00(\.0+)?$"


PIECE = 8 * 2**20
"""Bytes of texts that a piece of a file has, about."""

_SAMPLE = 1_000


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file as a table: how its columns are headed, what reads its rows, from the first to the last each time, and
    what counts them.

    A piece has ROW and a column of texts for each header; blank cells are null. There is at least one, which may be
    empty. Reading raises LoadError where the file is damaged.
    """

    columns: list[str]
    pieces: Callable[[], Iterator[pl.DataFrame]]
    height: Callable[[], int]


def open_file(table: Table, file: Path, scratch: Path) -> TableFile:
    """The table's file, none of whose rows is held.

    The format follows from the name's end, .gz left aside. `scratch` is a folder for what is expanded or converted.
    Raises LoadError for a file that is damaged, too large, or no table. A spreadsheet is read as a whole.
    """
    suffix = Path(file.name.removesuffix(".gz")).suffix.lower()
    with _explained(file):
        short, first = pl.Series([], dtype=pl.Int64), 2
        if suffix in _SPREADSHEETS:
            frame, first = sheet(table, file)
            rows = frame.lazy()
        elif suffix == ".parquet":
            rows = pl.scan_parquet(file)
        elif suffix in (".jsonl", ".ndjson"):
            plain = as_utf8(expanded(file, scratch), scratch, table.encoding)
            rows = pl.scan_ndjson(plain, infer_schema_length=None)
        else:
            plain = as_utf8(expanded(file, scratch), scratch, table.encoding)
            rows, short = _delimited(table, from_line(plain, table.header, scratch), file, suffix)
            first = table.header + 1
        names = _names(rows.collect_schema(), file)
        sample = rows.head(_SAMPLE).collect()
    size = max(_SAMPLE, int(PIECE * sample.height / max(1, sample.estimated_size())))
    pieces = partial(_pieces, rows, names, short, size, file, first)
    return TableFile(list(names.values()), pieces, partial(_height, rows, file))


def read_file(table: Table, file: Path, scratch: Path) -> pl.DataFrame:
    """All rows of the table's file at once. Raises what open_file and its pieces raise."""
    return pl.concat(open_file(table, file, scratch).pieces())


def _pieces(
    rows: pl.LazyFrame, names: Mapping[str, str], short: pl.Series, size: int, file: Path, first: int
) -> Iterator[pl.DataFrame]:
    begin = 0
    with _explained(file):
        for piece in rows.collect_batches(chunk_size=size, maintain_order=True):
            for part in piece.iter_slices(size):
                yield _texts(part, names, short, begin, first)
                begin += part.height
        if not begin:
            yield _texts(rows.head(0).collect(), names, short, begin, first)


def _height(rows: pl.LazyFrame, file: Path) -> int:
    with _explained(file):
        return int(rows.select(pl.len()).collect().item())


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    try:
        yield
    except (PolarsError, PanicException, fastexcel.FastExcelError) as error:
        cause = str(error).partition("\n")[0][:200]
        raise LoadError(
            f"{file.name} cannot be read as a table: {cause}",
            do="Look at it in a text editor. Where titles stand above the names of columns, say so: header: 3.",
        ) from None


def _delimited(table: Table, plain: Path, file: Path, suffix: str) -> tuple[pl.LazyFrame, pl.Series]:
    delimiter = table.delimiter or ("\t" if suffix == ".tsv" else delimiter_of(plain))
    check_unique(header_of(plain, delimiter), file)
    rows = pl.scan_csv(plain, separator=delimiter, infer_schema=False, empty_string_is_null=True, encoding="utf8")
    return rows, short_rows(plain, delimiter, len(rows.collect_schema()))


def _names(schema: pl.Schema, file: Path) -> dict[str, str]:
    """The columns as they are headed, by how they stand in the file."""
    nested = [name for name, kind in schema.items() if kind.is_nested()]
    if nested:
        raise InvalidValueError(f"{file.name}: column {nested[0]!r} holds lists or objects, not texts.")
    names = {name: name.strip().removeprefix("\ufeff") for name in schema}
    for name in names.values():
        if hidden := next(iter(hidden_characters(name)), None):
            raise LoadError(f"{file.name}: a column's name holds {hidden}.", do="Write the name anew in the file.")
    return names


def _texts(frame: pl.DataFrame, names: Mapping[str, str], short: pl.Series, begin: int, first: int) -> pl.DataFrame:
    cells = []
    for name, shown in names.items():
        text = pl.col(name).cast(pl.String).str.strip_chars(" \t\r\n\u00a0\ufeff\u200b")
        if frame[name].cast(pl.String).str.contains("00:00:00", literal=True).any():
            text = text.str.replace(_MIDNIGHT, "$1")
        cells.append(pl.when(text != "").then(text).alias(shown))
    place = pl.int_range(begin, begin + frame.height, dtype=pl.Int64)
    torn = [] if short.is_empty() else [place.is_in(short.implode()).alias(SHORT)]
    return frame.select((place + first).alias(ROW), *cells, *torn)
