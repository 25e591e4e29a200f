"""Casebooks as workbooks: the same facts as in YAML, and every mistake with its sheet and its cell."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from graph.errors import InvalidInputError
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.reading import read_casebook
from loaders.casebooks.workbook.sheets import sheets
from loaders.casebooks.workbook.writing import workbook
from tests.loaders.casebooks.writing import facts_of

YAML = """\
officers:
  - id: pike
    name: Ada Pike
    birth_year: 1970
    locator: para 1
    served_in:
      - force: uk-police/merseyside
        rank: uk-ranks/sergeant
        current: true
    subject_of:
      - investigation: first
        status: alleged
cohorts:
  - {id: four, size: at least 4, unit: officers, locator: para 2}
investigations:
  - {id: first, opened: 2021-03, locator: para 3}
chat_groups:
  - {id: night, name: Night shift, former_names: [Nights, The late ones], locator: para 3}
denials:
  - id: not-that
    locator: para 4
    between:
      - officer: pike
      - investigation: first
    of: link
    as_stated: No link.
"""
CELLS: dict[str, list[dict[str, Any]]] = {
    "officers": [{"id": "pike", "name": "Ada Pike", "birth_year": 1970, "locator": "para 1"}],
    "served_in": [{"of": "pike", "force": "uk-police/merseyside", "rank": "uk-ranks/sergeant", "current": True}],
    "subject_of": [{"of": "pike", "investigation": "first", "status": "alleged"}],
    "cohorts": [{"id": "four", "size": "at least 4", "unit": "officers", "locator": "para 2"}],
    "investigations": [{"id": "first", "opened": "2021-03", "locator": "para 3"}],
    "chat_groups": [
        {"id": "night", "name": "Night shift", "former_names": "Nights; The late ones", "locator": "para 3"}
    ],
    "denials": [
        {"id": "not-that", "locator": "para 4", "between": "officer: pike", "and": "investigation: first",
         "of": "link", "as_stated": "No link."}
    ],
}  # fmt: skip
SOURCE = {"id": "harbour-post", "title": "What the harbour police did", "kind": "article", "published": "2021-03-03"}


def begun(folder: Path, name: str = "book.xlsx") -> Path:
    path = folder / name
    path.write_bytes(workbook(path))
    return path


def filled(path: Path, cells: dict[str, list[dict[str, Any]]]) -> Path:
    """The workbook with rows added below the examples; of the source, the cells replaced."""
    book = openpyxl.load_workbook(path)
    for name, rows in cells.items():
        page = book[name]
        heads = [each.value for each in page[1]]
        for row in rows:
            below = page.max_row + 1
            for column, value in row.items():
                page.cell(below, heads.index(column) + 1).value = value
    book.save(path)
    return path


def with_source(path: Path) -> Path:
    book = openpyxl.load_workbook(path)
    page = book["source"]
    for place, each in enumerate(page[1], 1):
        page.cell(2, place).value = SOURCE.get(str(each.value))
    book.save(path)
    return path


def mistakes(path: Path) -> list[str]:
    with pytest.raises(InvalidInputError) as raised:
        read_casebook(path)
    return [str(each).removeprefix(f"{path}: ") for each in raised.value.problems]


def test_a_new_workbook_has_no_mistakes_and_states_nothing_but_its_source(tmp_path: Path) -> None:
    facts = map_casebook(read_casebook(begun(tmp_path, "The harbour answer.xlsx")))
    assert facts.source.source_id == "the-harbour-answer"
    assert not facts.records
    assert not facts.statements


def test_it_states_what_the_same_casebook_states_in_yaml(tmp_path: Path) -> None:
    found = map_casebook(read_casebook(filled(with_source(begun(tmp_path)), CELLS)))
    assert found == facts_of(tmp_path, YAML)


def test_every_code_and_choice_is_offered(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(begun(tmp_path))
    page = book["served_in"]
    ranks = [each.value for each in page[1]].index("rank") + 1
    letter = get_column_letter(ranks)
    offered = {str(each.sqref).partition(":")[0]: each.formula1 for each in page.data_validations.dataValidation}
    name = offered[f"{letter}2"].removeprefix("lists!")
    codes = [cell.value for row in book["lists"][name.replace("$", "")] for cell in row]
    assert "uk-ranks/sergeant" in codes
    assert [page.title for page in book] == [*(each.name for each in sheets()), "lists"]


def test_mistakes_of_all_kinds_are_told_with_their_cells(tmp_path: Path) -> None:
    path = filled(with_source(begun(tmp_path)), {
        "officers": [{"id": "pike", "locator": "para 1", "person_kind": "oficer"}, {"id": "pike", "locator": "para 2"}],
        "investigations": [{"id": "first", "opened": "2021-02-31"}],
        "subject_of": [{"of": "pik", "investigation": "first"}, {"of": "pike", "investigation": "frst"}],
        "served_in": [{"of": "pike", "force": "uk-police/nowhere"}],
    })  # fmt: skip
    found = "\n".join(mistakes(path))
    for each in (
        "sheet officers, cell H3: 'oficer' is no choice",
        "sheet officers, cell A4: 'pike' is the id of officers[0] already",
        "sheet investigations, cell B3: locator is missing",
        "'2021-02-31' is not a date",
        "sheet subject_of, cell A3: no entry has the id 'pik'",
        "sheet subject_of, cell B4: there is no investigation 'frst'",
        "sheet served_in, cell B3: The scheme uk-police has no code 'nowhere'",
    ):
        assert each in found


def test_sheets_and_columns_nobody_reads_are_mistakes(tmp_path: Path) -> None:
    path = begun(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("notes")
    book["officers"].cell(1, 1).value = "ident"
    book.save(path)
    found = mistakes(path)
    assert found[0].startswith("sheet notes: nobody reads this sheet")
    assert found[1].startswith("sheet officers, cell A1: unknown column 'ident'")


@pytest.mark.parametrize(("value", "said"), [("=1+1", "a formula whose result is not in the file"), ("#REF!", "error")])
def test_a_formula_without_a_result_is_no_blank(tmp_path: Path, value: str, said: str) -> None:
    path = filled(begun(tmp_path), {"officers": [{"id": "pike", "locator": value}]})
    assert any(said in each and "sheet officers, cell B3" in each for each in mistakes(path))


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04torn"])
def test_what_is_no_workbook_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert "damaged" in mistakes(path)[0]
