"""Corners of the questions on denials and on what is not identified."""

from tests.queries.corners.corner import Asking, Corner


def denied_links() -> Corner:
    """Statements that would assert a denied link, but for one condition."""
    told = Corner("denied-links")
    one, other, third = (told.investigation(key) for key in ("one", "other", "third"))
    officer = told.officer("officer")
    told.record("Denial", "link", from_id=one, to_id=other, of="link")
    told.record("Denial", "subject", from_id=officer, to_id=one, of="subject")
    told.states(one, "LINKED_TO", other)
    told.states(one, "LINKED_TO", third)
    told.states(officer, "WITNESS_IN", one)
    told.states(officer, "SUBJECT_OF", one, status="alleged")
    again = told.investigation("one, again")
    told.record("Denial", "itself", from_id=one, to_id=again, of="link")
    told.same.append((one, again))
    with told.later():
        told.states(other, "AROSE_FROM", one)
        told.record("Denial", "later", from_id=one, to_id=third, of="link")
    return told


def unidentified() -> Corner:
    """Records that would not be unidentified, but for one condition."""
    told = Corner("unidentified", Asking({"kind": "force"}))
    unnamed = told.record("Officer", "unnamed", description="unnamed", identified=False)
    told.officer("named")
    told.record("Force", "unnamed force", description="unnamed force", identified=False)
    told.states(unnamed, "SUBJECT_OF", told.investigation("case"))
    told.states(unnamed, "SERVED_IN", told.force("here"))
    for key, later in (("named elsewhere", False), ("named later", True)):
        hidden = told.record("Officer", key, description=key, identified=False)
        if later:
            with told.later():
                told.same.append((hidden, told.officer(f"{key}, by name")))
        else:
            told.same.append((hidden, told.officer(f"{key}, by name")))
    six = told.record("Cohort", "six", size=6)
    told.states(told.officer("one of six"), "COUNTED_IN", six)
    told.states(unnamed, "COUNTED_IN", six)
    with told.later():
        told.states(told.officer("stated later, one of six"), "COUNTED_IN", six)
        told.states(unnamed, "SUBJECT_OF", told.investigation("stated later"))
        told.states(unnamed, "SERVED_IN", told.force("stated later"))
        told.record("Officer", "unnamed later", description="unnamed later", identified=False)
        told.record("Cohort", "counted later", size=2)
        told.same.append((unnamed, told.record("Officer", "again later", description="again", identified=False)))
    return told


def allegations_by_category_and_year() -> Corner:
    """Allegations that would count, but for one condition."""
    told = Corner("allegations-by-category-and-year", Asking({"category": "iopc-2020/F6"}))
    for number, category in enumerate(("iopc-2020/F6", "iopc-2020/F6", "iopc-2020/B4")):
        claim = told.record("Allegation", str(number), category=category, incident_from="2019")
        told.states(claim, "AGAINST", told.officer(f"officer {number}"))
    told.record("Allegation", "in words", category_as_stated="rudeness", incident_from="2019")
    told.record("Allegation", "in other words", category_as_stated="neglect", incident_from="2019")
    told.record("Allegation", "of 2018", category="iopc-2020/F6", incident_from="2018")
    with told.later():
        told.record("Allegation", "later", category="iopc-2020/F6", incident_from="2019")
        told.states(claim, "AGAINST", told.officer("accused later"))
    return told


def totals_alike_but_different() -> Corner:
    """Totals that would look alike, but for one condition."""
    told = Corner("totals-alike-but-different", Asking({"same_value": "true"}))
    here, there = told.force("here"), told.force("there")

    def total(key: str, value: int, *forces: str, **properties: str) -> str:
        measured = {"unit": "officers", "measure": key, **properties}
        added = told.record("Statistic", key, value=value, **measured)
        for each in forces:
            told.states(added, "COUNTS", each)
        return added

    whole = total("investigated", 31, here)
    total("warned", 12, here)
    total("allegations", 7, here, unit="allegations")
    total("as in the other", 31, there)
    total("of nobody in particular", 31)
    total("of nobody in particular, another number", 8)
    for number in range(5):  # enough of them, for which of two comes first is up to their ids
        year = str(2010 + number)
        total(f"in {year}", 31, here, period_from=year, period_to=year)
        told.states(total(f"part {number}", number, here), "PART_OF", whole)
    for key in ("quoted", "quoted again"):
        total(key, 99, there, measure="one and the same")
    with told.later():
        for number in range(5):
            total(f"stated later, {number}", 31, here)
    return told
