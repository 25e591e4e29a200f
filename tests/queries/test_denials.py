"""A denial stands between two things: a selection that draws both brings it, whichever records of them it draws."""

from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Recorded
from graph.stores.store import Store
from queries.selection import Listed, take
from tests.invented import Invented


def test_what_another_source_denies_of_its_own_records_is_drawn_once_they_are_the_same(store: Store) -> None:
    told, other = Invented("paper"), Invented("gazette", Recorded("2022", "2022"))
    ann, case = told.officer("ann"), told.investigation("case")
    stated = told.states(ann, "SUBJECT_OF", case)
    same_ann, same_case = other.officer("the same ann"), other.investigation("the same case")
    denial = other.record("Denial", "no link", from_id=same_ann, to_id=same_case, as_stated="Ann was never in it.")
    store.prepare(constraints())
    for each in (told, other):
        load_facts(store, each.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")
    drawn = Listed((ann, case))

    apart = take(store, drawn)
    assert (apart.denials, {each.id for each in apart.records}) == ((), {ann, case})

    decide(store, decision(ann, same_ann, "same", by="me", at="2026-01-02T00:00:00Z", reason="One number."))
    assert take(store, drawn).denials == ()

    decide(store, decision(case, same_case, "same", by="me", at="2026-01-02T00:00:00Z", reason="One number."))
    whole = take(store, drawn)
    assert [each.id for each in whole.denials] == [denial]
    assert {each.id for each in whole.records} == {ann, case, same_ann, same_case}
    assert [each.id for each in whole.statements] == [stated]
    assert take(store, drawn, known="2021").denials == ()
