"""FollowTheMoney entities: each is what the library's own model allows, and every reference meets an entity."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from followthemoney import model
from hypothesis import given, settings

from examples.world.truth import READY
from exports.formats import FORMATS
from graph.stores import open_store
from graph.subgraph import Subgraph
from queries.selection import Everything, take
from tests.exports.drawn import subgraphs
from tests.exports.test_round_trips import written
from tests.graph.redaction.crowd import crowd
from tests.queries.conftest import load_world


def entities_of(subgraph: Subgraph, folder: str) -> dict[str, dict[str, Any]]:
    lines = written(FORMATS["ftm"], subgraph, folder).read_text("utf-8").split("\n")[:-1]
    entities = [json.loads(line) for line in lines]
    assert len({each["id"] for each in entities}) == len(entities)
    return {each["id"]: each for each in entities}


def check(entities: dict[str, dict[str, Any]]) -> None:
    """Raises what the library raises where an entity is not of its schema; every reference meets its range."""
    for each in entities.values():
        schema = model.get(each["schema"])
        assert schema is not None
        schema.validate(each)
        for name, values in each["properties"].items():
            property_ = schema.get(name)
            assert property_ is not None, (each["schema"], name)
            if property_.type.name == "entity":
                assert property_.range is not None
                for value in values:
                    assert model[entities[value]["schema"]].is_a(property_.range), (each["schema"], name)
        proxy = model.get_proxy(each, cleaned=False)
        assert proxy.id == each["id"]
        assert set(proxy.properties) == set(each["properties"])


@settings(max_examples=40)
@given(subgraph=subgraphs())
def test_whatever_is_drawn_is_valid_and_whole(subgraph: Subgraph) -> None:
    with TemporaryDirectory() as folder:
        entities = entities_of(subgraph, folder)
    check(entities)
    assert len(entities) == 1 + len(subgraph.records) + len(subgraph.statements)


def test_people_groups_and_cases_become_what_they_are_there(tmp_path: Path) -> None:
    entities = entities_of(crowd(), str(tmp_path))
    check(entities)
    schemas = {each["schema"] for each in entities.values()}
    assert schemas == {
        *("Person", "UserAccount", "Organization", "PublicBody", "LegalEntity", "Note", "Document", "Employment"),
        "UnknownLink",
    }
    (denial,) = (each for each in entities.values() if each["properties"].get("notes", [""])[0] == "kind: Denial")
    assert denial["schema"] == "Note"
    assert set(denial["properties"]) == {"name", "notes", "proof"}


@pytest.mark.slow
def test_the_invented_world_is_valid_with_a_proof_for_every_thing(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "world"), purpose="tests", create=True)
    load_world(store, READY)
    subgraph = take(store, Everything())
    store.close()
    entities = entities_of(subgraph, str(tmp_path))
    check(entities)
    by_schema = {each["schema"] for each in entities.values()}
    assert {"Person", "Organization", "Membership", "Employment", "CourtCase", "CourtCaseParty"} <= by_schema
    people = [each for each in entities.values() if each["schema"] == "Person"]
    assert all("proof" in each["properties"] for each in people)
