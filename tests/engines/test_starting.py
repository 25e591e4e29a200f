"""The test servers themselves: a given one is respected, one of our own never outlives its session."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

import pytest

from graph.stores.store import Store
from tests.engines import uri
from tests.engines.server import Neo4jServer, NoServerError
from tests.engines.start import running


@pytest.fixture
def given_server(neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Neo4jServer:
    monkeypatch.delenv("PYTEST_XDIST_WORKER_COUNT", raising=False)  # this worker's server is its own
    monkeypatch.setenv("NEO4J_URI", neo4j_server.address)
    monkeypatch.setenv("NEO4J_USER", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    return neo4j_server


def test_a_given_server_is_used_and_left_running(bolt_store: Store, given_server: Neo4jServer) -> None:
    with running() as server:
        assert (server.address, server.started_by) == (given_server.address, "NEO4J_URI")
    assert bolt_store.read("RETURN 1 AS one").rows == [(1,)]


@pytest.mark.usefixtures("given_server")
def test_a_given_server_that_holds_anything_is_not_emptied_but_refused(bolt_store: Store) -> None:
    with bolt_store.transaction() as transaction:
        transaction.run("CREATE (:SomebodysWork)")
    with pytest.raises(NoServerError, match="holds 1 nodes"), uri.running():
        pass
    assert bolt_store.read("MATCH (n) RETURN count(n) AS nodes").rows == [(1,)]


@pytest.mark.usefixtures("given_server")
def test_a_given_server_that_refuses_the_login_is_not_replaced_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-password")
    with pytest.raises(NoServerError, match="refused the login"), running():
        pass


@pytest.mark.usefixtures("given_server")
def test_a_given_server_is_not_shared_by_several_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    with pytest.raises(NoServerError, match="under each other"), uri.running():
        pass


@pytest.mark.slow
def test_a_killed_session_leaves_no_server_behind(neo4j_server: Neo4jServer) -> None:
    if neo4j_server.started_by == "NEO4J_URI":
        pytest.skip("a given server is not ours to end")
    with subprocess.Popen([sys.executable, "-m", "tests.engines"], stdout=subprocess.PIPE, text=True) as session:
        assert session.stdout is not None
        port = urlsplit(session.stdout.readline().removeprefix("NEO4J_URI=").strip()).port
        assert is_open(port)
        os.kill(session.pid, signal.SIGKILL)
    while is_open(port):  # pytest's own timeout ends the test where it never closes
        time.sleep(0.1)


def is_open(port: int | None) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port or 0)) == 0
