"""Damaged and hostile files and mappings: a clear error or counted rejects, never a traceback or a silent loss."""

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import CrossprobeError, InvalidInputError, LoadError
from graph.stores.store import Store
from loaders import expanding
from loaders.tables.mapping import Mapped, map_tables
from tests.loaders.tables.writing import CASES, MAPPING, NOW, mapping_in

PACKED = MAPPING.replace("cases.csv", "cases.csv.gz")


def mapped(folder: Path, cases: str | bytes = CASES, mapping: str = MAPPING, name: str = "cases.csv") -> Mapped:
    (folder / name).write_bytes(cases.encode("utf-8") if isinstance(cases, str) else cases)
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    return map_tables(mapping_in(folder, mapping), folder, scratch, now=NOW)


def read_and_rejected(found: Mapped) -> tuple[int, int, int]:
    (count,) = found.files.values()
    return count.read, count.used, count.rejected


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: ("﻿" + text).encode("utf-8"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("Ada", "Adé").encode("windows-1252"),
        lambda text: text.replace(",", ";").encode("utf-8"),
        lambda text: text.replace(",", "\t").encode("utf-8"),
        lambda text: text.replace(",", "|").encode("utf-8"),
        lambda text: text.replace("\n", "\r\n").encode("utf-8"),
    ],
    ids=["byte order mark", "UTF-16", "Windows-1252", "semicolons", "tabs", "bars", "CRLF"],
)
def test_encodings_and_delimiters_are_detected(spoil: Callable[[str], bytes], tmp_path: Path) -> None:
    assert read_and_rejected(mapped(tmp_path, spoil(CASES))) == (3, 3, 0)


def test_letters_of_another_encoding_are_read_right(tmp_path: Path) -> None:
    found = mapped(tmp_path, CASES.replace("Pike", "Péké").encode("windows-1252"))
    assert "Péké" in found.facts.records["Officer"].whole()["last_name"].to_list()


@pytest.mark.parametrize(
    ("spoiled", "cause"),
    [
        (gzip.compress(CASES.encode() * 100, mtime=0)[:-20], "cases.csv.gz is damaged"),
        (gzip.compress(CASES.encode(), mtime=0)[:15] + b"garbage" * 9, "cases.csv.gz is damaged"),
        (CASES.replace("Ada", "A\0da").encode(), "holds NUL characters"),
        (("Ãé," + CASES).encode("utf-8") + "é".encode("latin-1"), "is not utf-8 throughout"),
        (b"", "does not begin with a line of column names"),
        (b"\n\n\n", "does not begin with a line of column names"),
        (CASES.replace("case,opened", "case,case").encode(), "has two columns 'case'"),
        (CASES.replace("born", "bo\x1b[1mrn").encode(), "a column's name holds U+001B"),
        (CASES.replace("born", "bo\u202ern").encode(), "a column's name holds U+202E"),
        (CASES.encode() + b"1,2,3,4,5,6,7,8,9\n", "cannot be read as a table"),
    ],
    ids=[
        "gzip cut short",
        "gzip with garbage inside",
        "NUL",
        "letters of two encodings",
        "empty",
        "blank lines",
        "one column twice",
        "escape code in a column's name",
        "direction mark in a column's name",
        "more cells than columns",
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_name(spoiled: bytes, cause: str, tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        mapped(tmp_path, spoiled, PACKED, "cases.csv.gz")
    assert cause in caught.value.what
    assert "\n" not in caught.value.what


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="has no column 'born'"):
        mapped(tmp_path, CASES.replace("born", "boren"))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("case,opened,officer,forename,surname,born,finding", "the header stands here again"),
        ("9,2021,116.0," + "A" * 1_000_000 + ",B,1970,S", "longer than 100,000 characters"),
        (',2021,116.0,A,B,1970,S', "the key is empty"),
        ("9,2021,116.0,A,B", "the row ends before the last column"),
        ('9,2021,116.0,"A, a","B ""b""",1970', "the row ends before the last column"),
        ("9,2021,116.5,A,B,1970,S", "no whole number"),
        ("9,2021-02-30,116.0,A,B,1970,S", "no date as %d/%m/%Y"),
        ("9,2021,116.0,A,B,1870,S", "no whole number between 1900 and 2010"),
        ("9,2021,116.0,A,B,=1+1,S", "no whole number between 1900 and 2010"),
        ("9,2021,115.0,Other,Name,,S", "a row before it has the same key and states something else"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_rejected_with_its_reason(row: str, reason: str, tmp_path: Path) -> None:
    found = mapped(tmp_path, CASES + row + "\n")
    assert read_and_rejected(found) == (4, 3, 1)
    assert any(reason in line for line in found.rejects.lines())
    assert all(len(line) < 1_000 for line in found.rejects.lines())


def test_rows_over_several_lines_and_blank_lines_are_not_torn(tmp_path: Path) -> None:
    more = '9,2021,116.0,"A\nor, a",B,1970,S\n\n10,2021,"117.0",C,D,1970,"S"\n11,2021,118.0,E\n'
    found = mapped(tmp_path, CASES + more)
    (count,) = found.files.values()
    assert (count.read, count.used, dict(count.excluded), count.rejected) == (7, 5, {"empty-row": 1}, 1)
    (line,) = {each for each in found.rejects.lines() if "ends before" in each}
    assert '"row": 8' in line


def test_a_gzip_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expanding, "FREE", 100_000)
    with pytest.raises(LoadError, match="expands to more than"):
        mapped(tmp_path, gzip.compress(CASES.encode() + b"x" * 5_000_000), PACKED, "cases.csv.gz")


def test_a_workbook_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expanding, "FREE", 100_000)
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)
    bomb = (tmp_path / "bomb.xlsx").read_bytes()
    with pytest.raises(LoadError, match="expands to more than"):
        mapped(tmp_path, bomb, MAPPING.replace("cases.csv", "cases.xlsx"), "cases.xlsx")


