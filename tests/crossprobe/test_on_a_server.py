"""The command line on a real Neo4j: the same answers, and what it says where the login is refused."""

import json
from pathlib import Path

import pytest

from graph.stores.store import Store
from tests.crossprobe.calling import Caller
from tests.engines.server import Neo4jServer

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"


@pytest.mark.usefixtures("bolt_store")
def test_the_articles_give_the_same_rows_as_on_the_embedded_engine(
    call: Caller, articles: Path, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSPROBE_USER", neo4j_server.user)
    monkeypatch.setenv("CROSSPROBE_PASSWORD", neo4j_server.password)
    loaded = call("load", "casebook", str(ARTICLES), "-d", neo4j_server.address)
    assert loaded.code == 0, loaded.err
    line = ("query", "run", "recurring-officers", "--format", "json")
    there, here = (json.loads(call(*line, "-d", address).out) for address in (neo4j_server.address, str(articles)))
    assert there == here
    shown = ("show", here[0]["officer"], "--format", "json")
    there, here = (json.loads(call(*shown, "-d", address).out) for address in (neo4j_server.address, str(articles)))
    assert there == here


def test_a_wrong_or_missing_password_says_so_and_what_to_do(
    call: Caller, bolt_store: Store, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bolt_store.engine.name == "neo4j"
    monkeypatch.setenv("CROSSPROBE_USER", neo4j_server.user)
    for password in ("not the password", None):
        if password:
            monkeypatch.setenv("CROSSPROBE_PASSWORD", password)
        else:
            monkeypatch.delenv("CROSSPROBE_PASSWORD")
        said = call("search", "sergeant", "-d", neo4j_server.address)
        assert (said.code, said.out) == (4, "")
        assert "CROSSPROBE_PASSWORD" in said.err
        assert "not the password" not in said.err
        assert len(said.err.splitlines()) == 2
