"""Corners of the questions how long somebody or something waits."""

from tests.queries.corners.corner import Asking, Corner


def no_outcome_after_months() -> Corner:
    """Investigations that would be without an outcome after long, but for one condition."""
    told = Corner("no-outcome-after-months", Asking({"months": "12", "until": "2021"}))
    plain = Asking({"until": "2024-06"})
    told.asked = [plain, Asking({"until": "2024-06"}, known="2021"), *told.asked]
    case = told.investigation("open", opened="2015-03")
    told.states(told.officer("subject"), "SUBJECT_OF", case)
    told.states(told.record("Cohort", "cohort", size=3), "SUBJECT_OF", case)
    later, decided_later = told.officer("subject later"), told.investigation("decided later", opened="2016")
    told.states(told.officer("decided later"), "SUBJECT_OF", decided_later)
    with told.later():
        told.states(later, "SUBJECT_OF", case)
        told.states(later, "SUBJECT_OF", decided_later, outcome_as_stated="dismissed")
        told.investigation("stated later", opened="2014")
        told.same.append((case, told.investigation("open, stated again", opened="2015-03")))
    told.investigation("lately", opened="2024-01")
    told.investigation("undated")
    told.investigation("closed", opened="2015", closed="2017")
    told.investigation("concluded", opened="2015", state="concluded")
    told.investigation("still open", opened="2015", state="open")
    decided = told.investigation("decided", opened="2015")
    told.states(told.officer("decided"), "SUBJECT_OF", decided, outcome_as_stated="a warning")
    return told


def restricted_for_long() -> Corner:
    """People who would have been restricted for long, but for one condition."""
    told = Corner("restricted-for-long", Asking({"months": "30"}))
    north, south = told.force("northvale"), told.force("southmere")
    for key, status in (("restricted", "restricted"), ("suspended", "suspended"), ("full", "full")):
        told.states(told.officer(key), "HAD_STATUS", north, duty_status=f"duty-status/{status}",
                    valid_from="2015", valid_to="2018")  # fmt: skip
    held = {"duty_status": "duty-status/restricted", "valid_from": "2017-01", "valid_to": "2019-06"}
    both = told.officer("in two forces and at two times")
    told.states(both, "HAD_STATUS", north, **held)
    told.states(both, "HAD_STATUS", south, **held)
    told.states(both, "HAD_STATUS", north, key="earlier", **{**held, "valid_from": "2016-01"})
    told.states(both, "HAD_STATUS", north, key="longer", **{**held, "valid_to": "2019-12"})
    told.states(both, "HAD_STATUS", north, key="not", not_held=True, **held)
    told.states(told.officer("not held"), "HAD_STATUS", north, not_held=True, **held)
    told.states(told.officer("shortly"), "HAD_STATUS", north, **{**held, "valid_to": "2017-03"})
    told.states(told.officer("no end"), "HAD_STATUS", north, duty_status=held["duty_status"], valid_from="2010")
    told.states(told.officer("still"), "HAD_STATUS", north, duty_status=held["duty_status"], valid_from="2010",
                current=True)  # fmt: skip
    with told.later():
        told.states(told.officer("stated later"), "HAD_STATUS", north, **held)
        told.states(both, "HAD_STATUS", north, key="again", **held)
    return told
