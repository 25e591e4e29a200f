"""Sheets of workbooks as columns of texts, from the row of column names on, with merged cells filled downwards."""

from pathlib import Path

import fastexcel
import polars as pl

from graph.errors import LoadError
from loaders.expanding import check_archive
from loaders.spreadsheets import Merged, check_cells, merged_cells
from loaders.tables.models import Table


def sheet(table: Table, file: Path) -> tuple[pl.DataFrame, int]:
    """The rows below the row of column names, and the number of the first of them as a spreadsheet shows it.

    Raises LoadError for a workbook that is damaged, too large, or cannot be read as it is meant, for a sheet that is
    not there, and for two columns of one name.
    """
    if file.suffix.lower() == ".xls":
        raise LoadError(f"{file.name} is in the format before XLSX.", do="Save it as XLSX or CSV.")
    check_archive(file)
    book = fastexcel.read_excel(file)
    if table.sheet is not None and table.sheet not in book.sheet_names:
        raise LoadError(f"{file.name} has no sheet {table.sheet!r}.", do=f"Its sheets: {', '.join(book.sheet_names)}.")
    name = table.sheet or book.sheet_names[0]
    check_cells(file, name)
    header = max(table.header, _blank_rows(book, name) + 1)
    # The row above, read as if it were the names, gives the names as they are written, double ones too.
    top = pl.DataFrame(book.load_sheet(name, header_row=header - 2 if header > 1 else None, n_rows=1, dtypes="string"))
    check_unique([str(each).strip() for each in (top.row(0) if top.height else ()) if each is not None], file)
    read = book.load_sheet(name, header_row=header - 1, dtypes="string")
    places = {each.absolute_index: each.name for each in read.selected_columns}
    return _filled(pl.DataFrame(read), places, merged_cells(file, name), header + 1), header + 1


def _blank_rows(book: fastexcel.ExcelReader, name: str) -> int:
    """The rows at the top of the sheet in which nothing stands: a reader that is not told otherwise skips them."""
    skipped = book.load_sheet(name, header_row=None, n_rows=1, dtypes="string").total_height
    return book.load_sheet(name, header_row=None, skip_rows=0, n_rows=1, dtypes="string").total_height - skipped


def check_unique(header: list[str], file: Path) -> None:
    """Raises LoadError where two columns have one name."""
    named = [each for each in header if each]
    for place, each in enumerate(named):
        if each in named[:place]:
            raise LoadError(f"{file.name} has two columns {each!r}.", do="Give each column a name of its own.")


def _filled(frame: pl.DataFrame, places: dict[int, str], merged: list[Merged], first: int) -> pl.DataFrame:
    """Each merged cell holds what stands in it in all its rows of its first column, as the sheet shows it. `first` is
    the number of the first row of the frame."""
    cells: dict[str, list[str | None]] = {}
    for each in merged:
        name = places.get(each.column)
        begin, end = each.top - first, min(each.bottom - first + 1, frame.height)
        if name is not None and 0 <= begin < end:
            column = cells.setdefault(name, frame[name].to_list())
            column[begin:end] = [column[begin]] * (end - begin)
    return frame.with_columns(pl.Series(name, column, pl.String) for name, column in cells.items())
