"""Files of tables as columns of texts: whatever the format, a cell is the text it shows, or null where it is blank."""

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


def read_file(table: Table, file: Path, scratch: Path) -> pl.DataFrame:
    """All rows of the table's file, with ROW and a column of texts for each header; blank cells are null.

    The format follows from the name's end, .gz left aside. `scratch` is a folder for what is expanded or converted.
    Raises LoadError for a file that is damaged, too large, or no table.
    """
    suffix = Path(file.name.removesuffix(".gz")).suffix.lower()
    try:
        if suffix in _SPREADSHEETS:
            frame = _spreadsheet(table, file)
        elif suffix == ".parquet":
            frame = pl.read_parquet(file)
        elif suffix in (".jsonl", ".ndjson"):
            frame = pl.read_ndjson(as_utf8(expanded(file, scratch), scratch, table.encoding), infer_schema_length=None)
        else:
            frame = _delimited(table, as_utf8(expanded(file, scratch), scratch, table.encoding), suffix)
    except (PolarsError, PanicException, fastexcel.FastExcelError) as error:
        cause = str(error).partition("\n")[0][:200]
        raise LoadError(f"{file.name} cannot be read as a table: {cause}", do="Look at it in a text editor.") from None
    return _texts(frame, file)


def _delimited(table: Table, file: Path, suffix: str) -> pl.DataFrame:
    delimiter = table.delimiter or ("\t" if suffix == ".tsv" else delimiter_of(file))
    _unique(header_of(file, delimiter), file)
    frame = pl.read_csv(file, separator=delimiter, infer_schema=False, empty_string_is_null=True, encoding="utf8")
    short = short_rows(file, delimiter, frame.width)
    return frame if short.is_empty() else frame.with_columns(pl.int_range(pl.len()).is_in(short.implode()).alias(SHORT))


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


def _texts(frame: pl.DataFrame, file: Path) -> pl.DataFrame:
    nested = [name for name, kind in frame.schema.items() if kind.is_nested()]
    if nested:
        raise InvalidValueError(f"{file.name}: column {nested[0]!r} holds lists or objects, not texts.")
    cells = []
    for name in [each for each in frame.columns if each != SHORT]:
        if hidden := next(iter(hidden_characters(name.strip().removeprefix("\ufeff"))), None):
            raise LoadError(f"{file.name}: a column's name holds {hidden}.", do="Write the name anew in the file.")
        text = pl.col(name).cast(pl.String).str.strip_chars(" \t\r\n\u00a0\ufeff\u200b")
        if frame[name].cast(pl.String).str.contains("00:00:00", literal=True).any():
            text = text.str.replace(_MIDNIGHT, "$1")
        cells.append(pl.when(text != "").then(text).alias(name.strip().removeprefix("\ufeff")))
    kept = [pl.col(SHORT)] if SHORT in frame.columns else []
    return frame.select(*cells, *kept).with_row_index(ROW, offset=2).with_columns(pl.col(ROW).cast(pl.Int64))
