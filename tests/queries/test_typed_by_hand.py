"""What the catalogue asks, anyone may type: the guard and the plan's list of steps let it through."""

import pytest
from neo4j import GraphDatabase

from graph.stores.guard import check_text
from graph.stores.guard.operators import check_plan
from queries.catalogue import every_query
from queries.format import Query
from tests.engines.server import Neo4jServer

QUERIES = [pytest.param(query, id=query.id) for query in every_query()]


@pytest.mark.parametrize("query", QUERIES)
def test_the_guard_and_the_plan_let_a_saved_text_through(query: Query, neo4j_server: Neo4jServer) -> None:
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.address, auth=login, notifications_min_severity="OFF") as driver:
        for text in (query.cypher, query.graph, query.denominator.cypher):
            check_text(text)
            _, summary, _ = driver.execute_query(f"EXPLAIN\n{text}")
            assert summary.plan is not None
            check_plan(summary.plan)
