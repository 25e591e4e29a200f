"""Corners of the questions who recurs in one way or another, and with whom."""

from tests.queries.corners.corner import TRUE_IN_2021, Asking, Corner


def recurring_same_category() -> Corner:
    """Officers who would be accused of one thing again, but for one condition."""
    told = Corner("recurring-same-category", Asking({"minimum": "3"}))
    twice = told.officer("twice")
    for key in ("first", "second", "subject later", "examined later", "against later"):
        _accused(told, twice, key, "iopc-2020/F8", late=key)
    _accused(told, twice, "of another thing", "iopc-2020/D1")
    _accused(told, told.officer("once"), "once", "iopc-2020/F8")
    without = told.officer("without categories")
    for key in ("one", "other"):
        _accused(told, without, f"without, {key}")
    with told.later():
        _accused(told, told.officer("known later"), "known later", "iopc-2020/F8")
    return told


def recurring_within_years() -> Corner:
    """Officers of two investigations that would have begun within a year, but for one condition."""
    told = Corner("recurring-within-years", Asking({"years": "5"}))
    officer = told.officer("again and again")
    first, second, far = (
        told.investigation(key, opened=opened)
        for key, opened in (("first", "2015-03"), ("second", "2015-09"), ("far", "2019"))
    )
    for each in (first, second, far):
        told.states(officer, "SUBJECT_OF", each)
        told.states(each, "LINKED_TO", told.investigation(f"linked to {each}"))
    for since in ("2015-04", "2015-04"):
        told.states(officer, "SUBJECT_OF", told.investigation(f"on one day, {len(told.records)}", opened=since))
    subject_later = told.investigation("subject later", opened="2015-05")
    with told.later():
        told.states(officer, "SUBJECT_OF", first, key="again")
        told.states(officer, "SUBJECT_OF", subject_later)
        told.states(second, "AROSE_FROM", first)
        told.same.append((second, told.investigation("second, stated again", opened="2014-12", name="a name")))
        other = told.officer("known later")
        told.states(other, "SUBJECT_OF", first)
    told.asked.append(Asking({"officer": other}))
    return told


def recurring_across_forces() -> Corner:
    """Officers who would be subjects in two forces, but for one condition."""
    told = Corner("recurring-across-forces")
    here, there = (_subject(told, key, key, opened="2015") for key in ("north", "south"))
    told.same.append((here, there))
    told.states(here, "SERVED_IN", told.force("east"), valid_from="2017")
    told.states(here, "SERVED_IN", told.force("west"), valid_to="2012")
    _subject(told, "elsewhere", "north")
    for key in ("one", "other"):
        told.states(there, "SUBJECT_OF", told.investigation(f"in the south, {key}"))
    with told.later():
        told.states(here, "SERVED_IN", told.force("centre"))
        told.states(here, "SUBJECT_OF", told.investigation("subject later"))
        _subject(told, "known later", "south")
    at_home = _subject(told, "at home", "north")
    told.states(at_home, "SUBJECT_OF", told.investigation("at home, again", opened="2016"))
    told.states(at_home, "SERVED_IN", told.force("east"), valid_to="2012")
    return told


def pairs_recurring_together() -> Corner:
    """Pairs who would recur together, but for one condition."""
    told = Corner("pairs-recurring-together", TRUE_IN_2021, Asking({"minimum": "3"}))
    one, other = sorted((told.officer("one"), told.officer("other")))
    first = _together(told, "first", one, other, told.officer("a third"))
    _together(told, "second", one, other)
    _together(told, "begun later", one, other, opened="2022")
    _together(told, "only one, at first", other)
    for who, key in ((one, "one later"), (other, "other later")):
        case = _together(told, key, other if who == one else one)
        with told.later():
            told.states(who, "SUBJECT_OF", case)
    with told.later():
        told.states(one, "SUBJECT_OF", first, key="again")
        told.states(told.officer("known later"), "SUBJECT_OF", first)
    told.states(told.officer("of 2022"), "SUBJECT_OF", told.investigation("of 2022", opened="2022"))
    return told


def _accused(told: Corner, officer: str, key: str, *category: str, late: str = "") -> None:
    case = told.investigation(f"{key}, case")
    allegation = told.record("Allegation", key, **dict(zip(("category",), category, strict=False)))
    for of, (start, kind, end) in (
        ("subject later", (officer, "SUBJECT_OF", case)),
        ("examined later", (allegation, "EXAMINED_IN", case)),
        ("against later", (allegation, "AGAINST", officer)),
    ):
        if of == late:
            with told.later():
                told.states(start, kind, end)
        else:
            told.states(start, kind, end)


def _subject(told: Corner, key: str, force: str, **case: str) -> str:
    officer = told.officer(key)
    told.states(officer, "SERVED_IN", told.force(force))
    told.states(officer, "SUBJECT_OF", told.investigation(f"{key}, case", **case))
    return officer


def _together(told: Corner, key: str, *officers: str, **properties: str) -> str:
    case = told.investigation(key, **properties)
    for each in officers:
        told.states(each, "SUBJECT_OF", case)
    return case
