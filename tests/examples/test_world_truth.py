"""The truth of the invented world agrees with what its casebooks state and with what its decisions make of it."""

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from examples.world.generate import generate
from examples.world.truth import READY, Truth, read_truth
from graph.identity.clusters import cluster
from graph.identity.dumping import read_dump
from graph.ids import prefix_of
from graph.records import Facts
from graph.vocabulary.loading import load_vocabularies
from loaders.casebooks.mapping import map_casebook
from loaders.casebooks.reading import read_casebook

Known = tuple[Path, Truth, list[Facts]]


@pytest.fixture(scope="module", params=["ready", "larger"])
def known(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Known:
    """The ready-made world, and one with ordinary officers in two parts: folder, truth, and facts as loaded."""
    folder = READY
    if request.param == "larger":
        folder = tmp_path_factory.mktemp("world")
        generate(folder, officers=1060, seed=23)
    vocabularies = load_vocabularies([folder / "vocabularies"])
    truth = read_truth(folder)
    return (
        folder,
        truth,
        [map_casebook(read_casebook(folder / each.path, vocabularies)) for each in truth.sources],
    )


def plain(properties: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Properties as something that can stand in a set."""
    return tuple(
        sorted((name, repr(list(value) if isinstance(value, tuple) else value)) for name, value in properties.items())
    )


def test_every_casebook_has_its_source_and_every_source_its_casebook(known: Known) -> None:
    folder, truth, facts = known
    written = {path.relative_to(folder).as_posix() for path in (folder / "casebooks").rglob("*.yaml")}
    assert written == {each.path for each in truth.sources}
    assert [each.source.id for each in facts] == [f"source:{each.id}" for each in truth.sources]
    for each, source in zip(facts, truth.sources, strict=True):
        assert (each.source.recorded.start, each.source.recorded.end) == (source.published_from, source.published_to)


def test_every_record_of_a_casebook_is_in_the_truth_as_it_is_loaded_and_no_other(known: Known) -> None:
    _, truth, facts = known
    loaded = {
        (each.kind, each.id, each.source_id, each.locator, plain(each.properties))
        for source in facts
        for each in source.records
    }
    told = {(each.kind, each.id, each.source, each.locator, plain(each.properties)) for each in truth.records}
    assert told == loaded
    assert len(truth.records) == len(told)


def test_every_statement_of_a_casebook_is_in_the_truth_as_it_is_loaded_and_no_other(known: Known) -> None:
    _, truth, facts = known
    loaded = [
        (each.type, each.from_id, each.to_id, each.source_id, each.locator, plain(each.properties))
        for source in facts
        for each in source.statements
    ]
    told = [
        (each.type, each.from_id, each.to_id, each.source, each.locator, plain(each.properties))
        for each in truth.statements
    ]
    assert sorted(told) == sorted(loaded)


def test_shared_nodes_are_those_the_world_names(known: Known) -> None:
    _, truth, facts = known
    touched = {each.id for source in facts for each in source.shared if each.kind in ("Force", "Body")}
    assert touched <= set(truth.world["shared"])


def test_decisions_can_be_restored_and_give_the_canonical_ids_of_the_truth(known: Known) -> None:
    folder, truth, _ = known
    lines = (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    decisions = read_dump(lines, file="decisions.jsonl")
    identified = {each.id: each.properties.get("identified", True) for each in truth.records}
    made = cluster(identified, decisions)
    assert {each.id: each.canonical_id for each in truth.records} == dict(made.canonical_ids)
    assert {each.judgement for each in decisions} == {"same", "different", "unsure"}
    assert any(not each.live for each in decisions)
    assert set(made.states.values()) == {"applied", "unsatisfied", "none"}


def test_whom_decisions_join_are_truly_one(known: Known) -> None:
    _, truth, _ = known
    joined = [each for each in truth.records if each.canonical_id != each.id]
    assert joined
    assert [each.id for each in joined if truth.truth_of(each.canonical_id) != each.truth] == []


def test_every_record_of_a_thing_leads_to_a_true_thing(known: Known) -> None:
    _, truth, _ = known
    people = {each["id"] for each in truth.people}
    matters = {each["id"] for each in truth.matters}
    allegations = {
        subject["allegation"]
        for each in truth.matters
        if each["kind"] == "Investigation"
        for subject in each["subjects"]
    }
    things = {
        "Officer": people,
        "Account": people,
        "Investigation": matters,
        "ChatGroup": matters,
        "Allegation": allegations,
        "Force": set(truth.world["shared"]),
    }
    assert [each for each in truth.records if each.kind in things and each.truth not in things[each.kind]] == []


def test_true_subjects_and_witnesses_are_people_of_the_world(known: Known) -> None:
    _, truth, _ = known
    people = {each["id"] for each in truth.people}
    for each in truth.matters:
        if each["kind"] == "Investigation":
            assert {subject["person"] for subject in each["subjects"]} | set(each["witnesses"]) <= people
            assert each["closed"] is None or each["opened"] <= each["closed"]


def test_who_is_said_to_be_a_subject_truly_is_one(known: Known) -> None:
    """Sources slip in names and figures, never in whom they accuse: so truth alone tells who truly recurs."""
    _, truth, _ = known
    subjects = {
        (subject["person"], each["id"])
        for each in truth.matters
        if each["kind"] == "Investigation"
        for subject in each["subjects"]
    }
    said = {
        (truth.truth_of(each.from_id), truth.truth_of(each.to_id))
        for each in truth.of_type("SUBJECT_OF")
        if prefix_of(each.from_id) == "officer"
    }
    assert said <= subjects


def test_postings_follow_one_another(known: Known) -> None:
    _, truth, _ = known
    for person in truth.people:
        postings = person["postings"]
        for before, after in itertools.pairwise(postings):
            assert before["end"] == after["start"]
            assert before["force"] != after["force"]
        assert all(each["end"] is None or each["start"] < each["end"] for each in postings)
        assert person["appointed"] == postings[0]["start"]
        assert 18 <= int(person["appointed"][:4]) - person["birth_year"] <= 50


def test_some_published_totals_do_not_fit_the_cases_and_most_do(known: Known) -> None:
    _, truth, _ = known
    totals = {each["id"]: each["value"] for each in truth.matters if each["kind"] == "Total"}
    published = {each.truth: each.properties["value"] for each in truth.of_kind("Statistic") if each.truth}
    assert set(published) == set(totals)
    wrong = [each for each in totals if published[each] != totals[each]]
    assert 0 < len(wrong) < len(totals) / 2
