"""Routes read from a database: the same as over the whole graph, at dates, on both engines."""

from random import Random

import pytest

from graph.errors import UsageError
from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Recorded
from graph.routes import Asked, find_routes
from graph.stores.store import Store
from queries.connecting import ENDS, connect
from queries.ground import label
from queries.neighbourhood import around
from queries.selection import Everything, take
from queries.times import Times
from tests.invented import Invented

EVER = Times()


def loaded(store: Store, told: Invented) -> None:
    store.prepare(constraints())
    load_facts(store, told.facts, loader="casebook", digest="1", now="2026-01-01T00:00:00Z")


def test_a_short_way_through_a_force_is_closed_and_the_long_one_is_found(store: Store) -> None:
    told = Invented("paper")
    ann, bo, cy = (told.officer(each) for each in ("ann", "bo", "cy"))
    first, second = told.investigation("first"), told.investigation("second")
    for officer in (ann, bo):
        told.states(officer, "SERVED_IN", told.force("northvale"))
    far = [
        told.states(ann, "SUBJECT_OF", first),
        told.states(cy, "SUBJECT_OF", first),
        told.states(cy, "SUBJECT_OF", second, locator="para 7", said_by="the force"),
        told.states(bo, "SUBJECT_OF", second),
    ]
    loaded(store, told)
    (only,) = connect(store, ann, bo, Asked(), EVER).routes
    assert [leg.step.link for leg in only.legs] == far
    assert [leg.start.id for leg in only.legs] == [ann, cy, cy, bo], "each statement in its own direction"
    assert only.legs[2].stated["said_by"] == "the force"
    assert only.legs[2].sentence(str) == "cy is a subject of second."
    assert connect(store, ann, bo, Asked(limit=3), EVER).routes == ()
    hub, _ = connect(store, ann, bo, Asked(through_hubs=True), EVER).routes[::-1]
    assert [leg.step.type for leg in hub.legs] == ["SERVED_IN", "SERVED_IN"]


def test_who_is_one_by_decision_is_walked_in_the_middle_and_said(store: Store) -> None:
    told = Invented("paper")
    ann, bo, cy, like = (told.officer(each) for each in ("ann", "bo", "cy", "cy again"))
    first, second = told.investigation("first"), told.investigation("second")
    for officer, case in ((ann, first), (cy, first), (like, second), (bo, second)):
        told.states(officer, "SUBJECT_OF", case)
    loaded(store, told)
    assert connect(store, ann, bo, Asked(), EVER).routes == ()
    decide(store, decision(cy, like, "same", by="me", at="2026-01-02T00:00:00Z", reason="One number."))
    (only,) = connect(store, ann, bo, Asked(), EVER).routes
    assert "Depends on 1 identity that a person decided." in only.route.depends
    assert "were decided to be the same by me: One number." in only.legs[2].sentence(str)


def test_a_denial_comes_first_and_dates_hold_for_links_and_denials(store: Store) -> None:
    told = Invented("paper", Recorded("2019", "2019"))
    ann, bo = told.officer("ann"), told.officer("bo")
    group = told.record("ChatGroup", "group", name="Group")
    told.states(ann, "MEMBER_OF", group, valid_to="2017")
    told.states(bo, "MEMBER_OF", group)
    told.recorded = Recorded("2022", "2022")
    told.record("Denial", "no link", from_id=bo, to_id=ann, as_stated="They never met.")
    case = told.investigation("case")
    told.states(ann, "SUBJECT_OF", case)
    told.states(bo, "SUBJECT_OF", case)
    loaded(store, told)
    today = connect(store, ann, bo, Asked(), EVER)
    assert [each["as_stated"] for each in today.denials] == ["They never met."]
    assert {leg.step.type for told in today.routes for leg in told.legs} == {"MEMBER_OF", "SUBJECT_OF"}
    before = connect(store, ann, bo, Asked(), Times(known="2020"))
    assert before.denials == ()
    assert {leg.step.type for told in before.routes for leg in told.legs} == {"MEMBER_OF"}
    after = connect(store, ann, bo, Asked(), Times(at="2018"))
    assert {leg.step.type for told in after.routes for leg in told.legs} == {"SUBJECT_OF"}


def test_what_another_source_denies_of_its_own_records_is_not_walked(store: Store) -> None:
    told, other = Invented("paper"), Invented("gazette")
    ann, bo, case = told.officer("ann"), told.officer("bo"), told.investigation("case")
    for officer in (ann, bo):
        told.states(officer, "SUBJECT_OF", case)
    loaded(store, told)
    assert len(connect(store, ann, bo, Asked(limit=2), EVER).routes) == 1
    same_ann, same_case = other.officer("the same ann"), other.investigation("the same case")
    other.record("Denial", "no link", from_id=same_ann, to_id=same_case, as_stated="Ann was never in it.")
    loaded(store, other)
    for left, right in ((ann, same_ann), (case, same_case)):
        decide(store, decision(left, right, "same", by="me", at="2026-01-02T00:00:00Z", reason="One number."))
    assert connect(store, ann, bo, Asked(limit=2), EVER).routes == ()


def test_one_record_is_not_linked_to_itself(store: Store) -> None:
    with pytest.raises(UsageError, match="same record"):
        connect(store, "officer:a", "officer:a", Asked(), EVER)


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 6])
def test_what_is_read_hop_by_hop_gives_the_routes_of_the_whole_graph(embedded_world: Store, limit: int) -> None:
    whole = take(embedded_world, Everything())
    ends = {each.id for each in whole.records if label(each.id) in ENDS}
    chance, asked, found = Random(limit), Asked(limit=limit), 0  # noqa: S311 - which pairs are tried is no secret
    for start in chance.sample(sorted(ends), 12):
        near = around(embedded_world, [start], 3, (), EVER).records & ends - {start}
        for end in chance.sample(sorted(near or ends - {start}), min(3, len(near) or 3)):
            expected = find_routes(
                whole.records, whole.statements, whole.decisions, whole.denials, start, end, asked
            ).routes
            told = connect(embedded_world, start, end, asked, EVER).routes
            assert tuple(each.route for each in told) == expected
            found += len(expected)
    assert found
