"""Corners of the question how investigations began."""

from tests.queries.corners.corner import Asking, Corner


def how_investigations_began() -> Corner:
    """Beginnings that would be told, but for one condition."""
    told = Corner("how-investigations-began")
    case, cause = told.investigation("case"), told.investigation("cause")
    told.asked.append(Asking({"investigation": case}))
    told.states(case, "AROSE_FROM", cause)
    told.states(cause, "CONDUCTED_BY", told.force("northvale"))
    with told.later():
        told.states(case, "REFERRED_BY", told.force("stated later"))
        told.investigation("stated later")

    told.states(told.record("Allegation", "early", description="early"), "EXAMINED_IN", case)
    for key, examined_later in (("examined later", True), ("raised later", False)):
        claim, by = told.record("Allegation", key, description=key), told.record("Body", key, name=key)
        early, late = (("RAISED_BY", by), ("EXAMINED_IN", case))[:: 1 if examined_later else -1]
        told.states(claim, *early)
        with told.later():
            told.states(claim, *late)
    return told
