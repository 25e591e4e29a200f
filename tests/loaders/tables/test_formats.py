"""One table in every format: whatever the file, the same records and statements."""

import datetime
import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
import xlsxwriter

from graph.errors import LoadError
from loaders.tables.mapping import Mapped, map_tables
from tests.loaders.tables.writing import MAPPING, NOW, mapping_in

HEAD = ["case", "opened", "officer", "forename", "surname", "born", "finding"]
DAY = datetime.date(2021, 3, 3)
ROWS: list[list[Any]] = [
    ["C7", DAY, 112.0, "Ada", "Pike", 1970, "SUSTAINED"],
    ["8", datetime.date(2021, 4, 30), 115.0, "Bo", "O'Neill & Söhne", None, "Not sustained"],
]


def as_csv(file: Path) -> None:
    lines = [",".join("" if each is None else str(each) for each in row) for row in [HEAD, *ROWS]]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_gzip(file: Path) -> None:
    as_csv(file)
    file.write_bytes(gzip.compress(file.read_bytes()))


def as_tsv(file: Path) -> None:
    as_csv(file)
    file.write_text(file.read_text(encoding="utf-8").replace(",", "\t"), encoding="utf-8")


def as_xlsx(file: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in [HEAD, *ROWS]:
        page.append(row)
    book.save(file)


def as_ods(file: Path) -> None:
    def cell(value: object) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, datetime.date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
        text = str(value).replace("&", "&amp;")
        return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in [HEAD, *ROWS])
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
        f'xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Cases">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml", f'<manifest><file-entry full-path="/" media-type="{kind}"/></manifest>'
        )


def as_parquet(file: Path) -> None:
    pl.DataFrame(ROWS, schema=HEAD, orient="row").write_parquet(file)


def as_jsonl(file: Path) -> None:
    rows = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
    file.write_text("".join(json.dumps(each, default=str) + "\n" for each in rows), encoding="utf-8")


def facts(folder: Path, name: str) -> tuple[set[tuple[Any, ...]], Mapped]:
    text = MAPPING.replace("cases.csv", name).replace('"{officer}"]', '{text: "{officer}", whole: true}]')
    found = map_tables(mapping_in(folder, text), folder, folder, now=NOW)
    frames = [*found.facts.records.items(), *found.facts.statements.items()]
    return {
        (str(what), *row) for what, each in frames for row in each.whole().select(sorted(each.columns)).rows()
    }, found


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("cases.csv.gz", as_gzip), ("cases.tsv", as_tsv), ("cases.xlsx", as_xlsx), ("cases.ods", as_ods),
        ("cases.parquet", as_parquet), ("cases.jsonl", as_jsonl), ("cases.ndjson", as_jsonl),
    ],
)  # fmt: skip
def test_it_states_what_the_same_table_states_as_csv(name: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    as_csv(tmp_path / "plain.csv")
    write(tmp_path / name)
    expected, plain = facts(tmp_path, "plain.csv")
    found, read = facts(tmp_path, name)
    assert found == expected
    assert read.files == plain.files
    assert (plain.files["cases"].read, plain.files["cases"].rejected) == (2, 0)


def test_the_result_of_a_formula_is_read_and_one_without_is_refused(tmp_path: Path) -> None:
    for name, value in (("with.xlsx", 1970), ("without.xlsx", None)):
        if value:
            book = xlsxwriter.Workbook(tmp_path / name)
            page = book.add_worksheet()
            page.write_row(0, 0, HEAD)
            page.write_row(1, 0, ["C7", "2021-03-03", 112, "Ada", "Pike"])
            page.write_formula(1, 5, "=1969+1", None, value)
            book.close()
        else:
            as_xlsx(tmp_path / name)
            opened = openpyxl.load_workbook(tmp_path / name)
            opened.worksheets[0].cell(2, 6).value = "=1969+1"
            opened.save(tmp_path / name)
    _, found = facts(tmp_path, "with.xlsx")
    assert found.facts.records["Officer"].whole()["birth_year"].to_list() == [1970]
    with pytest.raises(LoadError, match="cell F2 holds a formula whose result is not in the file"):
        facts(tmp_path, "without.xlsx")


def test_an_error_in_a_cell_is_no_blank(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "cases.xlsx")
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    book.worksheets[0].cell(3, 2).value = "#REF!"
    book.save(tmp_path / "cases.xlsx")
    with pytest.raises(LoadError, match="cell B3 holds the error #REF!"):
        facts(tmp_path, "cases.xlsx")


def test_a_sheet_is_named_or_the_first(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "cases.xlsx")
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    book.worksheets[0].title = "Cases"
    book.create_sheet("Notes", 0).append(["nothing"])
    book.save(tmp_path / "cases.xlsx")
    named = MAPPING.replace("file: cases.csv", "file: cases.xlsx\n    sheet: Cases")
    assert map_tables(mapping_in(tmp_path, named), tmp_path, tmp_path, now=NOW).files["cases"].read == 2
    with pytest.raises(LoadError, match="has no sheet 'Case'"):
        map_tables(mapping_in(tmp_path, named.replace("sheet: Cases", "sheet: Case")), tmp_path, tmp_path, now=NOW)


def test_names_of_columns_may_stand_below_titles(tmp_path: Path) -> None:
    as_csv(tmp_path / "cases.csv")
    _, plain = facts(tmp_path, "cases.csv")
    as_xlsx(tmp_path / "cases.xlsx")
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    book.worksheets[0].insert_rows(1, 2)
    book.worksheets[0]["A1"] = "Extract of cases"
    book.worksheets[0].merge_cells("A1:G1")
    book.save(tmp_path / "cases.xlsx")
    text = (tmp_path / "cases.csv").read_text(encoding="utf-8")
    (tmp_path / "titled.csv").write_text(f"Extract of cases\n\n{text}", encoding="utf-8")
    for name in ("cases.xlsx", "titled.csv"):
        _, found = facts(tmp_path, f"{name}\n    header: 3")
        assert found.files == plain.files
        whole = {kind: frame.whole() for kind, frame in found.facts.records.items()}
        assert {each for frame in whole.values() for each in frame["locator"]} == {"cases row 4", "cases row 5"}
        assert {kind: set(frame["id"]) for kind, frame in whole.items()} == {
            kind: set(frame.whole()["id"]) for kind, frame in plain.facts.records.items()
        }


def test_a_merged_cell_holds_for_all_its_rows(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "cases.xlsx")
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    for cells in ("A2:A3", "B2:B3"):
        book.worksheets[0].merge_cells(cells)
    book.save(tmp_path / "cases.xlsx")
    _, found = facts(tmp_path, "cases.xlsx")
    assert found.facts.records["Investigation"].whole()["reference"].to_list() == ["C7"]
    assert found.files["cases"].rejected == 0


def test_rows_are_numbered_as_the_sheet_shows_them_where_it_begins_with_blank_ones(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "cases.xlsx")
    book = openpyxl.load_workbook(tmp_path / "cases.xlsx")
    book.worksheets[0].insert_rows(1, 2)
    book.worksheets[0].insert_cols(1, 1)
    for column in "DEFG":
        book.worksheets[0].merge_cells(f"{column}4:{column}5")
    book.save(tmp_path / "cases.xlsx")
    _, found = facts(tmp_path, "cases.xlsx")
    assert found.facts.records["Investigation"].whole()["locator"].to_list() == ["cases row 4", "cases row 5"]
    assert found.facts.records["Officer"].whole().height == 1
