"""SELECTION on a command line: one way at a time, and what does not go together is said before anything is asked."""

from pathlib import Path
from typing import Any

import pytest

from crossprobe.selecting import Selecting, selecting
from graph.errors import CrossprobeError, NotFoundError, UsageError
from graph.stores.store import Store
from queries.selection import Around, Asked, Component, Everything, Listed, Network, take
from tests.queries.test_selection import World

NOTHING: dict[str, Any] = {
    "query": None,
    "parameters": None,
    "around": None,
    "more_ids": None,
    "depth": 1,
    "types": None,
    "network": None,
    "component": None,
    "ids": None,
    "everything": False,
}


@pytest.fixture
def world(store: Store) -> World:
    return World(store)


def _typed(**some: object) -> Selecting:
    return selecting(**{**NOTHING, **some})


def test_each_way_becomes_its_selection(store: Store, world: World, tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_text(f"{world.ash}\n\n  {world.first}\n")
    asked = _typed(query="recurring-officers", parameters=["minimum=3"]).found(store)
    assert isinstance(asked, Asked)
    assert (asked.query.id, asked.given) == ("recurring-officers", {"minimum": "3"})
    around = _typed(around=["Ash"], more_ids=["Birch"], depth=2, types="subject_of,SERVED_IN").found(store)
    assert around == Around((world.ash, world.birch), 2, ("SUBJECT_OF", "SERVED_IN"))
    assert _typed(network="pairs").found(store) == Network("pairs")
    assert _typed(component="Ash").found(store) == Component(world.ash)
    assert _typed(ids=tmp_path / "ids.txt").found(store) == Listed((world.ash, world.first))
    assert _typed(everything=True).found(store) == Everything()


def test_a_component_reaches_any_distance_but_not_through_a_force(store: Store, world: World) -> None:
    drawn = take(store, Component(world.third))
    assert {each.id for each in drawn.records} == {world.ash, world.first, world.second, world.third, world.force}
    assert drawn.header.about == (world.third,)


def test_what_a_selection_was_asked_for_stands_in_its_header(store: Store, world: World) -> None:
    assert take(store, _typed(query="recurring-officers").found(store)).header.about == (world.ash,)
    assert take(store, _typed(around=["Birch"]).found(store)).header.about == (world.birch,)
    assert take(store, _typed(everything=True).found(store)).header.about == ()


@pytest.mark.parametrize(
    "some",
    [
        {},
        {"query": "recurring-officers", "everything": True},
        {"everything": True, "parameters": ["minimum=3"]},
        {"everything": True, "types": "SUBJECT_OF"},
        {"everything": True, "more_ids": ["Ash"]},
        {"around": ["Ash"], "types": "KNOWS"},
        {"query": "recurring-officers", "parameters": ["minimum"]},
    ],
)
def test_what_does_not_go_together_is_refused_before_a_database_is_opened(some: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        _typed(**some)


def test_a_file_of_ids_must_be_there_and_hold_some(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        _typed(ids=tmp_path / "missing.txt")
    (tmp_path / "empty.txt").write_text("\n")
    with pytest.raises(CrossprobeError, match="holds no ids"):
        _typed(ids=tmp_path / "empty.txt")
