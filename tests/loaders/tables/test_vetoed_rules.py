"""A rule links what shares a number, says what would veto it, and leaves what is contradicted to a person."""

from pathlib import Path

import pytest

from graph.identity.suggesting import accept, suggest
from graph.identity.suggestions import open_suggestions
from graph.stores.store import Store
from loaders.tables.mapping_file import check_mapping
from tests.loaders.tables.writing import NOW, load, mapping_file
from tests.reading import canonical_ids

ROLL = """\
source: {id: rolls, title: Two rolls, kind: data_set, published: 2022-01-01}
tables:
  cases: {file: cases.csv}
records:
  officer:
    kind: Officer
    table: cases
    key: ["{row}"]
    properties: {name: "{name}", number: "{number}", birth_year: "{born}", gender: "{gender}"}
same:
  number:
    reason: One warrant number.
    by: {officer: ["{number}"]}
    unless: [birth_year, gender]
"""
PEOPLE = "row,name,number,born,gender\n1,Ada Pike,44,1970,f\n2,Pike,44,,F\n3,Bo Dent,55,1960,m\n4,Cy Dent,55,1985,\n"


def linked(store: Store) -> set[frozenset[str]]:
    """The clusters of more than one record, by the names in them."""
    names = dict(store.read("MATCH (o:Officer) RETURN o.id, o.name").rows)
    clusters: dict[str, set[str]] = {}
    for record, canonical in canonical_ids(store).items():
        if record in names:
            clusters.setdefault(canonical, set()).add(names[record])
    return {frozenset(each) for each in clusters.values() if len(each) > 1}


def test_what_nothing_contradicts_is_decided_with_the_fields_that_would_veto_it(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, PEOPLE, ROLL)
    assert linked(store) == {frozenset({"Ada Pike", "Pike"})}
    ((reason,),) = store.read("MATCH (d:Decision) RETURN d.reason").rows
    assert reason == "One warrant number. Nothing stated differs of what would veto it: birth year, gender."


def test_what_is_contradicted_waits_for_a_person_and_no_score_links_it(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, PEOPLE, ROLL)
    (told,) = open_suggestions(store)
    assert (told.model, told.score, told.conflict) == ("rule rolls/number", None, True)
    assert (told.reasons, told.against) == (("One warrant number.",), ("What is stated differs: birth year.",))
    suggest(store, at=NOW)
    accept(store, 0.8, by="reviewer", at=NOW)
    assert linked(store) == {frozenset({"Ada Pike", "Pike"})}


def test_one_contradiction_is_enough_for_all_records_of_a_number(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, PEOPLE + "5,Dent,55,,m\n", ROLL)
    assert linked(store) == {frozenset({"Ada Pike", "Pike"})}
    assert len(open_suggestions(store)) == 2


def test_a_correction_turns_a_decision_into_a_suggestion_and_back(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, PEOPLE, ROLL)
    load(store, tmp_path, PEOPLE.replace("2,Pike,44,,F", "2,Pike,44,1999,F"), ROLL, replace=True)
    assert linked(store) == set()
    assert len(open_suggestions(store)) == 2
    load(store, tmp_path, PEOPLE.replace("4,Cy Dent,55,1985", "4,Cy Dent,55,1960"), ROLL, replace=True)
    assert linked(store) == {frozenset({"Ada Pike", "Pike"}), frozenset({"Bo Dent", "Cy Dent"})}
    assert open_suggestions(store) == []


@pytest.mark.parametrize("field", ["collar", "appointed"])
def test_a_field_that_the_records_do_not_state_is_a_mistake(tmp_path: Path, field: str) -> None:
    (mistake,) = check_mapping(mapping_file(tmp_path, ROLL.replace("[birth_year, gender]", f"[{field}]")))
    assert f"there is no property '{field}'" in str(mistake)
