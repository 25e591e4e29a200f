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
from loaders.expanding import check_archive, expanded
from loaders.spreadsheets import check_cells
from loaders.tables.detecting import as_utf8, delimiter_of, header_of
from loaders.tables.models import Table
from loaders.tables.torn import short_rows

ROW = "_row"
"""The column that holds the number of each row as a spreadsheet shows it: the header is row 1."""

SHORT = "_short"
"""The column, where a file has such rows, that says which of them end before the last column: torn, or cut off."""

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".ods", ".xls"})
_MIDNIGHT = r"^(\d{4}-\d{2}-\d{2})[ T]00:00:00(\.0+)?$"


PIECE = 8 * 2**20
"""Bytes of texts that a piece of a file has, about."""

_SAMPLE = 1_000


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file as a table: how its columns are headed, and what reads its rows, from the first to the last each time.

    A piece has ROW and a column of texts for each header; blank cells are null. There is at least one, which may be
    empty. Reading raises LoadError where the file is damaged.
    """

    columns: list[str]
    pieces: Callable[[], Iterator[pl.DataFrame]]


def open_file(table: Table, file: Path, scratch: Path) -> TableFile:
    """The table's file, none of whose rows is held.

    The format follows from the name's end, .gz left aside. `scratch` is a folder for what is expanded or converted.
    Raises LoadError for a file that is damaged, too large, or no table. A spreadsheet is read as a whole.
    """
    suffix = Path(file.name.removesuffix(".gz")).suffix.lower()
    with _explained(file):
        short = pl.Series([], dtype=pl.Int64)
        if suffix in _SPREADSHEETS:
            rows = _spreadsheet(table, file).lazy()
        elif suffix == ".parquet":
            rows = pl.scan_parquet(file)
        elif suffix in (".jsonl", ".ndjson"):
            plain = as_utf8(expanded(file, scratch), scratch, table.encoding)
            rows = pl.scan_ndjson(plain, infer_schema_length=None)
        else:
            rows, short = _delimited(table, as_utf8(expanded(file, scratch), scratch, table.encoding), suffix)
        names = _names(rows.collect_schema(), file)
        sample = rows.head(_SAMPLE).collect()
    size = max(_SAMPLE, int(PIECE * sample.height / max(1, sample.estimated_size())))
    return TableFile(list(names.values()), partial(_pieces, rows, names, short, size, file))


def read_file(table: Table, file: Path, scratch: Path) -> pl.DataFrame:
    """All rows of the table's file at once. Raises what open_file and its pieces raise."""
    return pl.concat(open_file(table, file, scratch).pieces())


def _pieces(
    rows: pl.LazyFrame, names: Mapping[str, str], short: pl.Series, size: int, file: Path
) -> Iterator[pl.DataFrame]:
    begin = 0
    with _explained(file):
        for piece in rows.collect_batches(chunk_size=size, maintain_order=True):
            for part in piece.iter_slices(size):
                yield _texts(part, names, short, begin)
                begin += part.height
        if not begin:
            yield _texts(rows.head(0).collect(), names, short, begin)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    try:
        yield
    except (PolarsError, PanicException, fastexcel.FastExcelError) as error:
        cause = str(error).partition("\n")[0][:200]
        raise LoadError(f"{file.name} cannot be read as a table: {cause}", do="Look at it in a text editor.") from None


def _delimited(table: Table, file: Path, suffix: str) -> tuple[pl.LazyFrame, pl.Series]:
    delimiter = table.delimiter or ("\t" if suffix == ".tsv" else delimiter_of(file))
    _unique(header_of(file, delimiter), file)
    rows = pl.scan_csv(file, separator=delimiter, infer_schema=False, empty_string_is_null=True, encoding="utf8")
    return rows, short_rows(file, delimiter, len(rows.collect_schema()))


def _spreadsheet(table: Table, file: Path) -> pl.DataFrame:
    if file.suffix.lower() == ".xls":
        raise LoadError(f"{file.name} is in the format before XLSX.", do="Save it as XLSX or CSV.")
    check_archive(file)
    book = fastexcel.read_excel(file)
    if table.sheet is not None and table.sheet not in book.sheet_names:
        raise LoadError(f"{file.name} has no sheet {table.sheet!r}.", do=f"Its sheets: {', '.join(book.sheet_names)}.")
    check_cells(file, table.sheet or book.sheet_names[0])
    top = book.load_sheet(table.sheet or 0, header_row=None, n_rows=1, dtypes="string")
    _unique([str(each).strip() for each in pl.DataFrame(top).row(0) if each is not None], file)
    return pl.DataFrame(book.load_sheet(table.sheet or 0, dtypes="string"))


def _unique(header: list[str], file: Path) -> None:
    named = [each for each in header if each]
    for place, each in enumerate(named):
        if each in named[:place]:
            raise LoadError(f"{file.name} has two columns {each!r}.", do="Give each column a name of its own.")


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


def _texts(frame: pl.DataFrame, names: Mapping[str, str], short: pl.Series, begin: int) -> pl.DataFrame:
    cells = []
    for name, shown in names.items():
        text = pl.col(name).cast(pl.String).str.strip_chars(" \t\r\n\u00a0\ufeff\u200b")
        if frame[name].cast(pl.String).str.contains("00:00:00", literal=True).any():
            text = text.str.replace(_MIDNIGHT, "$1")
        cells.append(pl.when(text != "").then(text).alias(shown))
    place = pl.int_range(begin, begin + frame.height, dtype=pl.Int64)
    torn = [] if short.is_empty() else [place.is_in(short.implode()).alias(SHORT)]
    return frame.select((place + 2).alias(ROW), *cells, *torn)
