"""Corners of the questions on status and outcomes."""

from typing import Any

from tests.queries.corners.corner import TRUE_IN_2021, Asking, Corner

WARNED = "outcomes-2020/written-warning"
RESTRICTED, SUSPENDED = "duty-status/restricted", "duty-status/suspended"


def outcomes_by_force() -> Corner:
    """Outcomes that would count elsewhere, but for one condition."""
    told = Corner("outcomes-by-force")
    here, there = told.force("here"), told.force("there")
    told.asked.append(Asking({"force": here}))
    stays = _warned(told, "stays", here)
    told.states(told.officer("waits"), "SERVED_IN", here)
    waiting = told.officer("waits too")
    told.states(waiting, "SERVED_IN", here)
    told.states(waiting, "SUBJECT_OF", told.investigation("of the one who waits"))
    told.states(_warned(told, "comes later", here), "SERVED_IN", there, valid_from="2018")
    told.states(_warned(told, "was there", here), "SERVED_IN", there, valid_to="2010")
    only_later = _warned(told, "nowhere then, there later")
    told.states(only_later, "SERVED_IN", there, valid_from="2018")
    only_before = _warned(told, "nowhere then, there before")
    told.states(only_before, "SERVED_IN", there, valid_to="2010")
    with told.later():
        told.states(stays, "SUBJECT_OF", told.of("stays"), key="again", outcome=WARNED)
        told.states(stays, "SERVED_IN", here, key="again")
        told.states(_warned(told, "stated later, nowhere"), "SUBJECT_OF", told.investigation("later"), outcome=WARNED)
        _warned(told, "stated later, here", here)
    unknown = _warned(told, "served later, nowhere known")
    with told.later():
        told.states(unknown, "SERVED_IN", there)
    known = _warned(told, "served there too, as stated later", here)
    with told.later():
        told.states(known, "SERVED_IN", there)
    nowhere = told.officer("rebuked, nowhere")
    told.states(nowhere, "SUBJECT_OF", told.investigation("of the rebuked"), outcome_as_stated="a rebuke")
    with told.later():
        told.states(told.officer("later, nowhere"), "SUBJECT_OF", told.investigation("later still"), outcome=WARNED)
    return told


def accused_not_suspended_no_outcome() -> Corner:
    """Officers who would be in a row, but for one condition."""
    told = Corner("accused-not-suspended-no-outcome", TRUE_IN_2021)
    here = told.force("here")
    told.asked.append(Asking({"force": here}))
    accused = _accused(told, "restricted", {"duty_status": RESTRICTED})
    told.states(accused, "SERVED_IN", here)
    with told.later():
        told.states(accused, "SERVED_IN", told.force("stated later"))
        told.states(accused, "SUBJECT_OF", told.investigation("stated later"))
        claim = told.record("Allegation", "stated later", description="stated later")
        told.states(claim, "AGAINST", accused)
        told.same.append((accused, told.record("Officer", "spelt", name="Restrykted")))
    told.same.append((accused, told.nobody("Officer", "unnamed")))

    others: dict[str, dict[str, Any]] = {
        "from 2022": {"duty_status": RESTRICTED, "valid_from": "2022"},
        "to 2010": {"duty_status": RESTRICTED, "valid_to": "2010"},
        "formerly": {"duty_status": RESTRICTED, "current": False},
        "retired": {"service_status": "service-status/retired"},
    }
    for key, status in others.items():
        _accused(told, key, status)
        told.states(accused, "HAD_STATUS", here, key=key, **status)
    _accused(told, "suspended", {"duty_status": SUSPENDED})
    _accused(told, "not restricted", {"duty_status": RESTRICTED, "not_held": True})
    _accused(told, "not suspended", {"duty_status": SUSPENDED, "not_held": True})
    unknown = told.officer("restricted, as stated later")
    told.states(unknown, "SUBJECT_OF", told.of("unknown"))
    with told.later():
        told.states(accused, "HAD_STATUS", here, key="later", duty_status=RESTRICTED)
        told.states(unknown, "HAD_STATUS", here, duty_status=RESTRICTED)

    for key, later in (("examined", False), ("examined later", True)):
        claim, case = told.record("Allegation", key, description=key), told.investigation(f"{key} in")
        told.states(claim, "AGAINST", accused)
        if later:
            with told.later():
                told.states(claim, "EXAMINED_IN", case)
        else:
            told.states(claim, "EXAMINED_IN", case)
    told.states(told.record("Allegation", "unexamined", description="unexamined"), "AGAINST", accused)
    decided = told.investigation("decided")
    told.states(accused, "SUBJECT_OF", decided, outcome=WARNED)
    claim = told.record("Allegation", "of the case", description="of the case")
    told.states(claim, "AGAINST", accused)
    told.states(claim, "EXAMINED_IN", told.of("restricted"))
    late = told.record("Allegation", "of the case, as stated later", description="of the case, as stated later")
    told.states(late, "AGAINST", accused)
    with told.later():
        told.states(late, "EXAMINED_IN", told.of("restricted"))
        told.states(claim, "AGAINST", accused, key="again")
        told.states(accused, "SUBJECT_OF", told.of("restricted"), key="again")
    return told


def how_far_each_case() -> Corner:
    """Steps and states that would be told, but for one condition."""
    told = Corner("how-far-each-case")
    case, silent = told.investigation("case", state="open"), told.investigation("silent")
    officer = told.officer("officer")
    told.asked.append(Asking({"investigation": case}))
    told.states(officer, "STEP", case, kind="steps/arrest")
    told.states(officer, "SUBJECT_OF", case, outcome=WARNED)
    told.states(officer, "SUBJECT_OF", silent)
    told.states(officer, "SUBJECT_OF", case, key="without outcome", locator="para 5")
    told.states(officer, "STEP", told.investigation("another"), kind="steps/bail")
    with told.later():
        told.states(officer, "STEP", case, key="later", kind="steps/charge")
        told.states(officer, "SUBJECT_OF", case, key="later", outcome_as_stated="a rebuke")
        told.same.append((case, told.investigation("case, later", state="concluded")))
        told.investigation("later", state="open")
    return told


def _warned(told: Corner, key: str, *forces: str) -> str:
    officer = told.officer(key)
    case = told.of(key, opened="2014")
    told.states(officer, "SUBJECT_OF", case, outcome=WARNED, outcome_date="2015")
    for force in forces:
        told.states(officer, "SERVED_IN", force)
    return officer


def _accused(told: Corner, key: str, status: dict[str, Any]) -> str:
    officer = told.officer(key)
    told.states(officer, "SUBJECT_OF", told.of(key))
    told.states(officer, "HAD_STATUS", told.force("here"), **status)
    return officer
