"""A workbook to begin with: a sheet a kind, drop-downs from the vocabularies, one example row in each."""

from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from loaders.casebooks.skeleton import slug_and_day
from loaders.casebooks.workbook.sheets import LEFT_OUT, OF, PAIR, Column, Sheet, sheets

_LISTS = "lists"
_ROWS = 5_000
"""Rows for which drop-downs are offered."""

_EXAMPLES = {
    "id": "sergeant",
    OF: "sergeant",
    "locator": "para 1",
    PAIR[0]: "officer: sergeant",
    PAIR[1]: "officer: other-source#sergeant",
    "published": "2021-03-03",
    "name": "Sergeant Pike",
    "size": "at least 4",
    "value": "about 40",
    "description": "In your words.",
}


def workbook(path: Path) -> bytes:
    """The content of a new workbook for the file at `path`, whose name becomes the slug of its source.

    Cells are texts: a spreadsheet turns nothing into a date or a number. It has no mistakes as it stands.
    """
    slug, today = slug_and_day(path)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    text, head, example = (book.add_format({"num_format": "@", **each}) for each in (
        {}, {"bold": True, "bottom": 1}, {"italic": True, "font_color": "#777777"},
    ))  # fmt: skip
    lists: dict[tuple[str, ...], str] = {}
    pages = [(each, book.add_worksheet(each.name)) for each in sheets()]
    listed = book.add_worksheet(_LISTS)
    listed.hide()
    for sheet, page in pages:
        page.freeze_panes(1, 1)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, 22, text)
            page.write_string(0, place, column.name, head)
            page.write_comment(0, place, column.description or column.name, {"x_scale": 2})
            if column.choices:
                _offer(page, place, column, _range(listed, lists, column.choices))
        _begin(sheet, page, (slug, today), example)
    book.close()
    return out.getvalue()


def _range(listed: Worksheet, lists: dict[tuple[str, ...], str], choices: tuple[str, ...]) -> str:
    if choices not in lists:
        place = len(lists)
        listed.write_column(0, place, choices)
        name = xl_col_to_name(place)
        lists[choices] = f"={_LISTS}!${name}$1:${name}${len(choices)}"
    return lists[choices]


def _offer(page: Worksheet, place: int, column: Column, source: str) -> None:
    kind = "warning" if column.open else "stop"
    page.data_validation(1, place, _ROWS, place, {
        "validate": "list", "source": source, "error_type": kind, "error_title": column.name,
        "error_message": "Choose one of the list." if not column.open else "This is not in the list. Keep it?",
    })  # fmt: skip


def _begin(sheet: Sheet, page: Worksheet, source: tuple[str, str], example: object) -> None:
    if sheet.name == "source":
        stated = {"id": source[0], "title": "What it is about, in your words", "kind": "article",
                  "published_from": "2000-01-01", "published_to": source[1]}  # fmt: skip
        for place, column in enumerate(sheet.columns):
            page.write_string(1, place, stated.get(column.name, ""))
        return
    for place, column in enumerate(sheet.columns):
        shown = _EXAMPLES.get(column.name, column.choices[0] if column.choices else "")
        page.write_string(1, place, f"{LEFT_OUT} {shown}" if not place else shown, example)
