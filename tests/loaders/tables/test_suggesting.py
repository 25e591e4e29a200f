"""A first mapping from files: it has no mistakes, it loads, and it names what it could not tell."""

from pathlib import Path

import openpyxl
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import CrossprobeError, NotFoundError, UsageError
from loaders.tables.mapping import Mapped, map_tables
from loaders.tables.mapping_file import check_mapping, read_mapping
from loaders.tables.suggesting.writing import suggested
from tests.loaders.tables.writing import NOW

CASES = """\
case_no,received,warrant no,forename,surname,rank,category,result,ward
1/22,03/02/2022,4411.0,Ada,Pike,PS,Use of force,Proven,North
1/22,03/02/2022,4412.0,Bo,Dent,PC,Use of force,Not proven,North
2/22,13/02/2022,4411.0,Ada,Pike,PC,Data,,North
3/22,14/02/2022,,,,,Searches,,South
"""


def mapped(folder: Path, *names: str) -> tuple[str, Mapped]:
    text = suggested([folder / name for name in names])
    (folder / "first.yaml").write_text(text, encoding="utf-8")
    assert check_mapping(folder / "first.yaml") == []
    return text, map_tables(read_mapping(folder / "first.yaml"), folder, folder, now=NOW)


def heights(found: Mapped) -> dict[str, int]:
    frames = {**found.facts.records, **{ends[0]: frame for ends, frame in found.facts.statements.items()}}
    return {name: frame.height for name, frame in frames.items()}


def test_it_tells_people_cases_and_allegations_and_rejects_nothing(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(CASES, encoding="utf-8")
    text, found = mapped(tmp_path, "cases.csv")
    assert heights(found) == {
        "Officer": 2, "Investigation": 3, "Allegation": 3, "AGAINST": 3, "EXAMINED_IN": 3, "SUBJECT_OF": 3,
    }  # fmt: skip
    assert found.files["cases"].rejected == 0
    officers = found.facts.records["Officer"].whole()
    assert set(officers["number"]) == {"4411", "4412"}
    assert set(officers["last_name"]) == {"Pike", "Dent"}
    assert set(found.facts.records["Investigation"].whole()["opened"]) == {"2022-02-03", "2022-02-13", "2022-02-14"}
    assert "- \"ward\"  # 2 different: 'North', 'South'" in text


def test_a_date_that_can_be_read_two_ways_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("case_no,received\n1,03/02/2022\n2,04/02/2022\n", encoding="utf-8")
    text, _ = mapped(tmp_path, "cases.csv")
    assert 'opened: { text: "{received}", formats: ["%d/%m/%Y"] }  # or %m/%d/%Y?' in text


def test_of_one_thing_in_two_files_one_states_it(tmp_path: Path) -> None:
    (tmp_path / "accused.csv").write_text("case_no,badge\n1,7\n1,8\n2,7\n", encoding="utf-8")
    (tmp_path / "cases.csv").write_text("case_no,opened\n1,2022-02-03\n2,2022-02-04\n", encoding="utf-8")
    _, found = mapped(tmp_path, "accused.csv", "cases.csv")
    assert found.facts.records["Investigation"].whole()["opened"].null_count() == 0
    assert sum(each.rejected for each in found.files.values()) == 0
    assert heights(found)["SUBJECT_OF"] == 3


def test_names_of_columns_are_found_below_titles(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Extract of cases"], ["Case", None, "Officer"]):
        book.worksheets[0].append(row)
    for line in CASES.splitlines():
        book.worksheets[0].append(line.split(","))
    book.save(tmp_path / "cases.xlsx")
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "cases.csv").write_text(CASES, encoding="utf-8")
    text, found = mapped(tmp_path, "cases.xlsx")
    assert "    header: 3  #" in text
    assert heights(found) == heights(mapped(tmp_path / "plain", "cases.csv")[1])


def test_files_that_are_not_there_or_lie_apart_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    for path in (tmp_path / "a.csv", tmp_path / "one" / "b.csv"):
        path.write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(NotFoundError):
        suggested([tmp_path / "c.csv"])
    with pytest.raises(UsageError):
        suggested([tmp_path / "a.csv", tmp_path / "one" / "b.csv"])


HEADS = st.sampled_from(
    [
        "case",
        "warrant",
        "surname",
        "outcome",
        "opened",
        "result",
        "category",
        "force",
        'a "b"',
        "{x}",
        "é: #",
    ]
)
CELLS = st.sampled_from(["", "1", "1.0", "2021-03-03", "03/02/2021", "Ada", "#", "{y}", "'", '"', "\u202ex", "-"])


@settings(max_examples=25)
@given(
    heads=st.lists(HEADS, min_size=1, max_size=6, unique=True),
    rows=st.lists(st.lists(CELLS, min_size=6, max_size=6), min_size=1, max_size=6),
)
def test_whatever_stands_in_a_file_the_mapping_has_no_mistakes_and_every_row_is_counted(
    tmp_path_factory: pytest.TempPathFactory, heads: list[str], rows: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    cells = {name: [row[place] for row in rows] for place, name in enumerate(heads)}
    pl.DataFrame(cells).write_csv(folder / "any.csv")
    try:
        _, found = mapped(folder, "any.csv")
    except CrossprobeError as error:
        pytest.fail(error.what)
    count = found.files["any"]
    assert count.read == count.used + sum(count.excluded.values()) + count.rejected == len(rows)
