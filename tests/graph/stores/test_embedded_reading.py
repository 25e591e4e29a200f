"""Reading from the embedded engine: plain values out, errors in one line, nothing written, no text runs for ever."""

import math
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import CrossprobeError, InvalidQueryError, RefusedQueryError, TooLongError
from graph.stores.store import Rows, Store

PLAIN = (type(None), bool, int, float, str)

numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
scalars = st.none() | st.booleans() | numbers | st.text()
values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


def assert_plain(value: object) -> None:
    """Nothing of Java's is left in the value, at any depth."""
    if type(value) is dict:
        for name, each in value.items():
            assert type(name) is str
            assert_plain(each)
    elif type(value) is list:
        for each in value:
            assert_plain(each)
    else:
        assert type(value) in PLAIN


@pytest.fixture
def filled(embedded_store: Store) -> Store:
    with embedded_store.transaction() as tx:
        tx.run("CREATE (:Officer {id: 'a', tags: ['x', 'y']})-[:KNOWS {since: 2001}]->(:Officer {id: 'b'})")
    return embedded_store


@given(value=values)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_parameter_comes_back_as_it_went(embedded_store: Store, value: object) -> None:
    (answered,) = embedded_store.read("RETURN $value AS value", {"value": value}).rows[0]
    assert answered == value
    assert_plain(answered)


def test_columns_keep_the_order_of_the_text(filled: Store) -> None:
    asked = "MATCH (n:Officer) RETURN n.tags AS tags, n.id AS id, n.nothing AS nothing ORDER BY id"
    expected = Rows(("tags", "id", "nothing"), [(["x", "y"], "a", None), (None, "b", None)])
    assert filled.read(asked) == expected
    assert filled.read("MATCH (n:Officer) RETURN n.id, 1 + 1 ORDER BY n.id LIMIT 1").columns == ("n.id", "1 + 1")


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (n:Officer {id: 'z'}) RETURN n.id AS id, n.name AS `the name`, count(*) AS number", 3),
        ("MATCH (n:Nothing) RETURN n.id AS id, n.name UNION MATCH (n:Nothing) RETURN n.a AS id, n.name", 2),
    ],
)
def test_an_answer_without_rows_still_names_its_columns(filled: Store, cypher: str, columns: int) -> None:
    answer = filled.read(cypher)
    assert (len(answer.columns), answer.rows) == (columns, [])


def test_nodes_relationships_and_paths_become_dicts_and_lists(filled: Store) -> None:
    a, knows, b = {"id": "a", "tags": ["x", "y"]}, {"since": 2001}, {"id": "b"}
    asked = "MATCH p = (a:Officer)-[r:KNOWS]->(b) RETURN a, r, p, nodes(p) AS n, {x: [b]} AS m"
    (row,) = filled.read(asked).rows
    assert row == (a, knows, [a, knows, b], [a, b], {"x": [b]})
    assert_plain(list(row))


def test_dates_become_text_and_endless_numbers_stay_numbers(embedded_store: Store) -> None:
    asked = "RETURN date('2021-03-03') AS d, duration('P1DT2H') AS l, [1.0 / 0] AS i, sqrt(-1) AS n, 2.0 AS t"
    day, length, endless, nothing, two = embedded_store.read(asked).rows[0]
    assert (day, length, endless, type(two)) == ("2021-03-03", "P1DT2H", [math.inf], float)
    assert math.isnan(nothing)


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n:Nothing) RETURN n.x AS x",
        "MATCH (a:Nothing {id: 'x'})-[r:NO_SUCH]->(b:Neither) WHERE r.z = 1 RETURN a.id AS id",
        "MATCH p = shortestPath((a:Nothing {id: 'x'})-[:NO_SUCH*..6]-(b:Officer {id: 'a'})) RETURN length(p) AS l",
        "MATCH (n:Nothing|Neither) RETURN n.id AS id",
    ],
)
def test_a_kind_that_was_never_stored_has_no_rows(filled: Store, cypher: str) -> None:
    assert filled.read(cypher).rows == []


@pytest.mark.parametrize(("limit", "number", "cut"), [(9_999, 9_999, True), (10_000, 10_000, False)])
def test_rows_beyond_the_limit_are_cut_and_said_to_be(
    embedded_store: Store, limit: int, number: int, cut: bool
) -> None:
    answer = embedded_store.read("UNWIND range(1, 10000) AS x RETURN x", row_limit=limit)
    assert (answer.rows, answer.cut) == ([(x,) for x in range(1, number + 1)], cut)


def test_more_distinct_values_than_the_engine_takes_by_default_are_counted(embedded_store: Store) -> None:
    asked = "UNWIND range(1, 600000) AS x RETURN count(DISTINCT x) AS number"
    assert embedded_store.read(asked).rows == [(600_000,)]


