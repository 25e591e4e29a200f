"""Whatever passes the guard and is a text that Neo4j understands, Neo4j itself plans as reading only.

Clauses, and names that are spelt like clauses, are strung together at random: most of it is nonsense and fails to
parse; what parses must not write.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from graph.errors import RefusedQueryError
from graph.stores.guard import check_text
from graph.stores.guard.operators import check_plan
from tests.engines.server import Neo4jServer

BEGINNINGS = ["MATCH (n)", "MATCH (set)-[delete]->(as)", "MATCH (return:Set)", "WITH 1 AS x", "UNWIND [1] AS create"]
GOING_ON = [
    *("WITH *", "WITH as", "WITH return", "WITH n AS set", "WITH n, 1 AS merge", "WHERE n:%", "WHERE n.set = 1"),
    *(
        "SET n.x = 1",
        "SET set.x = 1",
        "SET n:Set",
        "DELETE n",
        "DELETE as",
        "DETACH DELETE n",
        "REMOVE n.x",
        "REMOVE n:Set",
    ),
    *("CREATE (m)", "CREATE (set)", "MERGE (m:Set)", "FOREACH (x IN [1] | SET n.x = x)", "INSERT (m)", "FINISH"),
    *("CALL { CREATE (m) }", "CALL (n) { SET n.x = 1 }", "CALL (n) { RETURN 1 AS y }", "CALL db.createLabel('x')"),
    *(
        "LOAD CSV FROM 'file:///x' AS load",
        "UNION",
        "UNION ALL",
        "MATCH (n)",
        "UNWIND [1] AS z",
        "LIMIT 1",
        "ORDER BY n.set",
    ),
]
ENDINGS = ["RETURN 1 AS one", "RETURN n.set AS one", "RETURN *", "RETURN set", "RETURN as.set AS one", "FINISH", ""]
JOINS = [" ", "\n", "/* ' */", ' // "\n', "\t", "\u00a0"]


@pytest.fixture(scope="module")
def driver(neo4j_server: Neo4jServer) -> Iterator[Driver]:
    login = (neo4j_server.user, neo4j_server.password)
    with GraphDatabase.driver(neo4j_server.address, auth=login, notifications_min_severity="OFF") as driver:
        yield driver


@given(
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(GOING_ON), max_size=3),
    st.sampled_from(ENDINGS),
    st.sampled_from(JOINS),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_passes_the_guard_reads(driver: Driver, begins: str, middle: list[str], ends: str, join: str) -> None:
    text = join.join([begins, *middle, ends])
    try:
        check_text(text)
        _, summary, _ = driver.execute_query(f"EXPLAIN\n{text}")
    except (RefusedQueryError, Neo4jError):
        return
    assert summary.query_type == "r"
    assert summary.plan is not None
    check_plan(summary.plan)
