"""Writing into the embedded engine: all or nothing, the same again, and constraints that hold."""

from typing import Any

import pytest

from graph.errors import InvalidQueryError, RefusedQueryError
from graph.model.constraints import constraints
from graph.stores.store import Store

OFFICERS = """
UNWIND $rows AS row
MERGE (n:Officer {id: row.id}) ON CREATE SET n.canonical_id = row.id
SET n.name = row.name, n.rank = row.rank
RETURN count(*) AS written
"""
INVESTIGATIONS = "UNWIND $rows AS row MERGE (n:Investigation {id: row.id}) RETURN count(*) AS written"
SUBJECTS = """
UNWIND $rows AS row
MATCH (a:Officer {id: row.from_id})
MATCH (b:Investigation {id: row.to_id})
MERGE (a)-[r:SUBJECT_OF {id: row.id}]->(b)
SET r.outcome = row.outcome
RETURN count(*) AS written
"""
LINKS = "MATCH (a:Officer)-[r:SUBJECT_OF]->(b:Investigation) RETURN a.id AS a, r.id AS r, r.outcome AS o, b.id AS b"


@pytest.fixture
def store(embedded_store: Store) -> Store:
    embedded_store.prepare(constraints())
    return embedded_store


def officer(key: str, name: str | None = None, rank: str | None = None) -> dict[str, Any]:
    return {"id": f"officer:{key}", "name": name, "rank": rank}


def subject(key: str, officer: str, investigation: str, outcome: str | None = None) -> dict[str, Any]:
    ends = {"from_id": f"officer:{officer}", "to_id": f"investigation:{investigation}"}
    return {"id": f"subject_of:{key}", **ends, "outcome": outcome}


def properties(store: Store) -> set[tuple[tuple[str, Any], ...]]:
    rows = store.read("MATCH (n:Officer) RETURN properties(n) AS p").rows
    return {tuple(sorted(each.items())) for (each,) in rows}


def write(store: Store, *texts: str) -> None:
    with store.transaction() as tx:
        for text in texts:
            tx.run(text)


def count(store: Store) -> int:
    (number,) = store.read("MATCH (n) RETURN count(n) AS number").rows[0]
    assert type(number) is int
    return number


def test_records_and_the_statements_between_them_are_written_in_one_transaction(store: Store) -> None:
    with store.transaction() as tx:
        assert tx.run_rows(OFFICERS, [officer("a"), officer("b")]) == 2
        assert tx.run_rows(INVESTIGATIONS, [{"id": "investigation:x"}]) == 1
        assert tx.run_rows(SUBJECTS, [subject("1", "a", "x"), subject("2", "b", "x", "none")]) == 2
    assert set(store.read(LINKS).rows) == {
        ("officer:a", "subject_of:1", None, "investigation:x"),
        ("officer:b", "subject_of:2", "none", "investigation:x"),
    }


def test_the_same_again_changes_nothing(store: Store) -> None:
    for _ in range(2):
        with store.transaction() as tx:
            tx.run_rows(OFFICERS, [officer("a", "Ann")])
            tx.run_rows(INVESTIGATIONS, [{"id": "investigation:x"}])
            assert tx.run_rows(SUBJECTS, [subject("1", "a", "x"), subject("2", "a", "x")]) == 2
    assert count(store) == 2
    assert {row[1] for row in store.read(LINKS).rows} == {"subject_of:1", "subject_of:2"}


def test_a_property_written_as_null_is_absent_and_one_kept_on_creation_stays(store: Store) -> None:
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("a", "Ann", "sergeant")])
        tx.run("MATCH (n:Officer {id: 'officer:a'}) SET n.canonical_id = 'officer:b'")
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("a", None, "inspector")])
    assert properties(store) == {(("canonical_id", "officer:b"), ("id", "officer:a"), ("rank", "inspector"))}


