"""People whom sources count and do not name: heads that are counted once, and sizes of every kind."""

from examples.world import slips, telling
from examples.world.documents import Document, Entry, number
from examples.world.part import Part
from graph.numbers import Bound

_QUERY = "people-per-investigation"


def member_of_a_cohort(part: Part) -> None:
    """Subject of one investigation, and one of six who are subject of another: it is said of the six, not of him.

    Another officer is first named as a subject and as one of the shift; only later is the shift said to be a subject,
    of six people, then of seven, and later still that the four are among them.
    """
    officer, other_officer = part.officer(2), part.officer(2)
    first = part.matter(officer, part.investigation(2, opened="2021-01-18"))
    paper = part.sources.article("Six officers of one shift investigated", "2021-09-02", paper=2)
    told = telling.story(paper, first, slips.surname_only(officer))
    second = part.investigation(2, opened="2021-06-07", open_still=True)
    whole = telling.investigation_in(paper, second, description="Investigation of a whole shift.", state="open")
    six, four = _cohort(paper, 6), _cohort(paper, 4)
    six.says("SUBJECT_OF", whole, strand="conduct")
    four.says("SUBJECT_OF", whole, strand="criminal")
    before = part.sources.article("One officer of a shift investigated", "2021-07-22", paper=2)
    named = telling.story(before, part.matter(other_officer, second), slips.first_and_last(other_officer))
    shift = before.entry("Cohort", description="A shift.", unit="officers", relation="colleague")
    named.officer.says("COUNTED_IN", shift)
    part.same(shift, six, "The six are the whole shift.")
    part.same(named.investigation, whole, "The paper speaks of its own article.")
    told.officer.says("COUNTED_IN", six, locator=paper.place())
    part.no_row("recurring-officers", "a subject only as one of a cohort", told.officer)

    later = part.sources.article("Seven, not six, of one shift investigated", "2021-12-09", paper=2)
    again = telling.investigation_in(later, second, description="Investigation of a whole shift.")
    seven = _cohort(later, 7)
    seven.says("SUBJECT_OF", again, strand="conduct")
    part.same(whole, again, "The paper corrects its own article.")
    part.same(six, seven, "The paper corrects its own article.")
    last = part.sources.article("Four of the shift face charges", "2022-02-10", paper=2)
    some, all_of_them = _cohort(last, 4), _cohort(last, 7)
    some.says("PART_OF", all_of_them)
    part.same(four, some, "The paper speaks of its own article.")
    part.same(seven, all_of_them, "The paper speaks of its own article.")
    part.row(_QUERY, "six or seven heads: neither the four nor the one named are further heads", whole, again)


def cohorts_of_every_bound(part: Part) -> None:
    """At least, more than, at most, about, and of no stated size; a dozen that is part of itself, by decision."""
    paper = part.sources.article("How many officers are under investigation?", "2022-04-28", paper=2)
    sizes: tuple[tuple[int, Bound], ...] = ((5, "at_least"), (3, "more_than"), (9, "at_most"), (20, "about"))
    for size, bound in sizes:
        investigation = _inquiry(part, paper, f"Inquiry into {bound.replace('_', ' ')} {size}.")
        _cohort(paper, size, bound).says("SUBJECT_OF", investigation)
        part.row(_QUERY, f"{bound} {size}", investigation)
    investigation = _inquiry(part, paper, "Inquiry into some, and two more.")
    paper.entry("Cohort", description="Some officers.", unit="officers").says("SUBJECT_OF", investigation)
    _cohort(paper, 2, "at_most").says("SUBJECT_OF", investigation, status="alleged")
    part.row(_QUERY, "some, and at most two", investigation)

    investigation = _inquiry(part, paper, "Inquiry into a dozen.")
    twelve, dozen = _cohort(paper, 12), _cohort(paper, 12)
    for each in (twelve, dozen):
        each.says("SUBJECT_OF", investigation)
    twelve.says("PART_OF", dozen)
    part.same(twelve, dozen, "The article says twelve here and a dozen there.")
    part.row(_QUERY, "a dozen that is held to be part of itself", investigation)


def _inquiry(part: Part, paper: Document, about: str) -> Entry:
    opened = part.investigation(2, opened="2022-01-10", open_still=True)
    return telling.investigation_in(paper, opened, description=about)


def _cohort(paper: Document, size: int, bound: Bound = "exact") -> Entry:
    return paper.entry("Cohort", size=number(size, bound), unit="officers", relation="colleague")
