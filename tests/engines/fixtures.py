"""The stores that tests ask for: `store` runs a test on both engines, the others on one.

A Neo4j that cannot be started is a failure where CI=true. Elsewhere its tests are skipped, and the end of the
session says so in red.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from graph.stores import open_store
from graph.stores.store import Store
from tests.engines.emptying import NEVER, empty
from tests.engines.server import Neo4jServer, NoServerError
from tests.engines.start import running

WHY_NO_SERVER = pytest.StashKey[str]()
NOT_RUN = "no Neo4j to test with"


@pytest.fixture(scope="session")
def neo4j_server(pytestconfig: pytest.Config) -> Iterator[Neo4jServer]:
    """A real Neo4j for the whole session. Two sessions at once have two of them (but for one given by NEO4J_URI)."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running())
        except NoServerError as why:
            if os.environ.get("CI") == "true":
                pytest.fail(f"{NOT_RUN}: {why}", pytrace=False)
            pytestconfig.stash[WHY_NO_SERVER] = str(why)
            pytest.skip(NOT_RUN)
        yield server
        empty(server, keep=NEVER)  # a given one outlives the session


@pytest.fixture
def bolt_store(neo4j_server: Neo4jServer) -> Iterator[Store]:
    """A store on the session's Neo4j, emptied before the test; the model's constraints may stand there."""
    empty(neo4j_server)
    server = neo4j_server
    store = open_store(server.address, user=server.user, password=server.password, purpose="tests", insecure=True)
    yield store
    store.close()


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """A store in a new folder of its own."""
    store = open_store(str(tmp_path / "database"), purpose="tests", create=True)
    yield store
    store.close()


@pytest.fixture(params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest) -> Store:
    """Each engine in turn, empty: a test that asks for this holds on both or fails."""
    name = "embedded_store" if request.param == "embedded" else "bolt_store"
    chosen: Store = request.getfixturevalue(name)
    return chosen


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says loudly what a session without a Neo4j has not tested."""
    why = config.stash.get(WHY_NO_SERVER, None)
    if why is None:
        return
    skipped = [report for report in terminalreporter.getreports("skipped") if NOT_RUN in str(report.longrepr)]
    terminalreporter.section("NEO4J WAS NOT TESTED", sep="!", red=True, bold=True)
    terminalreporter.line(f"{len(skipped)} tests did not run on a real Neo4j: {why}.", red=True)
    terminalreporter.line("Set NEO4J_URI, start Docker, or install Java 17 and Maven. With CI=true this fails.")
