"""One record and all that bears on it, and what is dated about it in order of time."""

import pytest

from graph.errors import NotFoundError
from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.stores.store import Store
from queries import showing
from queries.showing import show
from queries.timeline import timeline
from tests.invented import Invented

NOW = "2024-01-01T00:00:00.000Z"


class Told:
    """Two sources on one officer; the second denies a link, and a decision says that both mean one person."""

    def __init__(self, store: Store) -> None:
        first, second = Invented("first"), Invented("second")
        self.officer = first.officer("1", name="Ann Bell")
        self.case = first.investigation("2", name="The inquiry", opened="2021-03", closed="2022")
        self.group = first.record("ChatGroup", "3", name="The group")
        first.states(self.officer, "SUBJECT_OF", self.case, status="alleged")
        first.states(self.officer, "SERVED_IN", first.force("north"), valid_from="2018", valid_to="2020-03-01")
        first.states(self.officer, "MEMBER_OF", self.group)
        self.other = second.officer("1", name="A. Bell")
        second.states(self.other, "SERVED_IN", second.force("south"), valid_from="2020-04")
        self.denial = first.record(
            "Denial", "4", from_id=self.officer, to_id=self.group, of="membership", as_stated="Not a member"
        )
        for each in (first, second):
            load_facts(store, each.facts, digest="d", loader="casebook", now=NOW)
        made = decision(self.officer, self.other, "same", by="a reviewer", at=NOW, reason="one number")
        decide(store, made)


@pytest.fixture
def told(store: Store) -> Told:
    return Told(store)


def test_a_record_is_shown_with_statements_sources_and_what_names_it(store: Store, told: Told) -> None:
    shown = show(store, told.officer)
    assert shown.properties["name"] == "Ann Bell"
    assert {each.type for each in shown.statements} == {"SUBJECT_OF", "SERVED_IN", "MEMBER_OF"}
    assert [each["id"] for each in shown.same] == [told.other]
    assert [(each["judgement"], each["by"]) for each in shown.decisions] == [("same", "a reviewer")]
    assert [each["id"] for each in shown.denials] == [told.denial]
    assert set(shown.sources) == {"first", "second"}
    assert shown.named[told.other]["name"] == "A. Bell"
    assert not shown.cut


def test_its_statements_read_as_sentences_from_either_end(store: Store, told: Told) -> None:
    for record in (told.officer, told.case):
        shown = show(store, record)
        said = [shown.sentence(each, str) for each in shown.statements if each.type == "SUBJECT_OF"]
        assert said == ["It is alleged that Ann Bell is a subject of The inquiry."]


def test_a_date_leaves_out_what_was_not_true_then(store: Store, told: Told) -> None:
    assert "SERVED_IN" in {each.type for each in show(store, told.officer, at="2019").statements}
    assert "SERVED_IN" not in {each.type for each in show(store, told.officer, at="2021").statements}


def test_what_was_recorded_later_was_not_known(store: Store, told: Told) -> None:
    assert show(store, told.officer, known="2022-10").statements
    assert not show(store, told.officer, known="2021").statements


def test_a_record_that_is_not_there_is_not_found(store: Store, told: Told) -> None:
    with pytest.raises(NotFoundError):
        show(store, told.officer[:-1] + ("0" if told.officer[-1] != "0" else "1"))


def test_a_timeline_runs_over_all_that_is_one_thing_and_keeps_precision(store: Store, told: Told) -> None:
    events = timeline(store, told.officer, str).events
    assert [(each.start, each.end) for each in events] == [
        ("2018", "2020-03-01"),
        ("2020-04", None),
        ("2021-03", None),
        ("2022", None),
        (None, None),
        (None, None),
    ]
    assert {each.source_id for each in events} == {"first", "second"}
    assert timeline(store, told.other, str).events == events


def test_a_timeline_says_where_it_is_not_all(store: Store, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not timeline(store, told.officer, str).cut
    monkeypatch.setattr(showing, "STATEMENTS_READ", 1)
    assert timeline(store, told.officer, str).cut
    assert timeline(store, told.other, str).cut, "also where it is read of another record of the same person"


def test_the_undated_stand_at_the_end(store: Store, told: Told) -> None:
    undated = [each.what for each in timeline(store, told.officer, str).events if each.start is None]
    assert undated == [
        "Ann Bell was a member of The group.",
        "It is alleged that Ann Bell is a subject of The inquiry.",
    ]


def test_what_was_suggested_is_shown_until_somebody_decides(embedded_store: Store) -> None:
    first, second = Invented("first"), Invented("second")
    pair = first.officer("1", name="Ann Bell"), second.officer("1", name="A. Bell")
    second.record("Suggestion", "s", left_id=min(pair), right_id=max(pair), reasons=("Names alike.",))
    for each in (first, second):
        load_facts(embedded_store, each.facts, digest="d", loader="casebook", now=NOW)
    assert [each["reasons"] for each in show(embedded_store, pair[0]).suggestions] == [["Names alike."]]
    decide(embedded_store, decision(*pair, "unsure", by="a reviewer", at=NOW, reason="no number"))
    assert show(embedded_store, pair[0]).suggestions == ()
