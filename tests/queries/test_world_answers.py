"""The saved queries asked of the invented world: what must come out, what must not, and alike on both engines."""

from typing import Any

import pytest

from examples.world.truth import NearMiss, Truth
from graph.stores.store import Store
from queries.answers import Answer
from queries.catalogue import every_query
from queries.format import Query
from queries.running import run
from tests.queries.expected import EXPECTED
from tests.queries.expected.told import Row

QUERIES = [pytest.param(query, id=query.id) for query in every_query()]

KEYED_BY = {
    "recurring-officers": "officer",
    "moved-while-under-investigation": "officer",
    "accused-not-suspended-no-outcome": "officer",
    "unidentified": "record",
}
"""Queries each of whose rows is about one thing, and the column that says which."""

TYPES: dict[str, type | tuple[type, ...]] = {
    "integer": int, "number": (int, float), "boolean": bool,
    "texts": list, "codes": list, "ids": list,
    "id": str, "text": str, "code": str, "date": str,
}  # fmt: skip


def comparable(rows: tuple[tuple[Any, ...], ...]) -> set[Row]:
    """Rows as the expectations give them: lists as sorted tuples."""
    return {tuple(tuple(sorted(each)) if isinstance(each, list) else each for each in row) for row in rows}


def answers_of(store: Store) -> dict[str, Answer]:
    """Every query's answer with its evidence."""
    return {query.id: run(store, query, query.example.parameters, citations=True) for query in every_query()}


@pytest.fixture(scope="module")
def answers(embedded_world: Store) -> dict[str, Answer]:
    return answers_of(embedded_world)


@pytest.fixture(scope="module")
def neo4j_answers(neo4j_world: Store) -> dict[str, Answer]:
    return answers_of(neo4j_world)


@pytest.mark.parametrize("query", QUERIES)
def test_rows_are_those_that_the_truth_gives(query: Query, answers: dict[str, Answer], truth: Truth) -> None:
    assert query.example.expected
    expected = EXPECTED[query.example.expected](truth)
    assert comparable(answers[query.id].rows) == expected
    assert len(answers[query.id].rows) == len(expected)


@pytest.mark.parametrize("query", QUERIES)
def test_both_engines_give_equal_answers(
    query: Query, answers: dict[str, Answer], neo4j_answers: dict[str, Answer]
) -> None:
    embedded, neo4j = answers[query.id], neo4j_answers[query.id]
    assert embedded.rows == neo4j.rows
    assert embedded.citations == neo4j.citations
    assert embedded.denominator == neo4j.denominator


@pytest.mark.parametrize("query", QUERIES)
def test_every_row_says_where_it_stands(query: Query, answers: dict[str, Answer]) -> None:
    answer = answers[query.id]
    assert answer.rows
    assert all(answer.citations)
    assert all(each.source and each.locator and each.about for row in answer.citations for each in row)


@pytest.mark.parametrize("query", QUERIES)
def test_key_columns_tell_rows_apart_and_columns_hold_what_they_declare(
    query: Query, answers: dict[str, Answer]
) -> None:
    rows = [dict(zip((each.name for each in query.columns), row, strict=True)) for row in answers[query.id].rows]
    assert len({tuple(row[name] for name in query.key) for row in rows}) == len(rows)
    for column in query.columns:
        for value in (row[column.name] for row in rows):
            assert value is None or isinstance(value, TYPES[column.type]), f"{column.name} is {value!r}"


@pytest.mark.parametrize("query_id", KEYED_BY)
def test_who_must_be_in_a_row_is_and_who_must_not_is_not(
    query_id: str, answers: dict[str, Answer], truth: Truth
) -> None:
    answer = answers[query_id]
    column = [each.name for each in answer.query.columns].index(KEYED_BY[query_id])
    found = {row[column] for row in answer.rows}
    assert said_of(truth, query_id, "row")
    for each in said_of(truth, query_id, "row"):
        assert {truth.canonical(one) for one in each.ids} & found, each.why
    for each in said_of(truth, query_id, "no_row"):
        assert not {truth.canonical(one) for one in each.ids} & found, each.why


def test_only_what_a_source_denies_is_a_denied_link(answers: dict[str, Answer], truth: Truth) -> None:
    pairs = {(row[1], row[3]) for row in answers["denied-links"].rows}
    assert {each.ids for each in said_of(truth, "denied-links", "row")} == pairs
    assert not {each.ids for each in said_of(truth, "denied-links", "no_row")} & pairs


def test_totals_of_two_forces_and_figures_that_are_quoted_are_no_pair(answers: dict[str, Answer], truth: Truth) -> None:
    pairs = {frozenset(row[:2]) for row in answers["totals-alike-but-different"].rows}
    for each in said_of(truth, "totals-alike-but-different", "row"):
        assert any(set(each.ids) <= pair for pair in pairs), each.why
    for each in said_of(truth, "totals-alike-but-different", "no_row"):
        assert frozenset(each.ids) not in pairs, each.why


def said_of(truth: Truth, query_id: str, expect: str) -> list[NearMiss]:
    """What must or must not come out of a query."""
    return [each for each in truth.near_misses if (each.query, each.expect) == (query_id, expect)]