WRITING = [
    "CREATE (n:Officer)",
    "MERGE (n:Officer {id: 'c'}) RETURN n",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) REMOVE n.id",
    "MATCH (n) DETACH DELETE n",
    "CALL { CREATE (n:Officer) } RETURN 1 AS x",
    "UNWIND [1] AS x CALL (x) { CREATE (:Officer) } IN TRANSACTIONS RETURN x",
    "FOREACH (x IN [1] | CREATE (:Officer))",
    "RETURN 1 AS x UNION CREATE (n:Officer) RETURN 2 AS x",
    "PROFILE CREATE (n:Officer)",
    "CREATE INDEX z IF NOT EXISTS FOR (n:Officer) ON (n.z)",
    "DROP CONSTRAINT officer_id",
    "CALL merge.node(['Officer'], {id: 'c'}, {}, {})",
]


@pytest.mark.parametrize("cypher", WRITING)
def test_a_text_that_writes_is_refused_by_the_engine_itself(filled: Store, cypher: str) -> None:
    before = filled.read("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.id")
    with pytest.raises(RefusedQueryError, match="writes"):
        filled.read(cypher)
    assert filled.read("MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.id") == before


@pytest.mark.parametrize(
    "place", ["{file}", "file://{file}", "http://127.0.0.1:1/x", "jar:file:{file}!/x", "ftp://h/x"]
)
def test_no_file_and_no_address_is_read(embedded_store: Store, tmp_path: Path, place: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("secret")
    with pytest.raises(CrossprobeError) as refused:
        embedded_store.read(f"LOAD CSV FROM '{place.format(file=secret)}' AS line RETURN line")
    assert "secret" not in refused.value.what.replace(str(secret), "")


@pytest.mark.parametrize(
    ("cypher", "why"),
    [
        ("MATCH (n\nRETRN n", "line 2, column 1"),
        ("RETURN m AS x", "'m' not defined"),
        ("RETURN nosuch(1) AS x", "nosuch"),
        ("RETURN $missing AS x", "missing"),
        ("RETURN 1 / 0 AS x", "zero"),
        ("RETURN date('soon') AS x", "soon"),
        ("", "empty"),
    ],
)
def test_a_mistake_is_one_line_without_java(embedded_store: Store, cypher: str, why: str) -> None:
    with pytest.raises(InvalidQueryError) as mistake:
        embedded_store.read(cypher)
    assert why in mistake.value.what
    assert all(word not in str(mistake.value) for word in ("\n", "arcadedb", "Exception", "java"))


ENDLESS = [
    "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x WHERE x * y = -1 RETURN count(*) AS number",
    "MATCH (a), (b) UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN max(x * y) AS most",
    # The engine does not look at the clock inside a list inside a list: this one takes some 10 s, and is left behind.
    "RETURN size([x IN range(1, 500) WHERE size([y IN range(1, 100000) WHERE y = x]) > 0]) AS number",
]


@pytest.mark.parametrize("cypher", ENDLESS)
def test_a_text_without_end_is_stopped_and_the_next_one_runs(filled: Store, cypher: str) -> None:
    before = set(threading.enumerate())
    with pytest.raises(TooLongError):
        filled.read(cypher, timeout=0.5)
    assert filled.read("MATCH (n) RETURN count(n) AS number").rows == [(2,)]
    left_behind = {each for each in threading.enumerate() if each not in before and each.daemon}
    filled.close()
    for each in left_behind:  # it ends when its work does, also over a database that was closed meanwhile
        each.join(timeout=120)
    assert not any(each.is_alive() for each in left_behind)


def test_an_answer_too_large_for_the_memory_is_refused_and_the_next_one_runs(embedded_store: Store) -> None:
    with pytest.raises(TooLongError, match="memory"):
        embedded_store.read("UNWIND range(1, 9999) AS x RETURN collect($long + x) AS all", {"long": "x" * 1_000_000})
    assert embedded_store.read("RETURN 1 AS x").rows == [(1,)]


def test_several_threads_ask_at_once(filled: Store) -> None:
    answers: list[Rows] = []

    def ask() -> None:
        answers.extend(filled.read("MATCH (n:Officer) RETURN n.id AS id ORDER BY id") for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [Rows(("id",), [("a",), ("b",)])] * 80


def test_reading_sees_nothing_of_a_transaction_that_is_not_committed(filled: Store) -> None:
    asked = "MATCH (n:Officer) RETURN count(n) AS number"
    with filled.transaction() as tx:
        tx.run("CREATE (:Officer {id: 'c'})")
        assert (tx.run(asked).rows, filled.read(asked).rows) == ([(3,)], [(2,)])
    assert filled.read(asked).rows == [(3,)]


@pytest.mark.parametrize("name", ["\u0001", "", "a b", "`"])
def test_any_name_may_stand_for_a_column_or_a_key(embedded_store: Store, name: str) -> None:
    quoted = name.replace("`", "``")
    answer = embedded_store.read("RETURN $given AS given", {"given": {name: ["n", 1]}})
    assert answer.rows == [({name: ["n", 1]},)]
    if name:
        assert embedded_store.read(f"RETURN 1 AS `{quoted}`") == Rows((name,), [(1,)])
