"""Statements read as a person would say them, and say how sure their source is."""

import pytest

from graph.model import TYPES
from graph.sentences import called, sentence

LABELS = {"rank/sergeant": "Sergeant", "duty/restricted": "Restricted duties", "step/hearing": "Misconduct hearing"}


def _said(name: str, start: str = "Ann Other", end: str = "Borough Police", **properties: object) -> str:
    return sentence(name, start, end, properties, lambda code: LABELS.get(code, code))


def test_service_tells_rank_and_dates() -> None:
    said = _said("SERVED_IN", rank="rank/sergeant", valid_from="2018", valid_to="2020-03")
    assert said == "Ann Other served with Borough Police as sergeant, from 2018 to 2020-03."


def test_what_holds_now_and_what_held_once_differ() -> None:
    assert _said("SERVED_IN", current=True) == "Ann Other serves with Borough Police."
    assert _said("SERVED_IN", current=False) == "Ann Other served with Borough Police, formerly."


def test_a_status_that_is_not_held_is_said_not_to_be_held() -> None:
    assert _said("HAD_STATUS", duty_status="duty/restricted", current=True).startswith("Ann Other has the status")
    denied = _said("HAD_STATUS", duty_status="duty/restricted", current=True, not_held=True)
    assert denied == "Ann Other does not have the status “Restricted duties” at Borough Police."


def test_a_step_says_whether_it_happened() -> None:
    assert _said("STEP", end="the inquiry", kind="step/hearing", at="2021-03") == (
        "In the inquiry, about Ann Other: Misconduct hearing happened, in 2021-03."
    )
    assert "is still to come" in _said("STEP", kind="step/hearing", state="pending")
    assert "is ruled out" in _said("STEP", kind="step/hearing", state="ruled_out")


def test_an_allegation_is_never_told_as_a_fact() -> None:
    said = _said("MEMBER_OF", end="the group", role="admin", status="alleged")
    assert said == "It is alleged that Ann Other was an admin of the group."


def test_a_reading_says_that_it_is_one_and_why() -> None:
    said = _said("SUBJECT_OF", end="the inquiry", status="inferred", reason="one officer, one inquiry")
    assert said == "Ann Other is a subject of the inquiry; this is a reading, because one officer, one inquiry."


def test_the_words_of_the_source_stand_beside_the_code() -> None:
    said = _said("SUBJECT_OF", end="the inquiry", outcome="outcome/warning", outcome_as_stated="got a warning")
    assert "outcome: outcome/warning" in said
    assert "outcome as stated: got a warning" in said


@pytest.mark.parametrize("name", sorted(TYPES))
def test_every_type_names_both_ends_in_one_sentence(name: str) -> None:
    said = _said(name, "the one end", "the other end")
    assert "the one end" in said.lower()
    assert "the other end" in said
    assert said.endswith(".")
    assert "{" not in said


def test_names_and_handles_are_never_given_a_capital() -> None:
    assert _said("MEMBER_OF", start="ann_other99", end="x").startswith("ann_other99 ")


def test_a_record_is_called_by_name_then_description_then_kind_and_id() -> None:
    assert called("Officer", {"id": "officer:" + "0" * 26, "name": "Ann", "description": "a sergeant"}) == "Ann"
    assert called("Officer", {"id": "officer:" + "0" * 26, "description": "A sergeant of CID."}) == "a sergeant of CID"
    assert called("ChatGroup", {"id": "chat-group:" + "0" * 26}) == "chat group 00000-00000"


def test_an_allegation_is_told_as_what_it_is() -> None:
    told = called("Allegation", {"id": "allegation:" + "0" * 26, "description": "Breach of the rules."})
    assert _said("AGAINST", start=told) == "The allegation “Breach of the rules” is made against Borough Police."


def test_descriptions_keep_their_words_within_a_sentence() -> None:
    told = called("Officer", {"id": "officer:" + "0" * 26, "description": "The sergeant."})
    assert (
        _said("SERVED_IN", start=told, status="alleged")
        == "It is alleged that the sergeant served with Borough Police."
    )
    assert _said("SERVED_IN", start=told) == "The sergeant served with Borough Police."


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"value": 921.0, "bound": "at_least", "unit": "officers"}, "officers investigated: at least 921 officers"),
        ({"value": 6, "unit": "%", "as_stated": "six per cent"}, "officers investigated: 6 %"),
        ({"as_stated": "dozens"}, "officers investigated: dozens"),
        ({}, "officers investigated"),
    ],
    ids=["bound", "share", "no number", "no figure"],
)
def test_a_figure_is_called_by_what_is_counted_and_how_many(stated: dict[str, object], told: str) -> None:
    assert (
        called("Statistic", {"id": "statistic:1", "measure": "officers investigated", **stated})
        == f"the figure “{told}”"
    )
