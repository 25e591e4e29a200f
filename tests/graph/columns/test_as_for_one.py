"""What is done to whole columns is, row by row, what graph.ids, graph.names and graph.rows do to one."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from graph import ids
from graph.columns.hashing import record_ids, statement_ids
from graph.columns.names import folded_column
from graph.columns.rows import record_rows, statement_rows
from graph.names import folded
from graph.records import Record, Recorded, Statement, Value
from graph.rows import record_row, statement_row

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
COLUMNS = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8)
RECORDED = st.sampled_from(
    [
        Recorded("2018-03-01", "2018-03-01"),
        Recorded("2018", "2019", "bounded"),
        Recorded("2026-01-01", "2026-01-01", "loaded"),
    ]
)


@given(COLUMNS)
def test_ids_are_those_of_graph_ids(keys: list[tuple[str, str]]) -> None:
    frame = pl.DataFrame(keys, schema={"a": pl.String, "b": pl.String}, orient="row")
    found = record_ids(frame, "id", "officer", "roll", [pl.col("a"), pl.col("b")])["id"].to_list()
    assert found == [ids.record_id("officer", "roll", key) for key in keys]
    ends = (pl.col("a"), pl.col("b"))
    found = statement_ids(frame, "id", "STEP", "roll", ends, [pl.lit("x")])["id"].to_list()
    assert found == [ids.statement_id("STEP", "roll", *key, ["x"]) for key in keys]


@given(st.lists(st.none() | TEXTS, min_size=1))
def test_names_fold_as_one_name_does(names: list[str | None]) -> None:
    found = folded_column(pl.Series(names, dtype=pl.String)).to_list()
    assert found == [None if each is None else folded(each) for each in names]


OFFICERS = st.fixed_dictionaries(
    {
        "name": st.none() | TEXTS,
        "birth_year": st.none() | st.integers(-(2**53), 2**53),
        "identified": st.none() | st.booleans(),
    }
)
STATISTICS = st.fixed_dictionaries(
    {"measure": st.none() | TEXTS, "value": st.none() | st.floats(allow_nan=False, allow_infinity=False)}
)
SUGGESTIONS = st.fixed_dictionaries({"reasons": st.none() | st.lists(TEXTS, min_size=1)})


@given(st.lists(OFFICERS, min_size=1), RECORDED)
def test_rows_of_officers_are_those_of_graph_rows(stated: list[dict[str, Value | None]], recorded: Recorded) -> None:
    schema = {"name": pl.String(), "birth_year": pl.Int64(), "identified": pl.Boolean()}
    same_rows("Officer", schema, stated, recorded)


@given(st.lists(STATISTICS, min_size=1), RECORDED)
def test_rows_of_figures_are_those_of_graph_rows(stated: list[dict[str, Value | None]], recorded: Recorded) -> None:
    same_rows("Statistic", {"measure": pl.String(), "value": pl.Float64()}, stated, recorded)


@given(st.lists(SUGGESTIONS, min_size=1), RECORDED)
def test_rows_of_lists_are_those_of_graph_rows(stated: list[dict[str, Value | None]], recorded: Recorded) -> None:
    same_rows("Suggestion", {"reasons": pl.List(pl.String())}, stated, recorded)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1), RECORDED)
def test_rows_of_denials_state_their_two_ends(ends: list[tuple[str, str]], recorded: Recorded) -> None:
    stated: list[dict[str, Value | None]] = [{"from_id": one, "to_id": two} for one, two in ends]
    same_rows("Denial", {"from_id": pl.String(), "to_id": pl.String()}, stated, recorded)


def same_rows(
    label: str, schema: dict[str, pl.DataType], stated: list[dict[str, Value | None]], recorded: Recorded
) -> None:
    frame = pl.DataFrame(stated, schema=schema).with_columns(
        pl.int_range(pl.len()).cast(pl.String).alias("id"), pl.lit("row 2").alias("locator")
    )
    found = record_rows(frame, label, "roll", recorded).to_dicts()
    for place, (values, row) in enumerate(zip(stated, found, strict=True)):
        properties = {name: tuple(v) if isinstance(v, list) else v for name, v in values.items() if v is not None}
        record = Record(label, str(place), "roll", "row 2", recorded, properties)
        assert without_nulls(row) == without_nulls(record_row(record))


@given(
    st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["stated", "alleged", None]), st.none() | TEXTS), min_size=1),
    RECORDED,
)
def test_rows_of_statements_are_those_of_graph_rows(
    stated: list[tuple[str, str, str | None, str | None]], recorded: Recorded
) -> None:
    names = ["from_id", "to_id", "status", "outcome_as_stated"]
    frame = pl.DataFrame(stated, schema=dict.fromkeys(names, pl.String), orient="row").with_columns(
        pl.lit("s").alias("id"), pl.lit("row 2").alias("locator")
    )
    found = statement_rows(frame, "SUBJECT_OF", "roll", recorded).to_dicts()
    for (start, end, status, outcome), row in zip(stated, found, strict=True):
        properties = {"status": status, "outcome_as_stated": outcome}
        stated_ones: dict[str, Value] = {name: value for name, value in properties.items() if value is not None}
        one = Statement("SUBJECT_OF", "s", start, end, "roll", "row 2", recorded, stated_ones)
        assert without_nulls(row) == without_nulls(statement_row(one))


def without_nulls(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if value is not None}
