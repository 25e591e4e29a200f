"""Officers who moved to another force while under investigation, and those who moved at another time."""

from examples.world import slips, telling
from examples.world.codes import RANK, SEVERITY
from examples.world.documents import Entry
from examples.world.forces import force
from examples.world.part import Part
from examples.world.people import Person

_QUERY = "moved-while-under-investigation"
_OPENED, _CLOSED = "2019-03-04", "2020-11-27"


def moved_meanwhile(part: Part) -> None:
    """The case system dates the investigation, two rolls date the move; a reviewer joined all three records."""
    officer, case = _investigated(part, part.moved(part.officer(), 1, "2019-12-02"))
    left, joined = telling.both_rolls(part.sources, officer)
    part.same(case, left, "Same collar number.", rule="same-collar-number")
    part.same(left, joined, "The second roll names the force he came from.")
    paper = part.sources.article("Officer was attached to a third force", "2022-05-19", paper=1)
    attached = telling.officer_in(paper, officer, slips.nickname(officer))
    attached.says("SERVED_IN", force(part.forces[2]), role="on attachment", valid_from="2020-03", current=False)
    part.same(joined, attached, "Same name; the second force confirms the attachment.")
    investigation = _subject_of(case)
    inquiry = paper.entry("Investigation", investigation.truth, description="The inquiry that he left behind.")
    attached.says("SUBJECT_OF", inquiry, severity=SEVERITY + "gross-misconduct")
    part.same(inquiry, investigation, "Same officer, same year.")
    part.row("left-under-gross-misconduct", "gross misconduct, left, joined another force", case, left, attached)
    part.row(_QUERY, "moved between the opening and the end", case, left, joined)


def moved_between_two_articles(part: Part) -> None:
    """One article tells of the move, a later one of the investigation and not of him, the case system of its dates."""
    officer = part.officer(2)
    matter = part.matter(officer, part.investigation(2, opened="2021-05-10", open_still=True))
    officer = part.moved(officer, 0, "2021-11-01")
    paper = part.sources.article("Officer joins new force while investigated", "2022-01-20", paper=1)
    told = telling.officer_in(paper, officer, slips.first_and_last(officer))
    before, after = officer.postings
    told.says("SERVED_IN", force(before.force), current=False)
    told.says("SERVED_IN", force(after.force), valid_from="2021-11", current=True)
    some = telling.investigation_in(paper, matter.investigation, description="An inquiry, nobody says into whom.")
    later = part.sources.article("Why an officer is investigated", "2022-04-07", paper=1)
    unnamed = later.entry("Officer", officer.id, why_unidentified="withheld")
    investigation = telling.investigation_in(later, matter.investigation, description="An inquiry.")
    unnamed.says("SUBJECT_OF", investigation, severity=SEVERITY + "misconduct")
    system = telling.case(part.sources.cases(part.forces[2], "2021"), matter)
    part.same(told, unnamed, "The paper told us who it is.")
    part.same(told, system.officer, "The force confirmed the transfer.")
    part.same(some, investigation, "The paper speaks of its own article.")
    part.same(investigation, system.investigation, "The only inquiry into him.")
    part.row(_QUERY, "moved while the investigation was open; three sources, one after the other", told, unnamed)
    part.no_row("left-under-gross-misconduct", "misconduct, and no gross one", told, unnamed)


def moved_nobody_says_when(part: Part) -> None:
    """Formerly of one force, now of another, under investigation since no stated day: it may have been meanwhile."""
    officer = part.officer(1)
    matter = part.matter(officer, part.investigation(1, opened="2020-06-15", open_still=True), category="H3")
    officer = part.moved(officer, 2, "2021-02-15")
    paper = part.sources.article("Investigated officer is with another force", "2021-06-24", paper=2)
    told = telling.officer_in(paper, officer, slips.surname_only(officer))
    before, after = officer.postings
    told.says("SERVED_IN", force(before.force), current=False)
    told.says("SERVED_IN", force(after.force), current=True, status="alleged")
    investigation = telling.investigation_in(paper, matter.investigation, description="An inquiry still open.")
    told.says("SUBJECT_OF", investigation)
    part.no_row("how-far-each-case", "only who is a subject is said", investigation)
    part.row(_QUERY, "nobody says when he moved, or when the investigation began", told)


def moved_before(part: Part) -> None:
    """Moved half a year before the investigation opened."""
    _moved_at_another_time(part, "2018-09-03", "moved before the investigation opened")


def moved_after(part: Part) -> None:
    """Moved after the investigation was closed."""
    _moved_at_another_time(part, "2021-02-01", "moved after the investigation was closed")


def moved_as_a_witness(part: Part) -> None:
    """Moved during an investigation in which he was a witness."""
    _, case = _investigated(part, part.officer())
    officer = part.moved(part.officer(), 1, "2019-10-07")
    document = part.sources.cases(part.forces[0], _OPENED[:4])
    witness = telling.officer_in(document, officer, slips.initials(officer))
    investigation = _subject_of(case)
    witness.says("WITNESS_IN", investigation)
    true_one = next(each for each in part.investigations if each.id == investigation.truth)
    true_one.witnesses.append(officer)
    left, joined = telling.both_rolls(part.sources, officer)
    part.same(witness, left, "The force confirmed it.")
    part.same(left, joined, "The second roll names the force he came from.")
    part.no_row(_QUERY, "moved while a witness", witness, left, joined)


def promoted_meanwhile(part: Part) -> None:
    """Promoted within the force during the investigation: two times of service, one force."""
    officer, case = _investigated(part, part.officer(rank="constable"))
    row = telling.officer_in(part.sources.roll(part.forces[0]), officer, slips.in_columns(officer))
    here = force(officer.postings[0].force)
    row.says("SERVED_IN", here, rank=RANK + "constable", valid_from=officer.appointed, valid_to="2019-08-31")
    row.says("SERVED_IN", here, key="promoted", rank=RANK + "sergeant", valid_from="2019-09-01", current=True)
    part.same(case, row, "Same collar number.", rule="same-collar-number")
    paper = part.sources.article("Sergeant still lends a hand elsewhere", "2019-10-24", paper=1)
    seconded = telling.officer_in(paper, officer, slips.first_and_last(officer))
    seconded.says("SERVED_IN", force(part.forces[1]), role="on secondment", valid_from="2019-06", current=True)
    part.same(row, seconded, "Same name; the force confirms the secondment.")
    part.no_row(_QUERY, "promoted within one force, seconded to another without leaving", case, row, seconded)


def _moved_at_another_time(part: Part, day: str, why: str) -> None:
    officer = part.moved(part.officer(), 1, day)
    officer, case = _investigated(part, officer)
    left, joined = telling.both_rolls(part.sources, officer)
    # One of the two rolls bears the collar number of the case system: that of the force he then served with.
    own = left if left.fields["number"] == case.fields["number"] else joined
    part.same(case, own, "Same collar number.", rule="same-collar-number")
    part.same(left, joined, "The second roll names the force he came from.")
    part.no_row(_QUERY, why, case, left, joined)


def _investigated(part: Part, officer: Person) -> tuple[Person, Entry]:
    code = officer.posting_at(_OPENED).force
    case = part.investigation(part.forces.index(code), opened=_OPENED)
    case.closed = _CLOSED
    told = telling.case(part.sources.cases(code, _OPENED[:4]), part.matter(officer, case))
    return officer, told.officer


def _subject_of(officer: Entry) -> Entry:
    return next(each.end for each in officer.said if each.type == "SUBJECT_OF" and isinstance(each.end, Entry))
