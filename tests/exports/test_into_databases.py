"""Folders that become databases: through Neo4j's own import tool, and as Cypher into both engines."""

import os
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.world.truth import READY
from exports.about import about
from exports.formats import FORMATS
from graph.errors import UnreachableError
from graph.loads.loading import load_facts
from graph.stores import open_store
from graph.stores.store import Store
from graph.subgraph import Subgraph
from queries.selection import Everything, take
from tests.engines import maven
from tests.engines.artifacts import libraries
from tests.engines.server import Neo4jServer, NoServerError
from tests.exports.test_hostile import CORPUS
from tests.invented import Invented
from tests.queries.conftest import load_world
from tests.reading import canonical_ids, graph


@pytest.fixture
def world(tmp_path: Path) -> Store:
    store = open_store(str(tmp_path / "world"), purpose="tests", create=True)
    load_world(store, READY)
    hostile = Invented("hostile")
    for name, text in CORPUS.items():
        if name != "half a character":  # no store takes one
            group = hostile.record("ChatGroup", name, name=text, former_names=(text.replace("\x1f", " "), "b"))
            hostile.states(hostile.officer(name, description=text), "MEMBER_OF", group, role=text)
    load_facts(store, hostile.facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")
    return store


def exported(store: Store, name: str, folder: Path) -> Subgraph:
    subgraph = take(store, Everything())
    folder.mkdir()
    FORMATS[name].write(subgraph, about(subgraph, digest=subgraph.digest), folder)
    return subgraph


@pytest.mark.slow
def test_the_cypher_of_a_world_makes_the_same_world_in_both_engines(world: Store, store: Store, tmp_path: Path) -> None:
    subgraph = exported(world, "cypher", tmp_path / "out")
    run_all: Callable[..., int] = runpy.run_path(str(tmp_path / "out" / "run.py"))["run_all"]
    for _ in range(2):  # the second time changes nothing

        def run(text: str, parameters: dict[str, object]) -> None:
            if not parameters:
                store.prepare([text])
                return
            with store.transaction() as tx:
                assert tx.run(text, parameters).rows == [(len(parameters["rows"]),)]  # type: ignore[arg-type]

        assert run_all(run) > 0
    assert graph(store) == graph(world)
    assert take(store, Everything()).digest == subgraph.digest
    world.close()


def ran(folder: Path, address: str, **login: str) -> str:
    """Runs the script as whoever gets the folder does; what it says."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **login}
    line = [sys.executable, "run.py", address]
    done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.mark.slow
def test_the_runner_fills_a_folder_and_a_server_when_it_is_called(
    world: Store, tmp_path: Path, bolt_store: Store, neo4j_server: Neo4jServer
) -> None:
    folder = tmp_path / "out"
    subgraph = exported(world, "cypher", folder)
    lines = (folder / "statements.jsonl").read_bytes().count(b"\n")
    assert f"{lines} statements run" in ran(folder, str(tmp_path / "made"))
    login = {"NEO4J_USER": neo4j_server.user, "NEO4J_PASSWORD": neo4j_server.password}
    assert f"{lines} statements run" in ran(folder, neo4j_server.address, **login)
    made = open_store(str(tmp_path / "made"), purpose="tests")
    for each in (made, bolt_store):
        assert take(each, Everything()).digest == subgraph.digest
        assert canonical_ids(each) == canonical_ids(world)
    made.close()
    world.close()


def _wait_until_online(store: Store) -> None:
    """A server answers before its imported database is online."""
    for _ in range(60):
        try:
            store.read("RETURN 1")
        except UnreachableError:
            time.sleep(0.5)
        else:
            return


@pytest.mark.slow
def test_the_folder_of_a_world_goes_through_neo4j_s_import_tool(
    world: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    subgraph = exported(world, "neo4j-admin", folder)

    def imported(java: str, jars: str, home: Path, password: str) -> None:
        """Stands for the step between the making of the server's folder and its first start."""
        environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        tool = [java, "-Xmx512m", "-cp", jars, "org.neo4j.cli.AdminTool"]
        arguments = ["database", "import", "full", "@import.args", "--overwrite-destination", "neo4j"]
        done = subprocess.run(
            [*tool, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        set_password(java, jars, home, password)

    set_password = maven._set_password
    monkeypatch.setattr(maven, "_set_password", imported)
    try:
        libraries()
        with maven.running() as server:
            login = {"user": server.user, "password": server.password}
            store = open_store(server.address, purpose="tests", insecure=True, **login)  # type: ignore[arg-type]
            _wait_until_online(store)
            assert canonical_ids(store) == canonical_ids(world)
            assert graph(store) == graph(world)
            assert take(store, Everything()).digest == subgraph.digest
            store.close()
    except NoServerError as why:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no Neo4j to test with: {why}")
    world.close()
