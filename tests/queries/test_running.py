"""Asking a saved question: what is said beside the rows, and what happens when a file does not keep its promise."""

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import InvalidQueryError, TooLongError, UsageError
from graph.loads.loading import load_facts
from graph.loads.states import loads
from graph.model.writes import upsert_records
from graph.records import Recorded
from graph.stores.store import Store
from queries import running
from queries.catalogue import find
from queries.format import Query
from queries.running import run
from tests.invented import Invented


def told(slug: str = "article", recorded: Recorded | None = None) -> Invented:
    """An officer who is a subject of two investigations, of the second one only by allegation."""
    source = Invented(slug, recorded or Recorded("2021-03-03", "2021-03-03"))
    officer = source.officer("Ash")
    source.states(officer, "SUBJECT_OF", source.investigation("first"), "para 12")
    source.states(
        officer, "SUBJECT_OF", source.investigation("second"), "para 3", status="alleged", said_by="a colleague"
    )
    return source


def load(store: Store, source: Invented) -> None:
    load_facts(store, source.facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")


@pytest.fixture
def recurring() -> Query:
    return find("recurring-officers")


def test_a_row_says_what_it_rests_on_in_the_order_of_the_source(store: Store, recurring: Query) -> None:
    load(store, told())
    answer = run(store, recurring, {})
    assert [name for name, _ in answer.columns] == [
        "officer", "names", "ranks", "forces", "investigations", "stated", "one_led_to_the_other", "apart", "evidence",
    ]  # fmt: skip
    assert [row[1:] for row in answer.table] == [
        (
            ["Ash"], [], [], 2, 1, False, 2,
            ["article, para 3 (alleged; says a colleague): subject of: second", "article, para 12: subject of: first"],
        )
    ]  # fmt: skip
    assert answer.notes[0] == "Out of 1 people who are subjects of an investigation."
    assert answer.notes[1:] == recurring.caveats


def test_nobody_who_does_not_ask_for_it_gets_evidence(store: Store, recurring: Query) -> None:
    load(store, told())
    answer = run(store, recurring, {}, citations=False)
    assert answer.columns == tuple((each.name, each.type) for each in recurring.columns)
    assert answer.table == list(answer.rows)
    assert (answer.cited, answer.citations) == (False, ((),))


def test_what_very_many_rows_rest_on_is_read_only_for_who_asks(
    store: Store, recurring: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, told())
    monkeypatch.setattr(running, "ROWS_AT_ONCE", 0)
    answer = run(store, recurring, {})
    assert answer.columns == tuple((each.name, each.type) for each in recurring.columns)
    assert answer.notes[1] == "What 1 rows rest on takes a while to read: ask for it with --citations."
    monkeypatch.setattr(running, "ROWS_AT_ONCE", 1)
    assert run(store, recurring, {}).cited
    asked = run(store, recurring, {}, citations=True)
    assert asked.cited
    assert asked.notes[1:] == recurring.caveats


def test_a_text_that_is_stopped_is_answered_with_what_asks_for_less(
    store: Store, recurring: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, told())

    def stopped(*_: object, **__: object) -> Any:  # noqa: ANN401 - it never gives anything
        raise TooLongError("The query was stopped.", do="Narrow it.")

    with monkeypatch.context() as while_asking:
        while_asking.setattr(running, "answer_rows", stopped)
        for query, given, do in (
            (recurring, {}, f"Ask for less: -p force={recurring.parameters[1].example}"),
            (recurring, {"force": recurring.parameters[1].example}, "Narrow it."),
            (find("witness-and-subject"), {}, "Narrow it."),
        ):
            with pytest.raises(TooLongError) as told_so:
                run(store, query, given)
            assert (told_so.value.what, told_so.value.do) == ("The query was stopped.", do)
    monkeypatch.setattr(running, "evidence", stopped)
    with pytest.raises(TooLongError, match="--no-citations"):
        run(store, recurring, {})


def test_no_rows_are_said_in_a_sentence(store: Store, recurring: Query) -> None:
    load(store, told())
    answer = run(store, recurring, {"minimum": 3})
    assert answer.rows == ()
    assert answer.no_rows == (
        "None of the 1 people who are subjects of an investigation is held to be a subject of 3 separate ones."
    )


@pytest.mark.parametrize(
    ("recorded", "known", "rows", "later"),
    [
        (Recorded("2021-03-03", "2021-03-03"), "2021-03-02", 0, 0),
        (Recorded("2021-03-03", "2021-03-03"), "2021-03", 1, 0),
        (Recorded("2021-03-03", "2022-01-01", "bounded"), "2021", 1, 1),
        (Recorded("2021-03-03", "2022-01-01", "bounded"), "2022", 1, 0),
    ],
)
def test_rows_that_may_have_been_stated_later_are_counted(
    store: Store, recurring: Query, recorded: Recorded, known: str, rows: int, later: int
) -> None:
    load(store, told(recorded=recorded))
    for citations in (True, False):
        answer = run(store, recurring, {}, known=known, citations=citations)
        assert (len(answer.rows), answer.later) == (rows, later)
        assert f"{later:,} of the rows rest on something that may have been stated later." in answer.notes


def test_an_answer_that_was_cut_says_so(store: Store, recurring: Query) -> None:
    for slug in ("one", "other"):
        load(store, told(slug))
    answer = run(store, recurring, {}, row_limit=1)
    assert (len(answer.rows), answer.cut) == (1, True)
    assert "Only the first 1 rows are shown: there are more." in answer.notes


def load_row(source: str, state: str) -> dict[str, Any]:
    return {"id": f"load:{source}", "of_source": source, "loader": "table", "state": state, "digest": "1"}


def write_load(store: Store, source: str, state: str) -> None:
    with store.transaction() as tx:
        tx.run_rows(upsert_records("Load"), [load_row(source, state)])


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], None]) -> None:
    """Lets something happen between the first reading of the loads and the question itself."""
    events = [happens]

    def read_loads(store: Store) -> list[dict[str, Any]]:
        found = loads(store)
        if events:
            events.pop()()
        return found

    monkeypatch.setattr(running, "loads", read_loads)


