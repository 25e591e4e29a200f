"""What spreadsheets hold that no text says: formulas whose result was never computed, errors in place of values, and
cells that are merged."""

import re
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from graph.errors import LoadError

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SUSPECT = re.compile(rb"<f[ >/]|t=[\"']e[\"']")
_MERGED = re.compile(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})")
_PIECE = 1_000_000
_OVERLAP = 16


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged cell of several rows: its first column from 0, and its rows as a spreadsheet numbers them."""

    column: int
    top: int
    bottom: int


def cell_name(column: int, row: int) -> str:
    """The name of a cell as a spreadsheet shows it: column 0 and row 1 are A1."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def check_cells(file: Path, sheet: str) -> None:
    """Raises LoadError where a sheet of an XLSX holds a formula without its result, or an error (#REF!): both would
    be read as blank. `file` is an archive that was checked; one of another kind passes."""
    try:
        with zipfile.ZipFile(file) as archive:
            name = _part_of(archive, sheet)
            if name and _may_hold(archive, name):
                _look(archive, name, file, sheet)
    except (ElementTree.ParseError, zipfile.BadZipFile, KeyError) as error:
        raise LoadError(f"{file.name} is damaged: {error}", do="Save it again; nothing was stored.") from None


def merged_cells(file: Path, sheet: str) -> list[Merged]:
    """The merged cells of several rows of a sheet of an XLSX that was checked; of another kind of file, none.

    Raises LoadError where they lie over each other, which no program writes.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            name = _part_of(archive, sheet)
            found = _merged_in(archive, name) if name else []
    except (ElementTree.ParseError, zipfile.BadZipFile, KeyError) as error:
        raise LoadError(f"{file.name} is damaged: {error}", do="Save it again; nothing was stored.") from None
    found.sort(key=lambda each: (each.column, each.top))
    for one, next_one in pairwise(found):
        if one.column == next_one.column and next_one.top <= one.bottom:
            raise LoadError(
                f"{file.name} is damaged: merged cells lie over each other.", do="Save it again; nothing was stored."
            )
    return found


def _merged_in(archive: zipfile.ZipFile, name: str) -> list[Merged]:
    found = []
    with archive.open(name) as part:
        for _, each in ElementTree.iterparse(part):  # noqa: S314 - see below
            if each.tag == f"{_MAIN}mergeCell" and (ends := _MERGED.fullmatch(each.get("ref", ""))):
                merged = Merged(_column(ends[1]), int(ends[2]), int(ends[3]))
                found += [merged] if merged.top < merged.bottom else []
            elif each.tag == f"{_MAIN}row":
                each.clear()
    return found


def _column(letters: str) -> int:
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - ord("A") + 1
    return number - 1


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    if _BOOK not in archive.namelist():
        return ""
    with archive.open(_BOOK) as book, archive.open(_RELATIONS) as relations:
        # expat itself refuses entities that grow, and the size of the archive was checked.
        named = {each.get("name"): each.get(_LINK) for each in ElementTree.parse(book).iter(f"{_MAIN}sheet")}  # noqa: S314
        targets = {each.get("Id"): each.get("Target", "") for each in ElementTree.parse(relations).iter()}  # noqa: S314
    link = named.get(sheet)
    target = targets.get(link, "") if link else ""
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}" if target else ""


def _may_hold(archive: zipfile.ZipFile, name: str) -> bool:
    before = b""
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            if _SUSPECT.search(before + piece):
                return True
            before = piece[-_OVERLAP:]
    return False


def _look(archive: zipfile.ZipFile, name: str, file: Path, sheet: str) -> None:
    with archive.open(name) as part:
        for _, each in ElementTree.iterparse(part):  # noqa: S314 - see above
            if each.tag == f"{_MAIN}c":
                value = each.findtext(f"{_MAIN}v")
                where = f"{file.name}, sheet {sheet}, cell {each.get('r')}"
                if each.get("t") == "e":
                    raise LoadError(f"{where} holds the error {value}.", do="Mend the formula, or empty the cell.")
                if each.find(f"{_MAIN}f") is not None and not value and each.get("t") != "str":
                    raise LoadError(
                        f"{where} holds a formula whose result is not in the file.",
                        do="Open it in a spreadsheet program and save it again.",
                    )
            elif each.tag == f"{_MAIN}row":
                each.clear()
