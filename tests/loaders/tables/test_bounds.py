"""Numbers in cells with the words before them: what a casebook may say, a table may say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidValueError
from graph.numbers import stated_number
from loaders.tables.mapping import Mapped, map_tables
from loaders.tables.mapping_file import read_mapping
from tests.loaders.tables.writing import NOW

MAPPING = """\
source: {id: totals, title: Totals, kind: report, published: 2022-01-01}
tables:
  totals: {file: totals.csv}
records:
  total:
    kind: Statistic
    table: totals
    key: ["{year}"]
    properties: {measure: officers dismissed, period_from: "{year}", value: "{dismissed}"}
"""


def mapped(folder: Path, *cells: str) -> Mapped:
    (folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    rows = "".join(f'{2001 + place},"{cell}"\n' for place, cell in enumerate(cells))
    (folder / "totals.csv").write_text(f"year,dismissed\n{rows}", encoding="utf-8")
    return map_tables(read_mapping(folder / "mapping.yaml"), folder, folder, now=NOW)


def test_the_bound_is_kept_beside_the_number(tmp_path: Path) -> None:
    found = mapped(tmp_path, "about 12", "At least 1,040", "more than 5.5", "at most 3", "7", "")
    rows = found.facts.records["Statistic"].whole().sort("period_from").select("value", "bound").rows()
    assert rows == [
        (12.0, "about"), (1040.0, "at_least"), (5.5, "more_than"), (3.0, "at_most"), (7.0, "exact"), (None, None),
    ]  # fmt: skip


@given(
    word=st.sampled_from(["", "about ", "at least ", "more than ", "at most ", "nearly "]), number=st.integers(0, 10**9)
)
def test_it_is_read_as_in_a_casebook(tmp_path_factory: pytest.TempPathFactory, word: str, number: int) -> None:
    text = f"{word}{number:,}"
    found = mapped(tmp_path_factory.mktemp("one"), text)
    try:
        expected = [(stated_number(text, "").value, stated_number(text, "").bound)]
    except InvalidValueError:
        assert found.files["totals"].rejected == 1
    else:
        assert found.facts.records["Statistic"].whole().select("value", "bound").rows() == expected