def test_a_statement_whose_end_is_missing_is_not_counted_as_written(store: Store) -> None:
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("a")])
        tx.run_rows(INVESTIGATIONS, [{"id": "investigation:x"}])
        assert tx.run_rows(SUBJECTS, [subject("1", "a", "x"), subject("2", "a", "gone"), subject("3", "z", "x")]) == 1


def test_more_rows_than_one_batch_are_all_written(store: Store) -> None:
    rows = [officer(str(number), f"name {number}" if number % 2 else None) for number in range(12_001)]
    with store.transaction() as tx:
        assert tx.run_rows(OFFICERS, rows) == 12_001
        assert tx.run_rows(OFFICERS, []) == 0
    asked = "MATCH (n:Officer) RETURN count(DISTINCT n.id) AS number, count(n.name) AS named"
    assert store.read(asked).rows == [(12_001, 6_000)]


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_is_stored_when_the_block_raises(store: Store, trouble: type[BaseException]) -> None:
    with pytest.raises(trouble), store.transaction() as tx:  # noqa: PT012 - the block itself is what is tested
        tx.run_rows(OFFICERS, [officer("a")])
        raise trouble
    assert count(store) == 0
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("b")])
    assert count(store) == 1


def test_nothing_is_stored_when_the_engine_refuses_a_text(store: Store) -> None:
    with pytest.raises(InvalidQueryError, match="line 1"):
        write(store, "CREATE (n:Officer {id: 'officer:b'})", "CREATE (n:Officer")
    assert count(store) == 0


def test_an_id_is_given_once(store: Store) -> None:
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("a")])
    with pytest.raises(InvalidQueryError, match="officer:a"):
        write(store, "CREATE (n:Officer {id: 'officer:b'})", "CREATE (n:Officer {id: 'officer:a'})")
    assert count(store) == 1


def test_a_transaction_is_not_opened_within_another(store: Store) -> None:
    with store.transaction() as tx:
        with pytest.raises(RuntimeError), store.transaction():
            pass
        tx.run_rows(OFFICERS, [officer("a")])
    assert count(store) == 1


def test_a_transaction_may_write_through_run_and_read_what_it_wrote(store: Store) -> None:
    with store.transaction() as tx:
        written = tx.run("MERGE (n:Officer {id: $id}) SET n.name = $name RETURN n.name AS name", officer("a", "Ann"))
        assert written.dicts() == [{"name": "Ann"}]
        assert tx.run("MATCH (n:Officer {name: 'Nobody'}) RETURN n.id AS id").rows == []
        tx.run("MATCH (n:Officer {id: 'officer:a'}) DETACH DELETE n")
        assert tx.run("MATCH (n) RETURN count(n) AS number").rows == [(0,)]


def test_the_schema_can_be_prepared_again_over_what_is_stored(store: Store) -> None:
    with store.transaction() as tx:
        tx.run_rows(OFFICERS, [officer("a", "Ann")])
    store.prepare(constraints())
    assert properties(store) == {(("canonical_id", "officer:a"), ("id", "officer:a"), ("name", "Ann"))}


@pytest.mark.parametrize(
    ("cypher", "index"),
    [
        ("MATCH (n:Officer {id: $id}) RETURN n.name AS name", "Officer[id]"),
        ("MATCH (n:Officer) WHERE n.id = $id RETURN n.name AS name", "Officer[id]"),
        ("MATCH (n:Officer {source_id: $id}) RETURN n.id AS id", "officer_source_id"),
    ],
)
def test_a_record_is_found_through_an_index(store: Store, cypher: str, index: str) -> None:
    plan = store.read(f"EXPLAIN {cypher}", {"id": "officer:a"}).dicts()[0]["executionPlanAsString"]
    assert f"[index={index}," in plan


def test_a_text_of_the_schema_is_not_taken_for_a_question(store: Store) -> None:
    with pytest.raises(RefusedQueryError):
        store.read(constraints()[0])
