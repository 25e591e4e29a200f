"""Makes a Neo4j database as new: no data, no constraints, no indexes."""

from neo4j import Driver, GraphDatabase

from tests.engines.server import Neo4jServer


def empty(server: Neo4jServer) -> None:
    """Deletes everything but the token lookup indexes, which every fresh database has."""
    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        with driver.session() as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
        for name in _names(driver, "SHOW CONSTRAINTS YIELD name RETURN name"):
            driver.execute_query(f"DROP CONSTRAINT {_quoted(name)}")
        for name in _names(driver, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"):
            driver.execute_query(f"DROP INDEX {_quoted(name)}")


def _names(driver: Driver, cypher: str) -> list[str]:
    records, _, _ = driver.execute_query(cypher)
    return [record["name"] for record in records]


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
