"""Where things stand: citations of records and statements, and how they read."""

from graph.loads.loading import load_facts
from graph.records import Recorded
from graph.stores.store import Store
from queries.citations import Citation, citation, cite, ids_in
from tests.invented import Invented


def test_a_citation_reads_as_source_place_mark_and_content() -> None:
    whole = Citation("against:1", "article", "para 4", "a colleague", "alleged", "2021", "ran the group")
    assert str(whole) == "article, para 4 (alleged; says a colleague): ran the group"
    assert str(citation({"id": "against:1", "source_id": "article", "locator": "row 2"})) == "article, row 2"
    assert str(citation({"id": "force:x", "source_id": "vocabulary:x@1"})) == "vocabulary:x@1"


def test_what_may_have_been_stated_later_is_compared_at_the_coarser_precision() -> None:
    def recorded(end: str) -> Citation:
        return citation({"id": "x", "recorded_from": "2020", "recorded_to": end})

    assert recorded("2021-03-04").possibly_later_than("2021-03-03")
    assert not recorded("2021-03-04").possibly_later_than("2021-03")
    assert not recorded("2021").possibly_later_than("2021-03-03")
    assert citation({"id": "x", "recorded_from": "2022"}).possibly_later_than("2021")


def test_ids_are_found_wherever_they_stand() -> None:
    officer, case = "officer:" + "0" * 26, "subject_of:" + "z" * 26
    values = [officer, [f"see {case}."], {"a": {"b": (officer,)}}, 7, None, "officer:short", officer + "0"]
    assert ids_in(values) == {officer, case}


def test_records_and_statements_are_cited_by_id(store: Store) -> None:
    told = Invented("article", Recorded("2021", "2022", "bounded"))
    officer = told.officer("Ash", said_by="the force")
    force = told.force("northvale")
    service = told.states(officer, "SERVED_IN", force, "para 7", status="inferred", reason="a guess")
    load_facts(store, told.facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")
    found = cite(store, [officer, service, force, "officer:" + "0" * 26, "no id", "weather:" + "0" * 26])
    assert set(found) == {officer, service, force}
    assert str(found[officer]) == "article, para 1 (says the force)"
    assert str(found[service]) == "article, para 7 (inferred)"
    assert found[service].recorded_to == "2022"
    assert found[force].source == "vocabulary:example@1"