@pytest.mark.parametrize("name", ["cases.xlsx", "cases.ods", "cases.parquet", "cases.jsonl"])
def test_what_is_not_what_its_name_says_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(CrossprobeError):
        mapped(tmp_path, b"PK\x03\x04 this is none", MAPPING.replace("cases.csv", name), name)


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd", "../cases.csv", "a/../../b.csv", "file:///etc/passwd", "https://example.org/x.csv",
        "C:/x.csv", "\\\\host\\share\\x.csv", "~/x.csv", "s3://bucket/x.csv",
    ],
)  # fmt: skip
def test_paths_and_addresses_outside_the_data_are_mistakes(path: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"mapping\.yaml:\d+: tables\.cases\.file"):
        mapping_in(tmp_path, MAPPING.replace("cases.csv", path))


def test_a_link_out_of_the_data_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "data"
    inside.mkdir()
    (tmp_path / "secret.csv").write_text(CASES, encoding="utf-8")
    (inside / "cases.csv").symlink_to(tmp_path / "secret.csv")
    with pytest.raises(CrossprobeError, match="leads out of"):
        map_tables(mapping_in(tmp_path), inside, tmp_path, now=NOW)


@pytest.mark.parametrize("template", ["{case.__class__}", "{case!r}", "{case:>9}", "{0}", "{case[0]}"])
def test_templates_know_columns_and_nothing_else(template: str, tmp_path: Path) -> None:
    asking = MAPPING.replace('reference: "{case}"', f'reference: "{template}"')
    with pytest.raises(InvalidInputError, match="has no column"):
        mapped(tmp_path, mapping=asking)


@pytest.mark.parametrize("template", ["{case", "case}", "{}", "{{case}}"])
def test_braces_that_are_no_template_are_mistakes(template: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="is not a template"):
        mapping_in(tmp_path, MAPPING.replace('reference: "{case}"', f'reference: "{template}"'))


@pytest.mark.parametrize(
    ("written", "instead", "mistake"),
    [
        ("file: cases.csv", "file: cases.csv\n    rows: {at_least: 5, at_most: 2}", "no file has so many rows"),
        ("[1900, 2010]", "[2010, 1900]", "begins with the lower end"),
        ("[1900, 2010]", "[first, last]", "birth_year is a number"),
        ("birth_year: ", "birth_yaer: ", "properties here: "),
    ],
    ids=["rows", "reversed", "no numbers", "misspelt"],
)
def test_what_no_row_could_fulfil_is_a_mistake_of_the_mapping(
    written: str, instead: str, mistake: str, tmp_path: Path
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        mapping_in(tmp_path, MAPPING.replace(written, instead))
    assert mistake in str(refused.value)


def test_nothing_is_stored_of_a_refused_file(embedded_store: Store, tmp_path: Path) -> None:
    from tests.loaders.tables.writing import load

    with pytest.raises(LoadError):
        load(embedded_store, tmp_path, CASES.replace("Ada", "A\0da"))
    assert embedded_store.read("MATCH (n) WHERE NOT n:Database RETURN count(n)").rows == [(0,)]
