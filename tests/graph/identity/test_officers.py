"""Which officers are suggested to be one, on invented people: found, weighed, and not linked against a conflict."""

from typing import Any

import pytest

from graph.identity.found import Found
from graph.identity.officers import officers_alike
from tests.graph.identity.people import again, crowd, frame

HERE = crowd("here", 600, seed=1)
THERE = [*(again(each, "there") for each in HERE[:300]), *crowd("there", 300, seed=2)]


def found(*more: dict[str, Any], **options: Any) -> dict[tuple[str, str], Found]:  # noqa: ANN401 - as officers_alike
    return {(each.left_id, each.right_id): each for each in officers_alike(frame(*HERE, *THERE, *more), **options)}


@pytest.fixture(scope="module")
def plain() -> dict[tuple[str, str], Found]:
    return found()


def test_all_who_are_in_both_are_found_and_nobody_else(plain: dict[tuple[str, str], Found]) -> None:
    linked = {pair for pair, each in plain.items() if each.score >= 0.8}
    assert linked == {(person["id"], f"there-of-{person['id']}") for person in HERE[:300]}


def test_why_is_said_in_sentences(plain: dict[tuple[str, str], Found]) -> None:
    person = HERE[0]
    told = plain[person["id"], f"there-of-{person['id']}"]
    assert f"Born in the same year, {person['birth_year']}." in told.reasons
    assert f"Appointed the same day, {person['appointed']}." in told.reasons
    assert any(each.startswith("Same surname (1 in ") for each in told.reasons)
    assert told.against == ()


def test_the_same_records_give_the_same_suggestions_in_any_order(plain: dict[tuple[str, str], Found]) -> None:
    again_found = officers_alike(frame(*reversed(THERE), *HERE))
    assert {(each.left_id, each.right_id): each for each in again_found} == plain


def test_a_conflict_is_told_and_marked() -> None:
    one = {**HERE[400], "suffix": "JR"}
    other = again(one, "there", suffix="III")
    changed = found(other | {"last_name": one["last_name"]}, one | {"id": "here-x", "source_id": "elsewhere"})
    conflict = next(each for each in changed.values() if {each.left_id, each.right_id} == {"here-x", other["id"]})
    assert conflict.conflict
    assert "The suffixes of the names are different ones." in conflict.against


def test_of_a_person_listed_twice_the_one_written_alike_is_the_counterpart() -> None:
    one = {**HERE[450], "last_name": "MC ABLE"}
    here = [{**one, "id": "here-m"}]
    twice = [again(one, "there"), again(one, "there", last_name="MCABLE") | {"id": "there-second"}]
    pairs = found(*here, *twice)
    assert ("here-m", twice[0]["id"]) in pairs
    assert ("here-m", "there-second") not in pairs
    assert tuple(sorted((twice[0]["id"], "there-second"))) in pairs


def test_it_is_no_matter_whose_id_is_the_smaller() -> None:
    one = {**HERE[450], "last_name": "MC ABLE"}
    twice = [one | {"id": "a"}, one | {"id": "z", "last_name": "MCABLE"}]
    there = [again(one, "there", last_name="MCABLE") | {"id": "m"}]
    linked = {pair for pair, each in found(*twice, *there).items() if each.score >= 0.8 and "m" in pair}
    assert linked == {("m", "z")}


def test_what_was_decided_is_not_suggested_and_bears_on_its_rivals() -> None:
    person = HERE[0]
    counterpart = f"there-of-{person['id']}"
    rival = again(person, "there") | {"id": "there-rival", "birth_year": None, "appointed": None}
    refuted = found(rival, different=[(person["id"], counterpart)])
    assert (person["id"], counterpart) not in refuted
    assert (person["id"], "there-rival") in refuted
    settled = found(rival, same=[(person["id"], counterpart)])
    assert not [pair for pair in settled if person["id"] in pair]


def test_with_new_sources_only_their_pairs_are_scored() -> None:
    newcomer = again(HERE[0], "later")
    pairs = found(newcomer, new_sources=["later"])
    assert {pair for pair in pairs if newcomer["id"] not in pair} == set()
    assert (HERE[0]["id"], newcomer["id"]) in pairs


def test_nobody_to_compare_is_no_suggestion() -> None:
    assert officers_alike(frame()) == []
    assert officers_alike(frame(HERE[0])) == []
    assert officers_alike(frame({"id": "x", "source_id": "s"}, {"id": "y", "source_id": "t"})) == []
