"""Corners of the questions on recurrence."""

from tests.queries.corners.corner import TRUE_IN_2021, Asking, Corner


def recurring_officers() -> Corner:
    """Officers who would recur, but for one condition."""
    told = Corner("recurring-officers", TRUE_IN_2021, Asking({"leave_out_linked": "true"}))
    twice = told.officer("twice")
    one, _ = _two_cases(told, twice, "twice")
    third, fourth = told.investigation("subject later"), told.investigation("begun later", opened="2022")
    for each in (third, fourth):
        told.states(each, "AROSE_FROM", one)
    told.states(twice, "SUBJECT_OF", fourth)
    with told.later():
        told.states(twice, "SUBJECT_OF", third)
    _services(told, twice)

    grown, _ = _two_cases(told, told.officer("grown from another's"), "grown")
    told.states(grown, "AROSE_FROM", told.investigation("another's"))
    told.asked.append(Asking({"force": told.force("northvale")}))

    unnamed = told.nobody("Officer", "unnamed")
    with told.later():
        spelt = told.record("Officer", "spelt", name="Twyce")
    told.same += [(twice, unnamed), (twice, spelt)]

    for key, opened in (("second stated later", None), ("second opened later", "2022")):
        officer = told.officer(key)
        told.states(officer, "SUBJECT_OF", told.investigation(f"{key}, first"))
        if opened:
            told.states(officer, "SUBJECT_OF", told.investigation(f"{key}, second", opened=opened))
        else:
            with told.later():
                told.states(officer, "SUBJECT_OF", told.investigation(f"{key}, second"))

    told.states(told.officer("opened later"), "SUBJECT_OF", told.investigation("of 2022", opened="2022"))
    with told.later():
        told.states(told.officer("known later"), "SUBJECT_OF", told.investigation("known later, only"))

    linked, earlier = _two_cases(told, told.officer("linked"), "linked")
    told.states(linked, "AROSE_FROM", earlier)
    linked, earlier = _two_cases(told, told.officer("linked later"), "linked later")
    with told.later():
        told.states(linked, "LINKED_TO", earlier)
    officer = told.officer("a third begun later")
    _, second = _two_cases(told, officer, "a third begun later")
    third = told.investigation("a third begun later, third", opened="2022")
    told.states(officer, "SUBJECT_OF", third)
    told.states(third, "AROSE_FROM", second)
    itself, _ = _two_cases(told, told.officer("of itself"), "of itself")
    again = told.investigation("of itself, again")
    told.states(itself, "AROSE_FROM", again)
    told.same.append((itself, again))
    return told


def people_per_investigation() -> Corner:
    """Cohorts and members who would be counted twice, or not at all, but for one condition."""
    told = Corner("people-per-investigation", Asking({"minimum": "2"}))
    case = told.investigation("one officer")
    told.states(told.officer("alone"), "SUBJECT_OF", case)
    with told.later():
        told.states(told.officer("second, stated later"), "SUBJECT_OF", case)
    told.asked.append(Asking({"investigation": case}))

    told.states(told.officer("nobody else"), "SUBJECT_OF", told.investigation("of one"))
    case = told.investigation("six, one of them by name")
    six, member = told.record("Cohort", "six", size=6), told.officer("one of six")
    told.states(six, "SUBJECT_OF", case)
    told.states(member, "SUBJECT_OF", case)
    told.states(member, "COUNTED_IN", six)

    case = told.investigation("counted in later")
    five, member = told.record("Cohort", "five", size=5), told.officer("one of five")
    told.states(five, "SUBJECT_OF", case)
    told.states(member, "SUBJECT_OF", case)
    with told.later():
        told.states(member, "COUNTED_IN", five)

    case = told.investigation("cohort investigated later")
    four, member = told.record("Cohort", "four", size=4), told.officer("one of four")
    told.states(member, "SUBJECT_OF", case)
    told.states(member, "COUNTED_IN", four)
    with told.later():
        told.states(four, "SUBJECT_OF", case)

    case = told.investigation("a member's own case is another")
    seven, member = told.record("Cohort", "seven", size=7), told.officer("one of seven")
    told.states(seven, "SUBJECT_OF", case)
    told.states(member, "COUNTED_IN", seven)
    told.states(member, "SUBJECT_OF", told.investigation("a member's own"))
    with told.later():
        told.states(member, "SUBJECT_OF", case)

    _parts_of_wholes(told)
    case = told.investigation("part of itself")
    three, again = told.record("Cohort", "three", size=3), told.record("Cohort", "three again", size=3)
    told.states(three, "SUBJECT_OF", case)
    told.states(three, "PART_OF", again)
    told.same.append((three, again))
    with told.later():
        told.investigation("stated later")
    return told


def _parts_of_wholes(told: Corner) -> None:
    def part_and_whole(key: str) -> tuple[str, str, str]:
        case = told.investigation(f"{key}, case")
        part, whole = told.record("Cohort", f"{key}, part", size=2), told.record("Cohort", f"{key}, whole", size=9)
        told.states(part, "SUBJECT_OF", case)
        return case, part, whole

    case, part, whole = part_and_whole("both subjects")
    told.states(part, "PART_OF", whole)
    told.states(whole, "SUBJECT_OF", case)
    case, part, whole = part_and_whole("part of it later")
    told.states(whole, "SUBJECT_OF", case)
    with told.later():
        told.states(part, "PART_OF", whole)
    case, part, whole = part_and_whole("the whole is a subject later")
    told.states(part, "PART_OF", whole)
    with told.later():
        told.states(whole, "SUBJECT_OF", case)
    _, part, whole = part_and_whole("the whole is a subject elsewhere")
    told.states(part, "PART_OF", whole)
    told.states(whole, "SUBJECT_OF", told.investigation("elsewhere"))


def _two_cases(told: Corner, officer: str, key: str) -> tuple[str, str]:
    cases = told.investigation(f"{key}, first"), told.investigation(f"{key}, second")
    for each in cases:
        told.states(officer, "SUBJECT_OF", each)
    return cases


def _services(told: Corner, officer: str) -> None:
    told.states(officer, "SERVED_IN", told.force("northvale"))
    told.states(officer, "SERVED_IN", told.force("from 2022"), valid_from="2022")
    told.states(officer, "SERVED_IN", told.force("to 2010"), valid_to="2010")
    told.states(officer, "SERVED_IN", told.force("former"), current=False)
    with told.later():
        told.states(officer, "SERVED_IN", told.force("stated later"))


def witness_and_subject() -> Corner:
    """Witnesses who would be subjects of another investigation, but for one condition."""
    told = Corner("witness-and-subject")
    one, other = told.investigation("one"), told.investigation("other")
    both = told.officer("both")
    told.states(both, "WITNESS_IN", one)
    told.states(both, "SUBJECT_OF", other)
    same = told.officer("of the same")
    told.states(same, "WITNESS_IN", one)
    told.states(same, "SUBJECT_OF", one)
    told.states(told.officer("witness only"), "WITNESS_IN", other)
    with told.later():
        third = told.investigation("third")
        told.states(both, "WITNESS_IN", third)
        told.states(both, "SUBJECT_OF", third)
        told.states(both, "WITNESS_IN", one, key="again")
        told.states(both, "SUBJECT_OF", other, key="again")
        told.states(told.officer("witness later"), "WITNESS_IN", one)
    return told
