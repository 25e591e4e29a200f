"""Every condition of every saved query counts: without it, some answer is another one."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.store import Rows, Store
from queries.catalogue import every_query
from queries.format import Query
from queries.parameters import Value, bound
from queries.running import evidence
from tests.queries.conditions import Condition, conditions
from tests.queries.corners import CORNERS
from tests.queries.corners.corner import Corner

ENOUGH = 30.0


@pytest.fixture(scope="module", params=[pytest.param(query, id=query.id) for query in every_query()])
def query(request: pytest.FixtureRequest) -> Query:
    chosen: Query = request.param
    return chosen


@pytest.fixture(scope="module")
def corner(query: Query) -> Corner:
    return CORNERS[query.id]()


@pytest.fixture(scope="module")
def store(corner: Corner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database that holds the query's corner and nothing else."""
    opened = open_store(str(tmp_path_factory.mktemp(corner.query) / "database"), purpose="tests", create=True)
    opened.prepare(constraints())
    corner.load(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def askings(query: Query, corner: Corner) -> list[dict[str, Value]]:
    """The parameters of every way in which the corner is asked."""
    return [bound(query, each.given, at=each.at, known=each.known) for each in corner.asked]


def rows_of(store: Store, query: Query, parameters: dict[str, Value]) -> Rows:
    return store.read(query.cypher, parameters, timeout=ENOUGH)


def drawn(store: Store, query: Query, parameters: dict[str, Value], answered: Rows) -> list[Any]:
    lines = evidence(store, query, parameters, answered, timeout=ENOUGH)
    return sorted((line["number"], line["stated"]["id"], str(line["about"])) for line in lines)


def told(dropped: list[Condition]) -> str:
    return "\n".join(each.text for each in dropped)


def test_each_condition_of_the_question_changes_an_answer(
    store: Store, query: Query, askings: list[dict[str, Value]]
) -> None:
    whole = [rows_of(store, query, each).rows for each in askings]
    idle = []
    for condition in conditions(query.cypher):
        without = query.model_copy(update={"cypher": condition.dropped_from(query.cypher)})
        if all(rows_of(store, without, each).rows == rows for each, rows in zip(askings, whole, strict=True)):
            idle.append(condition)
    assert not idle, told(idle)


def test_each_condition_of_the_graph_changes_what_is_drawn(
    store: Store, query: Query, askings: list[dict[str, Value]]
) -> None:
    answered = [rows_of(store, query, each) for each in askings]
    whole = [drawn(store, query, each, rows) for each, rows in zip(askings, answered, strict=True)]
    idle = []
    for condition in conditions(query.graph):
        without = query.model_copy(update={"graph": condition.dropped_from(query.graph)})
        asked = zip(askings, answered, whole, strict=True)
        if all(drawn(store, without, each, rows) == lines for each, rows, lines in asked):
            idle.append(condition)
    assert not idle, told(idle)


def test_each_condition_of_the_denominator_changes_the_number(
    store: Store, query: Query, askings: list[dict[str, Value]]
) -> None:
    text = query.denominator.cypher
    whole = [store.read(text, each).rows for each in askings]
    idle = [
        condition
        for condition in conditions(text)
        if [store.read(condition.dropped_from(text), each).rows for each in askings] == whole
    ]
    assert not idle, told(idle)
