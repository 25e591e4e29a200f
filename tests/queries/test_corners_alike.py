"""Both engines answer alike in every corner, with dates and parameters too; an empty database has an answer as well."""

from collections.abc import Iterator

import pytest

from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.store import Store
from queries.catalogue import every_query
from queries.format import Query
from queries.running import run
from tests.engines.emptying import empty
from tests.engines.server import Neo4jServer
from tests.queries.corners import CORNERS

QUERIES = [pytest.param(query, id=query.id) for query in every_query()]


def load_corners(store: Store) -> None:
    store.prepare(constraints())
    for make in CORNERS.values():
        make().load(store)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(str(tmp_path_factory.mktemp("corners") / "database"), purpose="tests", create=True)
    load_corners(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Neo4jServer) -> Iterator[Store]:
    empty(neo4j_server)
    server = neo4j_server
    store = open_store(server.address, user=server.user, password=server.password, purpose="tests", insecure=True)
    load_corners(store)
    yield store
    store.close()
    empty(neo4j_server)


@pytest.mark.parametrize("query", QUERIES)
def test_every_asking_has_one_answer(query: Query, embedded: Store, neo4j: Store) -> None:
    for asking in CORNERS[query.id]().asked:
        one, other = (
            run(store, query, asking.given, at=asking.at, known=asking.known, citations=True)
            for store in (embedded, neo4j)
        )
        assert one.rows == other.rows, asking
        assert one.citations == other.citations, asking
        assert (one.denominator, one.later) == (other.denominator, other.later), asking


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_known_by_a_date_is_what_was_stated_until_then(query: Query, embedded: Store) -> None:
    every_source_of_2020 = run(embedded, query, {}, known="2020", citations=True)
    assert {each.recorded_to for row in every_source_of_2020.citations for each in row} <= {"2020"}
    nothing = run(embedded, query, {}, known="2019", citations=True)
    assert (nothing.rows, nothing.denominator) == ((), 0)


@pytest.mark.parametrize("query", QUERIES)
def test_an_empty_database_has_no_rows_and_says_so(query: Query, store: Store) -> None:
    answer = run(store, query, {}, at="2021" if query.dates.at else None, known="2021")
    assert (answer.rows, answer.denominator, answer.later, answer.cut) == ((), 0, 0, False)
    assert "{" not in answer.no_rows
    assert answer.no_rows.startswith(("None of the 0 ", "No source"))
