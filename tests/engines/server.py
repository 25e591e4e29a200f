"""A running Neo4j, as the tests see it, whoever started it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

USER = "neo4j"
"""The user that every fresh Neo4j has."""


class NoServerError(Exception):
    """This way of starting cannot give a server here; the text says why in one line."""


@dataclass(frozen=True, slots=True)
class Neo4jServer:
    """Where a server answers and how to log in. `started_by` is NEO4J_URI, Docker or Maven."""

    address: str
    user: str
    password: str
    started_by: str


def wait_until_it_answers(server: Neo4jServer, *, lives: Callable[[], bool], seconds: float) -> None:
    """Returns once the login works. Raises NoServerError when `lives` turns false or the seconds have passed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not lives():
            raise NoServerError(f"the Neo4j started by {server.started_by} ended before it answered")
        if _answers(server):
            return
        time.sleep(0.3)
    raise NoServerError(f"the Neo4j started by {server.started_by} did not answer within {seconds:.0f} s")


def _answers(server: Neo4jServer) -> bool:
    login = (server.user, server.password)
    patience: dict[str, Any] = {"connection_timeout": 2.0, "connection_acquisition_timeout": 2.0}
    try:
        # A starting server takes connections before it answers: one such would be waited for for a minute.
        with GraphDatabase.driver(server.address, auth=login, **patience) as driver:
            driver.verify_connectivity()
    except AuthError as refused:
        raise NoServerError(f"the Neo4j of {server.started_by} refused the login") from refused
    except (DriverError, Neo4jError):
        return False
    return True
