"""`erase` and `load remove` on both engines: what goes, what stays, and what another load brings back."""

import json
from pathlib import Path

import pytest

from tests.crossprobe.calling import Caller, log_of
from tests.engines.server import Neo4jServer

ARTICLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
EVERYTHING = (
    "MATCH (n) WHERE NOT n:Load AND NOT n:Database RETURN n.id AS id "
    "UNION ALL MATCH ()-[r]->() WHERE type(r) <> 'SAME_AS' RETURN r.id AS id"
)


@pytest.fixture(params=["embedded", "neo4j"])
def address(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, call: Caller) -> str:
    """The address of a database in which the articles are loaded."""
    where = "database"
    if request.param == "neo4j":
        request.getfixturevalue("bolt_store")
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        monkeypatch.setenv("CROSSPROBE_USER", server.user)
        monkeypatch.setenv("CROSSPROBE_PASSWORD", server.password)
        where = server.address
    loaded = call("load", "casebook", str(ARTICLES), "-d", where)
    assert loaded.code == 0, loaded.err
    return where


def held(call: Caller, address: str) -> set[str]:
    """The ids of all records and statements."""
    return {row["id"] for row in json.loads(call("cypher", EVERYTHING, "--format", "json", "-d", address).out)}


def load_again(call: Caller, address: str) -> dict[str, int]:
    """Loads the articles; the counts of all of them together."""
    said = call("load", "casebook", str(ARTICLES), "--format", "json", "-d", address)
    assert said.code == 0, said.err
    return next(each for each in json.loads(said.out) if each["source"] == "all")


def test_who_was_erased_is_not_brought_back_by_a_load_and_all_else_stays(
    call: Caller, address: str, tmp_path: Path
) -> None:
    text = "MATCH (o:Officer)-[r]-() WHERE o.name IS NOT NULL RETURN o.id AS id, o.name AS name, r.id AS link"
    rows = json.loads(call("cypher", f"{text} ORDER BY id", "--format", "json", "-d", address).out)
    who, name = rows[0]["id"], rows[0]["name"]
    links = {row["link"] for row in rows if row["id"] == who}
    before = held(call, address)
    said = call("erase", who, "--why", "request 12", "--yes", "-d", address)
    assert said.code == 0, said.err
    assert "Out of reach" in said.err
    assert ("ask who looks after it" in said.err) == address.startswith("bolt:")
    gone = before - held(call, address)
    assert {who, *links} <= gone
    assert load_again(call, address)["excluded"] == len(gone)
    assert held(call, address) == before - gone
    assert call("show", who, "-d", address).code == 3
    (asked,) = [each for each in log_of(tmp_path / "state") if each.get("operation") == "erasure"]
    assert name not in json.dumps(asked)


def test_a_source_taken_out_leaves_what_others_state_and_comes_back_whole(call: Caller, address: str) -> None:
    listed = json.loads(call("load", "list", "--format", "json", "-d", address).out)
    slug = listed[0]["source"]
    own = (
        f"MATCH (n {{source_id: '{slug}'}}) RETURN n.id AS id "
        f"UNION ALL MATCH ()-[r {{source_id: '{slug}'}}]->() RETURN r.id AS id"
    )
    stated = {row["id"] for row in json.loads(call("cypher", own, "--format", "json", "-d", address).out)}
    before = held(call, address)
    assert call("load", "remove", slug, "--why", "withdrawn", "--yes", "-d", address).code == 0
    left = held(call, address)
    assert not stated & left - {f"source:{slug}"}
    assert {each for each in before - left if each not in stated} <= {f"source:{slug}"} | {
        each for each in before if each.partition(":")[0] in ("force", "body", "offence", "source")
    }
    load_again(call, address)
    assert held(call, address) == before
