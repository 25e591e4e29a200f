"""The one record a person means: by id, by the start of it as it is quoted, by name; never by guessing."""

import pytest

from graph import ids
from graph.errors import NotFoundError
from graph.loads.loading import load_facts
from graph.stores.store import Store
from queries.lookup import AmbiguousError, find_decision, find_record
from tests.invented import Invented

NOW = "2024-01-01T00:00:00.000Z"


@pytest.fixture
def officers(store: Store) -> dict[str, str]:
    """Two officers of one name in two forces, and one whose name nobody shares."""
    invented = Invented("example-article")
    made = {
        "here": invented.officer("1", name="Bo O'Grady-Example"),
        "there": invented.officer("2", name="BO OGRADY EXAMPLE"),
        "alone": invented.officer("3", name="Cy Solitary"),
    }
    for key, force in (("here", "north"), ("there", "south")):
        invented.states(made[key], "SERVED_IN", invented.force(force))
    load_facts(store, invented.facts, digest="d", loader="casebook", now=NOW)
    return made


def test_an_id_is_taken_whole_or_by_its_start_in_every_form_it_is_printed(
    store: Store, officers: dict[str, str]
) -> None:
    whole = officers["alone"]
    digits = whole.partition(":")[2]
    forms = [whole, ids.quoted(whole), digits[:6], f"officer:{digits[:8]}", f"{digits[:5]}-{digits[5:10]}"]
    misread = digits[:12].replace("1", "L").replace("0", "O").upper()
    assert {find_record(store, form).id for form in [*forms, misread, f" {ids.quoted(whole)} "]} == {whole}


def test_the_start_of_another_kind_is_not_taken(store: Store, officers: dict[str, str]) -> None:
    digits = officers["alone"].partition(":")[2]
    with pytest.raises(NotFoundError):
        find_record(store, f"investigation {digits[:10]}")
    with pytest.raises(NotFoundError):
        find_record(store, digits[:10], ("Investigation",))


def test_five_signs_are_too_few(store: Store, officers: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        find_record(store, officers["alone"].partition(":")[2][:5])


def test_a_name_is_taken_where_one_record_has_it(store: Store, officers: dict[str, str]) -> None:
    assert find_record(store, "cy SOLITARY").id == officers["alone"]


def test_a_shared_node_is_found_by_id_and_by_name(store: Store, officers: dict[str, str]) -> None:
    assert officers
    assert find_record(store, "force:example/north").id == "force:example/north"
    assert find_record(store, "North").id == "force:example/north"


def test_a_name_that_several_have_lists_them_with_force_and_source(store: Store, officers: dict[str, str]) -> None:
    with pytest.raises(AmbiguousError) as raised:
        find_record(store, "Bo O’Grady Example")
    assert {each.id for each in raised.value.candidates} == {officers["here"], officers["there"]}
    assert {(each.forces, each.source_id) for each in raised.value.candidates} == {
        (("north",), "example-article"),
        (("south",), "example-article"),
    }
    assert ids.quoted(officers["here"]) in str(raised.value)


@pytest.mark.parametrize("typed", ["", "   ", "nobody", "officer:", "zzzzzzzz", "'; MATCH (n) RETURN n //", "\x00" * 7])
def test_what_is_not_there_is_not_found(store: Store, officers: dict[str, str], typed: str) -> None:
    assert officers
    with pytest.raises(NotFoundError):
        find_record(store, typed)


def test_a_decision_is_none_of_the_records(store: Store, officers: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        find_decision(store, officers["alone"])
