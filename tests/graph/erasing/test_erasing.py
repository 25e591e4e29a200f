"""Erasing: the record goes with all that names it, comes back by no load, and is in no byte of the files."""

from pathlib import Path

import pytest

from graph.columns.from_facts import as_columns
from graph.erasing.erasing import erase
from graph.errors import UsageError
from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.batched_loading import load_columns
from graph.loads.loading import load_facts
from graph.stores import open_store
from graph.stores.store import Store
from tests.graph.loads.clock import Clock
from tests.invented import Invented
from tests.reading import canonical_ids, graph

NOW = "2026-01-01T00:00:00Z"
NAME = "Zorvelka Quodlibet"


def told(slug: str, *, with_her: bool = True) -> Invented:
    source = Invented(slug)
    other = source.officer("inspector", name="Somebody Else")
    source.states(other, "SERVED_IN", source.force("northvale"))
    if with_her:
        her = source.officer("sergeant", name=NAME, number="ZULU1234", description=f"{NAME} herself")
        source.states(her, "SERVED_IN", source.force("elsewhere"), as_stated=f"of {NAME}")
        source.states(her, "SUBJECT_OF", source.investigation("phones"))
        source.record("Denial", "d", from_id=her, to_id=other, of="link", as_stated=f"not {NAME}")
        source.record("Message", "m", account_id=her, text=f"signed {NAME}")
    else:
        source.investigation("phones")
    return source


def load(store: Store, source: Invented) -> int:
    result = load_facts(store, source.facts, digest=source.slug, loader="casebook", now=NOW)
    return result.account.excluded


def her(slug: str) -> str:
    return next(each.id for each in told(slug).records if each.properties.get("name") == NAME)


def test_what_is_left_is_what_would_be_there_had_she_never_been_stated(store: Store) -> None:
    load(store, told("one", with_her=False))
    without = graph(store)
    with store.transaction() as tx:
        tx.run("MATCH (n) DETACH DELETE n")
    load(store, told("one"))
    erased = erase(store, [her("one")], now=NOW)
    assert (erased.records, erased.statements, erased.naming) == (1, 2, 2)
    assert graph(store) == without


def test_she_is_not_loaded_again_by_any_loader(store: Store) -> None:
    load(store, told("one"))
    erase(store, [her("one")], now=NOW)
    before = graph(store)
    assert load(store, told("one")) == 5
    assert graph(store) == before


def test_decisions_about_her_go_and_those_of_others_hold(store: Store) -> None:
    sources = [told(slug) for slug in ("one", "two", "three")]
    for each in sources:
        load(store, each)
    ids = [her(each.slug) for each in sources]
    for left, right in ((ids[0], ids[1]), (ids[1], ids[2])):
        decide(store, decision(left, right, "same", by="a", at=NOW, reason=f"both are {NAME}"))
    erase(store, [ids[1]], now=NOW)
    assert store.read("MATCH (d:Decision) RETURN count(d) AS n").rows == [(0,)]
    canonical = canonical_ids(store)
    assert (canonical[ids[0]], canonical[ids[2]]) == (ids[0], ids[2])


def test_a_load_in_columns_counts_her_as_excluded(store: Store) -> None:
    load(store, told("one"))
    erase(store, [her("one")], now=NOW)
    with store.transaction() as tx:
        tx.run("MATCH (n) WHERE NOT n:Database DETACH DELETE n")
    facts = as_columns(told("one").facts)
    loaded = load_columns(store, facts, digest="1", loader="table", clock=Clock())
    assert loaded.result.account.excluded == 5
    assert store.read("MATCH (o:Officer) RETURN o.name AS name").rows == [("Somebody Else",)]


@pytest.mark.parametrize("record", ["force:example/northvale", "source:one", "load:x", "nobody"])
def test_what_no_source_states_of_somebody_is_not_erased(embedded_store: Store, record: str) -> None:
    load(embedded_store, told("one"))
    before = graph(embedded_store)
    with pytest.raises(UsageError):
        erase(embedded_store, [record], now=NOW)
    assert graph(embedded_store) == before


def in_files(folder: Path, *texts: str) -> set[str]:
    """Which of the texts stand in any byte of the folder's files, in either width of letters."""
    raw = [each.read_bytes() for each in folder.rglob("*") if each.is_file()]
    forms = {text: (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")) for text in texts}
    return {text for text, each in forms.items() if any(form in file for form in each for file in raw)}


def test_no_byte_of_the_files_holds_her_after_compaction(tmp_path: Path) -> None:
    texts = (NAME, "zorvelka quodlibet", "ZULU1234", "herself", her("one"))
    path = tmp_path / "database"
    store = open_store(str(path), purpose="tests", create=True)
    load(store, told("one"))
    store.close()
    assert in_files(path, *texts) == set(texts)
    store = open_store(str(path), purpose="tests")
    erase(store, [her("one")], now=NOW)
    assert store.compact()
    store.close()
    assert in_files(path, *texts, "Zorvelka", "quodlibet") == set()
    store = open_store(str(path), purpose="tests")
    assert store.read("MATCH (o:Officer) RETURN o.name AS name").rows == [("Somebody Else",)]
    store.close()
