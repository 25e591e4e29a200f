"""Many rows at once, as columns: written and read back on both engines."""

from typing import Any

import polars as pl
import pytest

from graph.errors import TooLongError
from graph.loads.column_difference import COMPARED
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.model.writes import upsert_records, upsert_statements
from graph.stores.store import END, PLACE, START, Store
from tests.invented import Invented

_WRITE = "UNWIND $rows AS row\nCREATE (n:Officer {id: row.id, name: row.name})\nRETURN count(*) AS written"
_CREATE = "UNWIND $rows AS row CREATE (n:Officer) SET n += row RETURN count(*) AS written"
_READ = "MATCH (n:Officer) WHERE n.id >= $first\nRETURN n.id AS id, coalesce(n.name, '') AS name"


def test_what_is_written_as_columns_is_read_as_columns(store: Store) -> None:
    frame = pl.DataFrame(
        {"id": [f"officer:{place:06}" for place in range(12_000)], "name": ['é "quoted" \\ \n', None, "a"] * 4_000}
    )
    with store.transaction() as tx:
        assert tx.run_frame(_WRITE, frame) == 12_000
    found = store.read_columns(_READ, {"first": "officer:000001"})
    expected = frame.slice(1).with_columns(pl.col("name").fill_null(""))
    assert found.sort("id").equals(expected)


def test_an_answer_without_rows_is_an_empty_frame(store: Store) -> None:
    assert store.read_columns(_READ, {"first": ""}).is_empty()


def test_a_scan_gives_what_is_stored_of_one_source(store: Store) -> None:
    store.prepare(constraints())  # else each row is looked for among all
    rows = [
        {
            "id": f"officer:{number:06}",
            "source_id": "paper" if number % 3 else "gazette",
            "content_hash": f"{number:032x}",
            "locator": f"zeile {number} ä👮",
        }
        for number in range(12_000)
    ]
    with store.transaction() as tx:
        assert tx.run_frame(upsert_records("Officer"), pl.DataFrame(rows)) == 12_000
    expected = {tuple(row[name] for name in COMPARED) for row in rows if row["source_id"] == "gazette"}
    found = pl.concat(store.scan("Officer", "gazette"))
    assert set(found.select(COMPARED).rows()) == expected
    assert sum(each.height for each in store.scan("Officer", "nobody")) == 0
    everybody = {tuple(row[name] for name in COMPARED) for row in rows}
    assert set(pl.concat(store.scan("Officer", None)).select(COMPARED).rows()) == everybody
    counts = store.counts()
    assert (counts["Officer"], counts.get("Allegation", 0), counts.get("SERVED_IN", 0)) == (12_000, 0, 0)


def test_everything_of_a_kind_or_type_is_read_with_every_type_of_value(store: Store) -> None:
    officers: list[dict[str, Any]] = [
        {"id": "officer:1", "name": 'é "quoted" \\ \n👮', "identified": False, "birth_year": 1970},
        {"id": "officer:2", "former_names": ["A, B", ""], "content_hash": ""},
        {"id": "officer:3"},
    ]
    figures: list[dict[str, Any]] = [{"id": "statistic:1", "value": 0.5}, {"id": "statistic:2", "value": 7}]
    links = [
        {"id": "counted_in:1", "from_id": "officer:1", "to_id": "statistic:1", "status": "alleged"},
        {"id": "counted_in:2", "from_id": "officer:1", "to_id": "statistic:1"},
        {"id": "counted_in:3", "from_id": "officer:2", "to_id": "statistic:2"},
    ]
    with store.transaction() as tx:
        for label, rows in (("Officer", officers), ("Statistic", figures)):
            tx.run_rows(f"UNWIND $rows AS row CREATE (n:{label}) SET n += row RETURN count(*) AS written", rows)
        tx.run_rows(upsert_statements("COUNTED_IN", "Officer", "Statistic"), links)

    def every(name: str) -> list[dict[str, Any]]:
        return sorted(store.every(name), key=lambda row: str(row["id"]))

    assert every("Officer") == officers
    assert every("Statistic") == figures
    assert every("COUNTED_IN") == links
    assert every("Denial") == []


def test_many_are_read_through_as_few_are(store: Store) -> None:
    rows = [{"id": f"officer:{number:06}", **({"name": "A"} if number % 7 else {})} for number in range(12_000)]
    with store.transaction() as tx:
        assert tx.run_rows(_CREATE, rows) == 12_000
    assert sorted(store.every("Officer"), key=lambda row: str(row["id"])) == rows


def test_statements_and_records_are_joined_by_where_they_lie(store: Store) -> None:
    told = Invented("paper")
    people = [told.officer(f"Officer {number}") for number in range(3)]
    force = told.force("northvale")
    told.states(people[0], "SERVED_IN", force, rank_as_stated="sergeant", current=False)
    told.states(people[1], "SERVED_IN", force, valid_from="2019-04")
    load_facts(store, told.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
    officers, forces = (store.columns_of(kind, ("id",)) for kind in ("Officer", "Force"))
    served = store.columns_of("SERVED_IN", ("rank_as_stated", "current", "valid_from"))
    assert set(officers["id"]) == set(people)
    found = served.join(officers, left_on=START, right_on=PLACE).join(forces, left_on=END, right_on=PLACE)
    assert set(found.select("id", "id_right", "rank_as_stated", "current", "valid_from").rows()) == {
        (people[0], force, "sergeant", "false", None),
        (people[1], force, None, None, "2019-04"),
    }
    assert store.columns_of("WITNESS_IN", ("said_by",)).columns == [START, END, "said_by"]
    assert store.columns_of("Account", ("id",)).rows() == []


def test_a_place_tells_kinds_apart_that_lie_at_one_place_of_two_files(store: Store) -> None:
    told = Invented("paper")
    officer, cohort, case = told.officer("A"), told.record("Cohort", "seven"), told.investigation("one")
    for each in (officer, cohort):
        told.states(each, "SUBJECT_OF", case)
    load_facts(store, told.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
    subjects = store.columns_of("SUBJECT_OF", ())
    for kind, only in (("Officer", officer), ("Cohort", cohort)):
        records = store.columns_of(kind, ("id",))
        assert subjects.join(records, left_on=START, right_on=PLACE).get_column("id").to_list() == [only]


def test_many_that_lie_together_are_read_once_each_without_those_taken_out(store: Store) -> None:
    rows = [{"id": f"officer:{number:06}", "name": "A" if number < 10_500 else None} for number in range(25_000)]
    with store.transaction() as tx:
        assert tx.run_rows(_CREATE, rows) == len(rows)
        tx.run("MATCH (n:Officer) WHERE n.id >= 'officer:009990' AND n.id < 'officer:010010' DETACH DELETE n")
    read = store.columns_of("Officer", ("name", "id"))
    assert read.columns == [PLACE, "name", "id"]
    left = [(each["name"], each["id"]) for each in rows if not "officer:009990" <= str(each["id"]) < "officer:010010"]
    assert sorted(read.select("id", "name").rows()) == sorted((id_, name) for name, id_ in left)
    assert read.get_column(PLACE).n_unique() == len(left)


def test_reading_where_things_lie_ends_at_its_timeout(embedded_store: Store) -> None:
    with embedded_store.transaction() as tx:
        tx.run_rows(_CREATE, [{"id": f"officer:{number:06}"} for number in range(20_001)])
    with pytest.raises(TooLongError, match="stopped"):
        embedded_store.columns_of("Officer", ("id",), timeout=0.0001)
    assert embedded_store.columns_of("Officer", ("id",)).height == 20_001
