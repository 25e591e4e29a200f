"""Makes a Neo4j database as new, but for the model's constraints and indexes: making them anew takes seconds."""

from neo4j import Driver, GraphDatabase

from graph.model.constraints import constraints
from tests.engines.server import Neo4jServer

NEVER: frozenset[str] = frozenset()
"""To keep nothing: a database as it was before anybody came."""

THE_MODELS = frozenset(each.split()[2] for each in constraints())
"""Names of the constraints and indexes that the model asks for: every load makes them where they are not there."""


def empty(server: Neo4jServer, *, keep: frozenset[str] = THE_MODELS) -> None:
    """Deletes all data, and every constraint and index but those named `keep` and the token lookups, which every
    fresh database has."""
    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        with driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        for name in _names(driver, "SHOW CONSTRAINTS YIELD name RETURN name") - keep:
            driver.execute_query(f"DROP CONSTRAINT {_quoted(name)}")
        for name in _names(driver, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name") - keep:
            driver.execute_query(f"DROP INDEX {_quoted(name)}")


def _names(driver: Driver, cypher: str) -> set[str]:
    records, _, _ = driver.execute_query(cypher)
    return {record["name"] for record in records}


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
