"""Loading a source: all of it or nothing, once or ten times the same, and an account that adds up."""

from dataclasses import replace as replace_fields

import pytest

from graph.errors import CrossprobeError, LoadError
from graph.loads.account import LoadResult
from graph.loads.loading import load_facts
from graph.loads.states import loads
from graph.records import Facts, Recorded
from graph.stores.store import Store
from tests.invented import Invented
from tests.reading import canonical_ids, graph


def load(
    store: Store, told: Invented, digest: str = "1", *, replace: bool = False, dry_run: bool = False
) -> LoadResult:
    return load_facts(
        store,
        told.facts,
        digest=digest,
        loader="casebook",
        now="2026-01-01T00:00:00Z",
        replace=replace,
        dry_run=dry_run,
    )


def article(**officer: str) -> Invented:
    """A sergeant who serves with Northvale and is a subject of an investigation."""
    told = Invented("article")
    sergeant = told.officer("sergeant", **officer)
    probe = told.investigation("phones", state="open")
    told.states(sergeant, "SERVED_IN", told.force("northvale"), rank="uk-ranks/sergeant")
    told.states(sergeant, "SUBJECT_OF", probe, status="alleged")
    return told


def test_every_record_and_statement_is_there_with_its_source_and_place(store: Store) -> None:
    result = load(store, article())
    assert result.account.row() == {
        "read": 5, "new": 5, "changed": 0, "moved": 0, "unchanged": 0, "excluded": 0, "rejected": 0, "gone": 0,
    }  # fmt: skip
    rows = store.read(
        "MATCH (o:Officer)-[s:SUBJECT_OF]->(i:Investigation)\n"
        "RETURN o.name, o.source_id, o.locator, s.status, s.source_id, s.locator, i.name, i.state"
    ).rows
    assert rows == [("sergeant", "article", "para 1", "alleged", "article", "para 2", "phones", "open")]
    assert store.read("MATCH (s:Source) RETURN s.id, s.held, s.name").rows == [
        ("source:article", True, "Title of article")
    ]


def test_every_new_record_is_its_own_canonical_self(store: Store) -> None:
    load(store, article())
    assert all(own == canonical for own, canonical in canonical_ids(store).items())


def test_loading_twice_changes_nothing(store: Store) -> None:
    load(store, article())
    before, loaded = graph(store), loads(store)
    result = load(store, article())
    assert result.account.unchanged == result.account.read == 5
    assert result.changes == ()
    assert (graph(store), loads(store)) == (before, loaded)


def test_other_content_is_refused_without_replace_and_nothing_is_stored(store: Store) -> None:
    load(store, article())
    before = graph(store)
    with pytest.raises(LoadError, match="1 changed"):
        load(store, article(description="a sergeant"), "2")
    assert graph(store) == before


def test_replace_changes_only_what_differs_and_says_what(store: Store) -> None:
    load(store, article())
    corrected = article(description="a sergeant")
    corrected.statements.pop()
    result = load(store, corrected, "2", replace=True)
    said = {(each.fate, each.what): each.differs for each in result.changes}
    assert said == {("changed", "Officer"): {"description": (None, "a sergeant")}, ("gone", "SUBJECT_OF"): {}}
    assert store.read("MATCH ()-[s:SUBJECT_OF]->() RETURN count(s)").rows == [(0,)]
    assert len(loads(store)) == 2


def test_what_is_no_longer_stated_of_a_record_goes(store: Store) -> None:
    load(store, article(description="a sergeant"))
    load(store, article(), "2", replace=True)
    assert store.read("MATCH (o:Officer) RETURN o.description").rows == [(None,)]


def test_a_row_at_another_place_is_moved_not_changed(store: Store) -> None:
    load(store, article())
    later = article()
    later.statements[1] = replace_fields(later.statements[1], locator="para 9")
    result = load(store, later, "2", replace=True)
    assert (result.account.moved, result.account.changed, result.account.unchanged) == (1, 0, 4)
    assert store.read("MATCH ()-[s:SUBJECT_OF]->() RETURN s.locator").rows == [("para 9",)]


