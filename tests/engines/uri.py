"""A Neo4j that is already running: NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD say where.

The tests empty the database they are given, so one that holds anything is refused: it may be somebody's work.
One test session at a time may use a given server.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import GraphDatabase

from tests.engines.server import USER, Neo4jServer, NoServerError, wait_until_it_answers


def is_given() -> bool:
    """Whether the environment names a server."""
    return bool(os.environ.get("NEO4J_URI"))


@contextmanager
def running() -> Iterator[Neo4jServer]:
    """The server of the environment; it goes on running afterwards. Raises NoServerError where it cannot be used."""
    server = Neo4jServer(
        os.environ["NEO4J_URI"],
        os.environ.get("NEO4J_USER", USER),
        os.environ.get("NEO4J_PASSWORD", ""),
        "NEO4J_URI",
    )
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        raise NoServerError("several workers would empty one server under each other: use -n 1 with NEO4J_URI")
    wait_until_it_answers(server, lives=lambda: True, seconds=15)
    if nodes := _count_nodes(server):
        raise NoServerError(f"{server.address} holds {nodes} nodes, which the tests would delete: empty it first")
    yield server


def _count_nodes(server: Neo4jServer) -> int:
    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        records, _, _ = driver.execute_query("MATCH (n) RETURN count(n) AS nodes")
    return int(records[0]["nodes"])
