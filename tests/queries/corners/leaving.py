"""Corners of the questions who left under an allegation, and who was under a warning at the next."""

from typing import Any

from tests.queries.corners.corner import Corner

Service = dict[str, Any]
_GROSS = "severity/gross-misconduct"


def left_under_gross_misconduct() -> Corner:
    """Officers who would have left under a gross-misconduct allegation and joined another force, but for one thing."""
    told = Corner("left-under-gross-misconduct")
    case = told.investigation("2015 to 2019", opened="2015", closed="2019")
    until: Service = {"valid_from": "2010", "valid_to": "2017"}
    since: Service = {"valid_from": "2020"}
    left = _left(told, "left", case, until, since)
    told.states(left, "SERVED_IN", told.force("a third, long before"), valid_to="1999")
    told.states(left, "SUBJECT_OF", told.investigation("another"))
    _left(told, "not gross", case, until, since, severity="severity/misconduct")
    assessed_later = _left(told, "assessed later", case, until, since, severity="severity/misconduct")
    with told.later():
        told.states(assessed_later, "SUBJECT_OF", case, key="again", severity=_GROSS)
        told.same.append((case, told.investigation("stated again", opened="2013", closed="2023", name="a name")))
        told.states(left, "SUBJECT_OF", case, key="again", outcome_date="2018")
        told.states(left, "SERVED_IN", told.force("new"), key="again", valid_from="2021")
        told.states(left, "SERVED_IN", told.force("old"), key="again", valid_from="2011", valid_to="2016")
        told.states(told.officer("stated later"), "SUBJECT_OF", case, severity=_GROSS)
    told.states(told.officer("without severity"), "SUBJECT_OF", case)

    _left(told, "within one force", case, until, since, second="old")
    _left(told, "still there", case, {"valid_from": "2010"}, since)
    _left(told, "left before", case, {"valid_to": "2012"}, since)
    _left(told, "left after", case, {"valid_to": "2019-12"}, since)
    _left(told, "left after, for sure", told.investigation("to 2016", opened="2015", closed="2016"), until, since)
    _left(told, "no word of the new service", case, until, {})
    _left(told, "there already when the old one ended", case, {"valid_to": "2018"}, {"valid_from": "2016"})
    _left(told, "there before", case, {"valid_from": "2017", "current": False}, {"valid_from": "2016"})
    return told


def sanction_live_at_new_allegation() -> Corner:
    """People under a live warning when conduct is alleged again, but for one condition."""
    told = Corner("sanction-live-at-new-allegation")
    officer = told.officer("warned")
    warned: dict[str, Any] = {"outcome": "outcomes-2008/written-warning", "outcome_date": "2018-06"}
    case = told.investigation("warned in")
    told.states(officer, "SUBJECT_OF", case, **warned)
    told.states(officer, "SUBJECT_OF", case, key="on another day", **{**warned, "outcome_date": "2018-07"})
    told.states(officer, "SUBJECT_OF", case, key="in words", outcome_as_stated="warned", outcome_date="2018-06")
    told.states(officer, "SUBJECT_OF", case, key="final",
                **{**warned, "outcome": "outcomes-2008/final-written-warning"})  # fmt: skip
    meanwhile = _alleged(told, officer, "meanwhile", "2019-01", category="iopc-2020/F8")
    again = _alleged(told, officer, "meanwhile, again", "2019-02", category="iopc-2020/F8")
    other = _alleged(told, officer, "meanwhile, of another category", "2019-01", category="iopc-2020/D1")
    told.same += [(meanwhile, again), (meanwhile, other)]
    _alleged(told, officer, "before", "2018-01")
    _alleged(told, officer, "long after", "2021")
    told.states(_alleged(told, officer, "the same matter", "2018-09"), "EXAMINED_IN", case)
    with told.later():
        told.states(officer, "SUBJECT_OF", case, key="again", **warned)
        told.states(officer, "SUBJECT_OF", told.investigation("warned in, later"), **warned)
        told.states(meanwhile, "AGAINST", officer, key="again")
        _alleged(told, officer, "alleged later", "2018-10")
        told.states(told.officer("warned, known later"), "SUBJECT_OF", case, **warned)
    told.states(told.officer("without a date"), "SUBJECT_OF", case, outcome=warned["outcome"])
    told.states(told.officer("not warned"), "SUBJECT_OF", case, outcome="outcomes-2008/no-further-action",
                outcome_date="2018")  # fmt: skip
    return told


def _left(
    told: Corner, key: str, case: str, before: Service, after: Service, *, second: str = "new", severity: str = _GROSS
) -> str:
    officer = told.officer(key)
    told.states(officer, "SUBJECT_OF", case, severity=severity)
    told.states(officer, "SERVED_IN", told.force("old"), key="before", **before)
    told.states(officer, "SERVED_IN", told.force(second), key="after", **after)
    return officer


def _alleged(told: Corner, officer: str, key: str, incident: str, **properties: str) -> str:
    allegation = told.record("Allegation", key, incident_from=incident, **properties)
    told.states(allegation, "AGAINST", officer)
    return allegation