def test_a_dry_run_finds_the_same_account_and_leaves_nothing(store: Store) -> None:
    result = load(store, article(), dry_run=True)
    assert result.account.new == 5
    assert graph(store) == (set(), set())
    assert loads(store) == []


def test_facts_the_model_does_not_allow_store_nothing(store: Store) -> None:
    told = article()
    told.states(told.records[0].id, "SUBJECT_OF", told.force("northvale"))
    with pytest.raises(LoadError, match="the model has no SUBJECT_OF from Officer to Force"):
        load(store, told)
    assert graph(store) == (set(), set())


@pytest.mark.parametrize(
    "broken",
    [
        lambda told: told.officer("sergeant"),
        lambda told: told.states(told.records[0].id, "SUBJECT_OF", "investigation:" + "0" * 26),
        lambda told: told.officer("another", shoe_size="9"),
        lambda told: told.officer("another", person_kind="wizard"),
        lambda told: told.officer("another", id="officer:" + "0" * 26),
        lambda told: told.officer("another", canonical_id="officer:" + "0" * 26),
        lambda told: told.states(told.records[0].id, "SERVED_IN", told.force("northvale"), key="2", rank="sergeant"),
    ],
)
def test_an_impossible_record_or_statement_is_refused_before_anything_is_written(store: Store, broken: object) -> None:
    told = article()
    broken(told)  # type: ignore[operator]
    with pytest.raises(CrossprobeError):
        load(store, told)
    assert graph(store) == (set(), set())


def test_two_sources_share_a_force_and_keep_their_own_statements_of_it(store: Store) -> None:
    load(store, article())
    other = Invented("other")
    other.states(other.officer("inspector"), "SERVED_IN", other.force("northvale"))
    load(store, other)
    rows = store.read("MATCH (f:Force)<-[s:SERVED_IN]-() RETURN f.id, s.source_id ORDER BY s.source_id").rows
    assert rows == [("force:example/northvale", "article"), ("force:example/northvale", "other")]


def test_two_statements_of_one_kind_between_two_records_are_two(store: Store) -> None:
    told = article()
    told.states(told.records[0].id, "SERVED_IN", told.force("northvale"), key="again", valid_from="2019")
    load(store, told)
    assert store.read("MATCH (:Officer)-[s:SERVED_IN]->(:Force) RETURN count(s)").rows == [(2,)]


def test_a_source_known_only_by_citation_becomes_held_and_keeps_the_citation(store: Store) -> None:
    told = Invented("newspaper")
    cited = Invented("article").source
    told.shared.append(cited)
    told.states("source:newspaper", "CITES", cited.id)
    load(store, told)
    assert store.read("MATCH (s:Source {id: 'source:article'}) RETURN s.held").rows == [(None,)]
    assert load(store, article()).account.new == 5
    assert store.read("MATCH (:Source)-[:CITES]->(s:Source) RETURN s.id, s.held").rows == [("source:article", True)]


def test_an_imprecise_date_is_stored_as_its_bounds_and_a_precise_one_once(store: Store) -> None:
    load(store, article())
    bounded = Invented("undated", Recorded("2021-03-03", "2022", "bounded"))
    bounded.officer("constable")
    load(store, bounded)
    rows = store.read(
        "MATCH (o:Officer) RETURN o.name, o.recorded_from, o.recorded_to, o.recorded_basis ORDER BY o.name"
    ).rows
    assert rows == [("constable", "2021-03-03", "2022", "bounded"), ("sergeant", "2022-10-01", None, None)]


def test_a_running_load_keeps_a_second_one_out_until_its_lease_ends(store: Store) -> None:
    with store.transaction() as tx:
        tx.run(
            "CREATE (:Load {id: 'load:x', of_source: 'big', state: 'running', started: '2026-01-01T00:00:00Z',\n"
            "  lease_until: $until})",
            {"until": "2026-01-01T00:10:00Z"},
        )
    with pytest.raises(LoadError, match="A load of big has been running"):
        load(store, article())
    facts: Facts = article().facts
    load_facts(store, facts, digest="1", loader="casebook", now="2026-01-01T00:11:00Z")
    assert store.read("MATCH (o:Officer) RETURN count(o)").rows == [(1,)]
