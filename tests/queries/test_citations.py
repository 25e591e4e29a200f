"""Where things stand: citations of records and statements, and how they read."""

from graph.loads.loading import load_facts
from graph.records import Recorded
from graph.stores.store import Store
from queries.citations import Citation, citation, cite, cite_rows, ids_in
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


def test_many_statements_are_cited_as_few_are(store: Store) -> None:
    told = Invented("article", Recorded("2021", "2022", "bounded"))
    case = told.investigation("a case")
    stated = [
        told.states(told.officer(f"Officer {number}"), "SUBJECT_OF", case, f"row {number}", said_by="the force")
        for number in range(120)
    ]
    load_facts(store, told.facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")
    few = {one: each for some in (stated[:60], stated[60:]) for one, each in cite(store, some).items()}
    assert cite(store, stated) == few
    assert len(few) == 120
    assert str(few[stated[7]]) == "article, row 7 (says the force)"


def test_a_row_is_cited_by_all_it_names_in_the_order_of_a_reader(store: Store) -> None:
    told = Invented("article")
    officer, other = (told.officer(each) for each in ("Ash", "Birch"))
    case = told.investigation("a case")
    tenth, second = (
        told.states(each, "SUBJECT_OF", case, place) for each, place in ((officer, "row 10"), (other, "row 2"))
    )
    load_facts(store, told.facts, digest="1", loader="casebook", now="2026-01-01T00:00:00Z")
    rows = cite_rows(store, [(tenth, second), ("officer:" + "0" * 26,), (second,)])
    assert [[each.locator for each in row] for row in rows] == [["row 2", "row 10"], [], ["row 2"]]
