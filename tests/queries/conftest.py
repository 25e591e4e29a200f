"""The invented world, loaded once for each module that asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.world.truth import READY, Truth, read_truth
from graph.identity.dumping import read_dump, restore
from graph.model.constraints import constraints
from graph.stores import open_store
from graph.stores.store import Store
from graph.vocabulary import load_vocabularies
from loaders.casebooks.loading import load_casebooks
from tests.engines.emptying import empty
from tests.engines.server import Neo4jServer


def load_world(store: Store, folder: Path) -> None:
    """Loads the casebooks of a world and its decisions."""
    store.prepare(constraints())
    vocabularies = load_vocabularies([folder / "vocabularies"])
    casebooks = sorted((folder / "casebooks").rglob("*.yaml"))
    load_casebooks(store, casebooks, now="2026-01-01T00:00:00Z", vocabularies=vocabularies)
    with (folder / "decisions.jsonl").open(encoding="utf-8") as lines:
        restore(store, read_dump(lines, file="decisions.jsonl"))


@pytest.fixture(scope="module")
def truth() -> Truth:
    return read_truth(READY)


@pytest.fixture(scope="module")
def embedded_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(str(tmp_path_factory.mktemp("world") / "database"), purpose="tests", create=True)
    load_world(store, READY)
    yield store
    store.close()


@pytest.fixture(scope="module")
def neo4j_world(neo4j_server: Neo4jServer) -> Iterator[Store]:
    empty(neo4j_server)
    server = neo4j_server
    store = open_store(server.address, user=server.user, password=server.password, purpose="tests", insecure=True)
    load_world(store, READY)
    yield store
    store.close()
    empty(neo4j_server)


@pytest.fixture(scope="module")
def articles_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The five articles, embedded."""
    store = open_store(str(tmp_path_factory.mktemp("articles") / "database"), purpose="tests", create=True)
    store.prepare(constraints())
    casebooks = sorted((READY.parents[1] / "articles").glob("*.yaml"))
    load_casebooks(store, casebooks, now="2026-01-01T00:00:00Z", vocabularies=load_vocabularies([]))
    yield store
    store.close()
