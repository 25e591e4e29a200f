"""Reading a workbook: the same tree of texts as a casebook in YAML, and for each mistake the sheet and the cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl

from graph.errors import InvalidInputError, LoadError, NotFoundError, Problem
from graph.hidden_characters import hidden_characters
from graph.yaml_documents import Document, Place, path_text
from loaders.casebooks.workbook.sheets import LEFT_OUT, OF, PAIR, SEVERAL, Sheet, sheets
from loaders.expanding import check_archive
from loaders.spreadsheets import cell_name, check_cells

_LARGEST = 20_000_000
_MIDNIGHT = r" 00:00:00$"


@dataclass(frozen=True, slots=True)
class WorkbookDocument(Document):
    """The content of a workbook. `rows` says in which sheet and row an entry stands, `columns` where each column is."""

    rows: dict[Place, tuple[str, int]] = field(default_factory=dict)
    columns: dict[str, dict[str, int]] = field(default_factory=dict)

    def problem(self, path: Place, what: str, allowed: str = "") -> Problem:
        """A mistake at the place: the sheet and the cell instead of a line."""
        known = [path[:size] for size in range(len(path), 0, -1)]
        where = next((each for each in known if each in self.rows), None)
        if where is None:
            return Problem(self.file, 0, path_text(path), what, allowed)
        sheet, row = self.rows[where]
        key = str(path[len(where)]) if len(path) > len(where) else ""
        if key == PAIR[0] and path[len(where) + 1 :][:1] == (1,):
            key = PAIR[1]
        column = self.columns[sheet].get(key)
        cell = f"row {row}" if column is None else f"cell {cell_name(column, row)}"
        return Problem(self.file, 0, f"sheet {sheet}, {cell}", what, allowed)


def inspect_workbook(path: Path) -> tuple[Document, list[Problem]]:
    """The document in the workbook and the mistakes in its form, as graph.yaml_documents.inspect_document gives them.

    Raises InvalidInputError where nothing can be made of the file, NotFoundError where there is none.
    """
    document = WorkbookDocument(str(path), {}, 0)
    problems: list[Problem] = []
    entries: dict[str, tuple[Place, dict[str, Any]]] = {}
    pages = dict(_pages(path))
    known = {each.name: each for each in sheets()}
    for name in pages.keys() - known.keys() - {"lists"}:
        problems.append(
            Problem(str(path), 0, f"sheet {name}", "nobody reads this sheet", f"sheets: {', '.join(known)}")
        )
    for name, sheet in known.items():
        if name in pages:
            _read_sheet(document, sheet, pages[name], entries, problems)
    return document, problems


def _read_sheet(
    document: WorkbookDocument,
    sheet: Sheet,
    page: pl.DataFrame,
    entries: dict[str, tuple[Place, dict[str, Any]]],
    problems: list[Problem],
) -> None:
    heads = [str(each or "").strip() for each in page.row(0)] if page.height else []
    document.columns[sheet.name] = {name: place for place, name in enumerate(heads) if name}
    allowed = {each.name: each for each in sheet.columns}
    for place, name in enumerate(heads):
        if (name and name not in allowed) or (name and heads.index(name) != place):
            what = f"unknown column {name!r}" if name not in allowed else f"a second column {name!r}"
            where = f"sheet {sheet.name}, cell {cell_name(place, 1)}"
            problems.append(Problem(document.file, 0, where, what, f"columns: {', '.join(allowed)}"))
    for row, cells in enumerate(page.iter_rows(), 1):
        stated = {
            name: text for name, cell in zip(heads, cells, strict=False) if name and (text := str(cell or "").strip())
        }
        if row == 1 or not stated or str(cells[0] or "").strip().startswith(LEFT_OUT):
            continue
        for name, text in stated.items():
            for hidden in hidden_characters(text):
                where = f"sheet {sheet.name}, cell {cell_name(heads.index(name), row)}"
                problems.append(Problem(document.file, 0, where, f"hidden character {hidden}", "write the text anew"))
        entry: dict[str, Any] = {name: text for name, text in stated.items() if name in allowed}
        entry |= {name: _several(text) for name, text in entry.items() if allowed[name].several}
        _place(document, sheet, _paired(entry), row, entries, problems)


def _place(
    document: WorkbookDocument,
    sheet: Sheet,
    entry: dict[str, Any],
    row: int,
    entries: dict[str, tuple[Place, dict[str, Any]]],
    problems: list[Problem],
) -> None:
    if sheet.name == "source":
        place: Place = ("source",)
        if "source" in document.value:
            where = f"sheet source, row {row}"
            problems.append(Problem(document.file, 0, where, "a second source", "a workbook for each source"))
        document.value["source"] = entry
    elif sheet.section:
        section = document.value.setdefault(sheet.section, [])
        place = (sheet.section, len(section))
        section.append(entry)
        entries.setdefault(str(entry.get("id")), (place, entry))
    else:
        start = str(entry.pop(OF, ""))
        if start not in entries:
            column = document.columns[sheet.name].get(OF, 0)
            where = f"sheet {sheet.name}, cell {cell_name(column, row)}"
            what = f"no entry has the id {start!r}" if start else "it does not say at which entry it begins"
            problems.append(Problem(document.file, 0, where, what, "the id of an entry of this workbook"))
            return
        before, owner = entries[start]
        links = owner.setdefault(sheet.name, [])
        place = (*before, sheet.name, len(links))
        document.rows.setdefault((*before, sheet.name), (sheet.name, row))
        links.append(entry)
    document.rows[place] = (sheet.name, row)


def _several(text: str) -> list[str]:
    return [each.strip() for each in text.split(SEVERAL) if each.strip()]


def _paired(entry: dict[str, Any]) -> dict[str, Any]:
    pair = [entry.pop(each) for each in PAIR if each in entry]
    if pair:
        entry[PAIR[0]] = [{key.strip(): name.strip()} for key, _, name in (str(each).partition(":") for each in pair)]
    return entry


def _pages(path: Path) -> Iterator[tuple[str, pl.DataFrame]]:
    if not path.is_file():
        raise NotFoundError(f"There is no file {path}.", do="Check the name and the folder.")
    if path.stat().st_size > _LARGEST:
        raise InvalidInputError([Problem(str(path), 0, "", "the file is too large", f"at most {_LARGEST:,} bytes")])
    try:
        check_archive(path)
        book = fastexcel.read_excel(path)
        for name in book.sheet_names:
            check_cells(path, name)
            page = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string", skip_whitespace_tail_rows=True)
            yield name, pl.DataFrame(page).with_columns(pl.all().str.replace(_MIDNIGHT, ""))
    except LoadError as error:
        raise InvalidInputError([Problem(str(path), 0, "", error.what, error.do)]) from None
    except fastexcel.FastExcelError as error:
        cause = str(error).partition("\n")[0][:200]
        raise InvalidInputError([Problem(str(path), 0, "", f"it cannot be read: {cause}", "save it again")]) from None
