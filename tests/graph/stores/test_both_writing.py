"""Writing transactions: all or nothing, each row counted, on either engine."""

import pytest

from graph.errors import CrossprobeError, InvalidQueryError
from graph.stores.store import Store

MERGE = "UNWIND $rows AS row MERGE (o:Officer {id: row.id}) SET o.name = row.name RETURN count(*) AS written"
CREATE = "CREATE (:Officer {id: 'a'})"
UNIQUE = "CREATE CONSTRAINT officer_id IF NOT EXISTS FOR (o:Officer) REQUIRE o.id IS UNIQUE"


def write(store: Store, *texts: str) -> None:
    with store.transaction() as transaction:
        for text in texts:
            transaction.run(text)


def ids(store: Store) -> list[str]:
    return [row[0] for row in store.read("MATCH (o:Officer) RETURN o.id AS id ORDER BY id").rows]


def test_a_transaction_sees_what_it_wrote_and_keeps_it(store: Store) -> None:
    with store.transaction() as transaction:
        transaction.run("CREATE (:Officer {id: $id})", {"id": "a"})
        assert transaction.run("MATCH (o:Officer) RETURN o.id AS id").rows == [("a",)]
    assert ids(store) == ["a"]


def test_an_exception_in_the_block_takes_everything_back(store: Store) -> None:
    def write() -> None:
        with store.transaction() as transaction:
            transaction.run(CREATE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert ids(store) == []


def test_a_statement_that_fails_takes_everything_back(store: Store) -> None:
    with pytest.raises(CrossprobeError):
        write(store, CREATE, "RETURN unknown")
    assert ids(store) == []


def test_a_broken_constraint_takes_everything_back(store: Store) -> None:
    store.prepare([UNIQUE])
    with pytest.raises(CrossprobeError):
        write(store, CREATE, CREATE)
    assert ids(store) == []


def test_preparing_twice_is_preparing_once(store: Store) -> None:
    for _ in range(2):
        store.prepare([UNIQUE, "CREATE INDEX officer_name IF NOT EXISTS FOR (o:Officer) ON (o.name)"])
    with store.transaction() as transaction:
        assert transaction.run_rows(MERGE, [{"id": "a", "name": "Ada"}]) == 1


@pytest.mark.parametrize("number", [0, 1, 20_001])
def test_rows_of_any_number_are_written_and_counted(store: Store, number: int) -> None:
    store.prepare([UNIQUE])
    rows = [{"id": f"{i:05}", "name": "x"} for i in range(number)]
    with store.transaction() as transaction:
        assert transaction.run_rows(MERGE, rows) == number
        assert transaction.run_rows(MERGE, rows) == number
    assert ids(store) == [row["id"] for row in rows]


def test_a_row_whose_end_is_missing_is_missing_from_the_number(store: Store) -> None:
    link = "UNWIND $rows AS row MATCH (o:Officer {id: row.id}) CREATE (o)-[:KNOWS]->(o) RETURN count(*) AS written"
    with store.transaction() as transaction:
        transaction.run("CREATE (:Officer {id: 'a'})")
        assert transaction.run_rows(link, [{"id": "a"}, {"id": "nobody"}]) == 1


def test_values_come_back_as_they_went(store: Store) -> None:
    values = {
        "text": "it's \u201cÑ\u201d \u0000\n\U0001f600",
        "large": 2**63 - 1,
        "part": 0.1,
        "list": [1, 2],
        "no": None,
    }
    names = ", ".join(f"${name} AS {name}" for name in values)
    assert store.read(f"RETURN {names}", values).dicts() == [values]


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (float("inf"), "no finite number"),
        (2**63, "larger than any database holds"),
        ([1, {"a": -(2**63) - 1}], "larger than any database holds"),
        ("\ud800", "half a character"),
        ({"\udfff": 1}, "half a character"),
        (object(), "neither text, number, list nor map"),
    ],
    ids=["infinity", "large number", "inside a list", "half a character", "as a key", "object"],
)
def test_a_value_that_not_every_engine_holds_is_refused_by_its_name(store: Store, value: object, why: str) -> None:
    for read in (store.read, store.read_untrusted):
        with pytest.raises(InvalidQueryError, match=rf"The value of \$value cannot be sent: .*{why}"):
            read("RETURN $value AS value", {"value": value})
    assert store.read("RETURN 1 AS one").rows == [(1,)]
