"""Corners of the question who moved force while under investigation."""

from typing import Any

from tests.queries.corners.corner import Asking, Corner

Service = dict[str, Any]


def moved_while_under_investigation() -> Corner:
    """Officers who would have moved while under investigation, but for one condition."""
    told = Corner("moved-while-under-investigation", Asking({"dated_only": "true"}))
    case = told.investigation("2015 to 2019", opened="2015", closed="2019")
    until: Service = {"valid_from": "2010", "valid_to": "2017"}
    since: Service = {"valid_from": "2017"}

    moved = _moved(told, "moved", case, until, since)
    second = told.investigation("subject later", opened="2015", closed="2019")
    with told.later():
        again = told.investigation("2013 to 2019, stated later", opened="2013", closed="2023", name="another name")
        told.same.append((case, again))
        told.states(moved, "SUBJECT_OF", second)
        told.states(moved, "SUBJECT_OF", case, key="again")
        told.states(moved, "SERVED_IN", told.force("new"), key="again", current=True)
        told.states(moved, "SERVED_IN", told.force("stated later"), "para 9", valid_from="2017")
        spelt = told.record("Officer", "moved, spelt", name="Mooved")
        told.states(told.officer("subject later, only"), "SUBJECT_OF", case)
    told.same += [(moved, spelt), (moved, told.nobody("Officer", "unnamed"))]
    told.states(moved, "SUBJECT_OF", told.investigation("another", opened="2001", closed="2002"))
    told.states(moved, "SUBJECT_OF", told.investigation("undated"))
    told.states(moved, "SERVED_IN", told.force("a third, long before"), "para 8", valid_to="1999")

    _moved(told, "within one force", case, until, since, second="old")
    _moved(told, "still there", case, {"valid_from": "2010"}, since)
    _moved(told, "no word of the new service", case, until, {})
    _moved(told, "there already when the old one ended", case, {"valid_to": "2018"}, {"valid_from": "2016"})
    _moved(told, "there before", case, {"valid_from": "2017", "current": False}, {"valid_from": "2016"})
    _moved(told, "moved before", case, {"valid_to": "2012"}, {"valid_from": "2012"})
    _moved(told, "moved after", case, {"valid_to": "2021"}, {"valid_from": "2021"})
    _moved(told, "undated", case, {"current": False}, {"current": True})
    return told


def _moved(told: Corner, key: str, case: str, before: Service, after: Service, *, second: str = "new") -> str:
    officer = told.officer(key)
    told.states(officer, "SUBJECT_OF", case)
    told.states(officer, "SERVED_IN", told.force("old"), key="before", **before)
    told.states(officer, "SERVED_IN", told.force(second), key="after", **after)
    return officer