def test_loads_that_are_unfinished_or_become_complete_meanwhile_are_named(
    store: Store, recurring: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, told())
    write_load(store, "cut off", "running")
    write_load(store, "soon", "running")
    meanwhile(monkeypatch, lambda: write_load(store, "soon", "finished"))
    answer = run(store, recurring, {})
    assert answer.meanwhile.unfinished == ("cut off", "soon")
    assert answer.meanwhile.finished == ("soon",)
    assert answer.notes[:2] == (
        "Not complete: the load of cut off, soon is unfinished.",
        "While this was asked, the load of soon became complete.",
    )


def test_a_load_that_begins_while_the_question_runs_is_named(
    store: Store, recurring: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(store, told())
    meanwhile(monkeypatch, lambda: write_load(store, "new", "running"))
    answer = run(store, recurring, {})
    assert (answer.meanwhile.unfinished, answer.meanwhile.finished) == (("new",), ())
    assert run(store, recurring, {}).meanwhile.unfinished == ("new",)


@pytest.mark.parametrize(
    ("part", "text", "what"),
    [
        ("cypher", "MATCH (o:Officer) RETURN o.id AS wrong", "returns wrong"),
        ("graph", "MATCH (o:Officer) RETURN o.id AS wrong", "graph text of recurring-officers returns wrong"),
    ],
)
def test_a_file_that_returns_other_columns_is_refused(
    store: Store, recurring: Query, part: str, text: str, what: str
) -> None:
    load(store, told())
    with pytest.raises(InvalidQueryError, match=what):
        run(store, recurring.model_copy(update={part: text}), {})


@pytest.mark.parametrize(
    "text", ["MATCH (o:Officer) RETURN o.id", "MATCH (n) RETURN count(n), 1", "UNWIND [1, 2] AS n RETURN n"]
)
def test_a_denominator_that_is_not_one_number_is_refused(store: Store, recurring: Query, text: str) -> None:
    load(store, told())
    denominator = recurring.denominator.model_copy(update={"cypher": text})
    with pytest.raises(InvalidQueryError, match="not one number"):
        run(store, recurring.model_copy(update={"denominator": denominator}), {})


def test_a_wrong_parameter_is_refused_before_anything_is_asked(
    store: Store, recurring: Query, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    meanwhile(monkeypatch, lambda: asked.append("loads"))
    with pytest.raises(UsageError):
        run(store, recurring, {"minimum": "many"})
    assert asked == []
