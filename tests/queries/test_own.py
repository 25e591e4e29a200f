"""Saved queries of one's own: begun, imported, tried, and without any privilege over what somebody types."""

from pathlib import Path

import pytest

from graph.errors import InvalidQueryError, RefusedQueryError
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.stores.store import Store
from queries.catalogue import find
from queries.checking import read_query
from queries.format import Query
from queries.importing import id_of, imported, skeleton
from queries.running import run
from queries.trying import problems_of
from tests.invented import Invented

BEGUN = skeleton("by-name")


@pytest.fixture
def held(store: Store) -> Store:
    told = Invented("paper")
    for each in ("Ann Other", "Bo Example", "Ann Thrope"):
        told.officer(each)
    store.prepare(constraints())
    load_facts(store, told.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
    return store


def written(folder: Path, *changes: tuple[str, str]) -> Query:
    text = BEGUN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "by-name.yaml").write_text(text, encoding="utf-8")
    return find("by-name", [folder])


def test_what_is_begun_runs_and_rests_on_the_records_it_names(held: Store, tmp_path: Path) -> None:
    query = written(tmp_path)
    assert problems_of(held, query, "by-name.yaml") == []
    answer = run(held, query, {"part": "ann"})
    assert {row[1] for row in answer.rows} == {"Ann Other", "Ann Thrope"}
    assert {str(each) for row in answer.citations for each in row} == {
        "paper, para 1: Ann Other",
        "paper, para 1: Ann Thrope",
    }
    assert answer.denominator == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  RETURN o.id AS officer", "  SET o.name = 'x'\n  RETURN o.id AS officer"),
        ("  MATCH (o:Officer)\n", "  LOAD CSV FROM 'file:///etc/hostname' AS line\n  MATCH (o:Officer)\n"),
        ("cypher: MATCH (o:Officer) RETURN", "cypher: CALL dbms.listConfig() YIELD name RETURN"),
    ],
)
def test_no_text_of_it_can_do_more_than_one_that_is_typed(held: Store, tmp_path: Path, old: str, new: str) -> None:
    query = written(tmp_path, (old, new))
    with pytest.raises(RefusedQueryError):
        run(held, query, {"part": "ann"})
    (problem,) = problems_of(held, query, "by-name.yaml")
    assert problem.file == "by-name.yaml"
    assert held.read("MATCH (o:Officer {name: 'x'}) RETURN count(o)").rows == [(0,)]


def test_its_graph_goes_through_the_guard_too(held: Store, tmp_path: Path) -> None:
    graph = "graph: |\n  UNWIND $rows AS row CREATE (o:Officer {id: 'officer:x'})\n  RETURN 1 AS number\ndenominator:"
    with pytest.raises(RefusedQueryError):
        run(held, written(tmp_path, ("denominator:", graph)), {"part": "ann"})


def test_no_file_can_say_that_crossprobe_comes_with_it(tmp_path: Path) -> None:
    assert find("recurring-officers").shipped
    assert not written(tmp_path).shipped
    assert not read_query(tmp_path / "by-name.yaml").shipped
    for line in ("shipped: true", "_shipped: true"):
        with pytest.raises(Exception, match="unknown"):
            written(tmp_path, ("revision: 1", f"{line}\nrevision: 1"))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("o.name AS name", "o.name AS called", "returns officer, called"),
        ("RETURN count(DISTINCT o.canonical_id) AS n", "RETURN 'many' AS n", "not one number"),
        ("MATCH (o:Officer) RETURN count(DISTINCT o.canonical_id) AS n", "MATCH (o:Officer) RETURN 1 AS n", "not one"),
        ("RETURN o.id AS officer", "RETURN 'same' AS officer", "same values in the key"),
        ("o.name_folded CONTAINS $part", "o.name_folded CONTAINS $part AND", ""),
    ],
)  # fmt: skip
def test_trying_tells_what_does_not_fit(held: Store, tmp_path: Path, old: str, new: str, what: str) -> None:
    query = written(tmp_path, (old, new), ("example: ann", "example: a"))
    (problem,) = problems_of(held, query, "by-name.yaml")
    assert what in problem.what


def test_a_cypher_file_becomes_a_query_that_reads_back(held: Store, tmp_path: Path) -> None:
    text = "// Who is held?\nMATCH (o:Officer)\nRETURN o.id AS officer, size(o.name) AS letters\n"
    made = imported(tmp_path / "Who Is Held.cypher", text, held.read_untrusted(text))
    (tmp_path / "who-is-held.yaml").write_text(made, encoding="utf-8")
    query = find("who-is-held", [tmp_path])
    assert (query.question, query.cypher) == ("Who is held?", text.strip())
    assert [(each.name, each.type) for each in query.columns] == [("officer", "id"), ("letters", "integer")]
    assert problems_of(held, query, "who-is-held.yaml") == []
    with pytest.raises(InvalidQueryError, match=r"returns o\.name"):
        imported(tmp_path / "x.cypher", text, held.read("MATCH (o:Officer) RETURN o.name"))


def test_an_id_is_made_of_any_file_name() -> None:
    assert [id_of(Path(each)) for each in ("A b.cypher", "2 ways.cypher", "Ünï.txt")] == ["a-b", "query-2-ways", "n"]
