"""Who recurs, read as columns: the same rows as the text of the catalogue gives, on both engines."""

from itertools import product
from typing import Any

import pytest

from graph.model.constraints import constraints
from graph.stores.store import DEFAULT_TIMEOUT, Store
from queries import recurring
from queries.catalogue import find
from queries.format import Query
from queries.parameters import Value, bound
from queries.recurring import recurring_officers
from queries.running import run
from tests.queries.corners import CORNERS

DATES = ((None, None), ("2019", None), (None, "2021-06"), ("2020-03", "2022"))


@pytest.fixture
def query() -> Query:
    return find("recurring-officers")


def with_sets(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(sorted(each) if isinstance(each, list) else each for each in row) for row in rows]


def assert_alike(store: Store, query: Query, parameters: dict[str, Value]) -> int:
    told = with_sets(store.read(query.cypher, parameters).rows)
    assert with_sets(recurring_officers(store, parameters, timeout=DEFAULT_TIMEOUT)) == told, parameters
    return len(told)


def test_every_corner_of_the_question_has_one_answer(store: Store, query: Query) -> None:
    store.prepare(constraints())
    corner = CORNERS[query.id]()
    assert recurring_officers(store, bound(query, {}), timeout=DEFAULT_TIMEOUT) == []
    corner.load(store)
    for asking in corner.asked:
        assert_alike(store, query, bound(query, asking.given, at=asking.at, known=asking.known))


@pytest.mark.parametrize("world", ["embedded_world", pytest.param("neo4j_world", marks=pytest.mark.slow)])
def test_the_invented_world_has_one_answer_whatever_is_asked(
    world: str, query: Query, request: pytest.FixtureRequest
) -> None:
    store: Store = request.getfixturevalue(world)
    forces = [None, *(each for (each,) in store.read("MATCH (f:Force) RETURN f.id AS id ORDER BY id LIMIT 3").rows)]
    found = 0
    for minimum, force, (at, known), apart in product((1, 2, 3), forces, DATES, (False, True)):
        given = {"minimum": minimum, "leave_out_linked": apart, **({"force": force} if force else {})}
        found += assert_alike(store, query, bound(query, given, at=at, known=known))
    assert found > 100


def test_where_much_is_held_the_columns_answer_and_nobodys_own_question_is_taken_for_it(
    embedded_world: Store, query: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_text = run(embedded_world, query, {})
    monkeypatch.setattr(recurring, "MANY", 1)
    assert recurring.is_faster(embedded_world, query)
    assert run(embedded_world, query, {}) == by_text
    assert run(embedded_world, query, {}, row_limit=1).cut
    own = Query.model_validate(query.model_dump())
    assert not recurring.is_faster(embedded_world, own)
