"""Rows cut into parts: the same rows wherever they are held, and what belongs together is together."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.columns.parts import Parts, together
from graph.columns.spool import Spool
from graph.columns.written import PARTS

ROWS = st.lists(st.tuples(st.sampled_from([*"abcdefgh", "", None]), st.integers(0, 9)), max_size=40)
HELD = [0, 200, 2**30]


def parts(tmp: Path, pieces: list[list[tuple[str | None, int]]], held: int, by: str = "key") -> Parts:
    made = Parts(by, Spool(tmp, held))
    for place, rows in enumerate(pieces):
        frame = pl.DataFrame(rows, schema={"key": pl.String, "number": pl.Int64}, orient="row")
        made.add(frame if place % 2 else frame.with_columns(more=pl.lit("x")))
    return made


def rows_of(frame: pl.DataFrame) -> list[tuple[object, ...]]:
    return sorted(frame.select("key", "number").rows(), key=str)


@pytest.mark.parametrize("held", HELD)
@given(pieces=st.lists(ROWS, max_size=4))
def test_nothing_is_lost_and_nothing_comes_twice(
    tmp_path_factory: pytest.TempPathFactory, held: int, pieces: list[list[tuple[str | None, int]]]
) -> None:
    made = parts(tmp_path_factory.mktemp("spool"), pieces, held)
    expected = sorted((row for rows in pieces for row in rows), key=str)
    assert made.height == len(expected)
    if pieces:
        assert rows_of(made.whole()) == expected
        assert rows_of(made.cut_by("key").only("number").whole()) == expected
        assert rows_of(made.each(lambda rows: rows.with_columns(pl.col("number") + 1)).whole()) == sorted(
            ((key, number + 1) for key, number in expected), key=str
        )


@pytest.mark.parametrize(("held", "other"), [(0, 0), (0, 2**30), (2**30, 0), (2**30, 2**30)])
@given(left=ROWS, right=ROWS)
def test_rows_of_one_text_come_together(
    tmp_path_factory: pytest.TempPathFactory,
    held: int,
    other: int,
    left: list[tuple[str | None, int]],
    right: list[tuple[str | None, int]],
) -> None:
    tmp = tmp_path_factory.mktemp("spool")
    one, two = parts(tmp / "one", [left], held), parts(tmp / "two", [right], other)
    expected = sorted((key, number, more) for key, number in left for again, more in right if key == again and key)
    joined = [
        row
        for here, there in together(one, two)
        for row in here.join(there, on="key").select("key", "number", "number_right").rows()
        if row[0]
    ]
    assert sorted(joined) == expected


def test_what_is_more_than_may_be_held_goes_to_the_disk_and_the_largest_first(tmp_path: Path) -> None:
    spool = Spool(tmp_path, 10_000)
    small, large = Parts("key", spool), Parts("key", spool)
    small.add(pl.DataFrame({"key": ["a"]}))
    for place in range(100):
        large.add(pl.DataFrame({"key": [f"{place} {number}" * 3 for number in range(20)]}))
    assert (small.on_disk, large.on_disk) == (False, True)
    assert small.held + large.held <= 10_000 / 4  # once something is there, less may stay
    assert max(each.height for each in large.frames()) < 2_000 / PARTS * 3
    assert {each.stat().st_mode & 0o777 for each in tmp_path.iterdir()} == {0o700}
    large.drop()
    assert list(tmp_path.rglob("*.parquet")) == []
