"""Casebooks come into a database: all that was checked, once, and corrected where that is asked for."""

from pathlib import Path

import pytest

from graph.errors import InvalidInputError, LoadError
from graph.loads.account import LoadResult
from graph.stores.store import Store
from loaders.casebooks.loading import load_casebooks
from tests.loaders.casebooks.writing import SOURCE, TWO_PEOPLE, casebook_file
from tests.reading import graph

NOW = "2026-01-01T00:00:00Z"
DENIAL = """\
denials:
  - id: apart
    between: [{investigation: first}, {investigation: second}]
    of: link
    as_stated: The two are apart.
    locator: para 5
"""
BOOK = SOURCE + TWO_PEOPLE.replace("name: Pike,", "name: Pike, subject_of: [{investigation: first}],") + DENIAL


def load(store: Store, *paths: Path, replace: bool = False, dry_run: bool = False) -> list[LoadResult]:
    return load_casebooks(store, paths, now=NOW, replace=replace, dry_run=dry_run)


def counts(result: LoadResult) -> dict[str, int]:
    """The counts of a load that are not zero."""
    return {name: count for name, count in result.account.row().items() if count}


def test_a_casebook_is_in_the_database_with_source_and_place(store: Store, tmp_path: Path) -> None:
    (result,) = load(store, casebook_file(tmp_path, BOOK))
    assert counts(result) == {"read": 7, "new": 7}
    assert store.read(
        "MATCH (o:Officer)-[s:SUBJECT_OF]->(:Investigation)\n"
        "RETURN o.name AS name, s.source_id AS source, s.locator AS place"
    ).rows == [("Pike", "harbour-post", "para 1")]


def test_loading_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    path = casebook_file(tmp_path, BOOK)
    load(store, path)
    before = graph(store)
    (again,) = load(store, path)
    assert counts(again) == {"read": 7, "unchanged": 7}
    assert graph(store) == before


def test_a_comment_or_another_order_is_no_change(store: Store, tmp_path: Path) -> None:
    load(store, casebook_file(tmp_path, BOOK))
    (again,) = load(
        store, casebook_file(tmp_path, "# read again\n" + SOURCE + DENIAL + BOOK[len(SOURCE) : -len(DENIAL)])
    )
    assert counts(again) == {"read": 7, "unchanged": 7}


def test_what_was_corrected_is_changed_alone_and_named(store: Store, tmp_path: Path) -> None:
    load(store, casebook_file(tmp_path, BOOK))
    corrected = casebook_file(
        tmp_path, BOOK.replace("name: Pike", "name: Pyke").replace("locator: para 3", "locator: para 7")
    )
    with pytest.raises(LoadError, match="1 changed, 1 moved"):
        load(store, corrected)
    (result,) = load(store, corrected, replace=True)
    assert counts(result) == {"read": 7, "changed": 1, "moved": 1, "unchanged": 5}
    assert [each.differs for each in result.changes if each.fate == "changed"] == [{"name": ("Pike", "Pyke")}]


def test_a_mistake_in_one_file_keeps_all_of_them_out(store: Store, tmp_path: Path) -> None:
    right = casebook_file(tmp_path, BOOK, "right.yaml")
    wrong = casebook_file(
        tmp_path,
        BOOK.replace("harbour-post", "other").replace("investigation: first", "investigation: x"),
        "wrong.yaml",
    )
    with pytest.raises(InvalidInputError, match="there is no investigation 'x'"):
        load(store, right, wrong)
    assert store.read("MATCH (n) WHERE n.source_id IS NOT NULL RETURN n.id").rows == []


def test_a_dry_run_says_the_same_and_stores_nothing(store: Store, tmp_path: Path) -> None:
    path = casebook_file(tmp_path, BOOK)
    (tried,) = load(store, path, dry_run=True)
    assert store.read("MATCH (n) WHERE n.source_id IS NOT NULL RETURN n.id").rows == []
    (done,) = load(store, path)
    assert tried == done


def test_no_path_crosses_a_denial(store: Store, tmp_path: Path) -> None:
    load(store, casebook_file(tmp_path, BOOK))
    assert store.read("MATCH (d:Denial) RETURN d.as_stated, d.locator").rows == [("The two are apart.", "para 5")]
    assert store.read("MATCH (d:Denial)-[r]-() RETURN r").rows == []
    crossing = "MATCH p = (a:Investigation)-[*1..4]-(b:Investigation) WHERE a.id <> b.id RETURN count(p)"
    assert store.read(crossing).rows == [(0,)]


def test_a_source_that_was_only_cited_is_held_once_its_own_casebook_is_loaded(store: Store, tmp_path: Path) -> None:
    cites = "cites:\n  - {id: echo, title: Cited by the Post, locator: para 1}\n"
    load(store, casebook_file(tmp_path, SOURCE + cites))
    held = "MATCH (s:Source {id: 'source:echo'}) RETURN s.name, coalesce(s.held, false)"
    assert store.read(held).rows == [("Cited by the Post", False)]
    load(store, casebook_file(tmp_path, SOURCE.replace("harbour-post", "echo")))
    assert store.read(held).rows == [("What the harbour police did", True)]
    assert store.read("MATCH (:Source)-[r:CITES]->(s:Source) RETURN s.id").rows == [("source:echo",)]
