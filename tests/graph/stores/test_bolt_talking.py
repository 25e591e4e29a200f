"""What is particular to Neo4j: lost connections, deadlocks, plans, and values of its own kinds."""

import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j import GraphDatabase
from neo4j.time import Date, DateTime

from graph.errors import CrossprobeError, RefusedQueryError, TooLongError, UnreachableError
from graph.stores.bolt.login import Login
from graph.stores.bolt.question import Question
from graph.stores.bolt.temporal import iso_text
from graph.stores.bolt.untrusted import ask
from graph.stores.store import Store
from tests.engines.server import Neo4jServer
from tests.graph.stores.hostile_texts import texts

offsets = st.integers(min_value=-14 * 60, max_value=14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def question(text: str, timeout: float = 10) -> Question:
    return Question(text, {}, timeout, row_limit=10, metadata={})


@pytest.fixture
def login(neo4j_server: Neo4jServer) -> Login:
    return Login(neo4j_server.address, neo4j_server.user, neo4j_server.password)


def test_without_the_guard_the_plan_alone_refuses_what_neo4j_takes_for_reading(
    bolt_store: Store, login: Login, tmp_path: Path
) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("nobody may read this", encoding="utf-8")
    answered = {}
    for name, text in texts(file.as_uri(), "http://127.0.0.1:9/x.csv").items():
        try:
            answered[name] = ask(login, question(text)).rows
        except CrossprobeError:
            continue
    # What file() and linenumber() answer outside a LOAD CSV.
    assert {name: rows for name, rows in answered.items() if rows != [(None,)]} == {}
    assert bolt_store.read("MATCH (n) RETURN count(n) AS nodes").rows == [(0,)]


def test_the_server_would_have_read_the_file(bolt_store: Store, tmp_path: Path) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("nobody may read this", encoding="utf-8")
    assert bolt_store.read(f"LOAD CSV FROM '{file.as_uri()}' AS line RETURN line").rows == [(["nobody may read this"],)]


@pytest.mark.parametrize(
    "text", ["LOAD CSV FROM 'file:///x' AS l RETURN l", "CALL db.labels() YIELD label RETURN label"]
)
def test_a_plan_is_refused_by_the_name_of_its_step(login: Login, text: str) -> None:
    with pytest.raises(RefusedQueryError, match=r"with the step (LoadCSV|ProcedureCall)"):
        ask(login, question(text))


def test_planning_that_does_not_end_is_left_at_the_deadline_and_the_next_query_works(login: Login) -> None:
    tangled = f"MATCH {'-[]-'.join(['()'] * 61)} RETURN 1 AS x"
    with pytest.raises(TooLongError):
        ask(login, question(tangled, timeout=0.2))
    assert ask(login, question("RETURN 1 AS one", timeout=60)).rows == [(1,)]


def test_a_connection_lost_between_two_questions_is_not_noticed(bolt_store: Store, neo4j_server: Neo4jServer) -> None:
    assert bolt_store.read("RETURN 1 AS one").rows == [(1,)]
    end_all_connections(neo4j_server)
    assert bolt_store.read("RETURN 1 AS one").rows == [(1,)]


def test_a_connection_lost_while_writing_stores_nothing_and_says_so(
    bolt_store: Store, neo4j_server: Neo4jServer
) -> None:
    def write() -> None:
        with bolt_store.transaction() as transaction:
            transaction.run("CREATE (:Officer {id: 'a'})")
            end_all_connections(neo4j_server)
            transaction.run("CREATE (:Officer {id: 'b'})")

    with pytest.raises(UnreachableError):
        write()
    assert bolt_store.read("MATCH (n) RETURN count(n) AS nodes").rows == [(0,)]


def end_all_connections(server: Neo4jServer) -> None:
    with GraphDatabase.driver(server.address, auth=(server.user, server.password)) as driver:
        driver.execute_query(
            "CALL dbms.listConnections() YIELD connectionId AS id, userAgent AS agent "
            "WITH id WHERE agent = 'crossprobe' WITH collect(id) AS ids "
            "CALL dbms.killConnections(ids) YIELD message RETURN message"
        )


def test_of_two_that_wait_for_each_other_one_is_told_to_run_again(bolt_store: Store) -> None:
    with bolt_store.transaction() as transaction:
        transaction.run("CREATE (:Officer {id: 'a'}), (:Officer {id: 'b'})")
    both_hold_one = threading.Barrier(2)
    told: list[str] = []

    def write(first: str, second: str) -> None:
        lock = "MATCH (o:Officer {id: $id}) SET o.name = $name"
        try:
            with bolt_store.transaction() as transaction:
                transaction.run(lock, {"id": first, "name": first})
                both_hold_one.wait(timeout=30)
                transaction.run(lock, {"id": second, "name": first})
        except CrossprobeError as refused:
            told.append(str(refused))

    threads = [threading.Thread(target=write, args=pair) for pair in (("a", "b"), ("b", "a"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["Another session was writing the same; nothing was stored.\nRun it again."]
    names = {row[0] for row in bolt_store.read("MATCH (o:Officer) RETURN o.name AS name").rows}
    assert len(names) == 1


@given(st.dates())
def test_a_date_is_its_iso_text(day: date) -> None:
    assert iso_text(Date.from_native(day)) == day.isoformat()


@given(st.datetimes(), st.one_of(st.none(), offsets))
def test_the_text_of_a_time_says_the_same_time(moment: datetime, zone: timezone | None) -> None:
    moment = moment.replace(tzinfo=zone)
    text = iso_text(DateTime.from_native(moment))
    assert datetime.fromisoformat(text) == moment
    assert "000Z" not in text
