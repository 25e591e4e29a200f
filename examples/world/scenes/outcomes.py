"""Outcomes as sources state them: by code, in words alone, for people who have left, for a cohort, twice."""

from examples.world import slips, telling
from examples.world.codes import SERVICE, outcome
from examples.world.documents import number
from examples.world.forces import force
from examples.world.part import Part

_QUERY = "outcomes-by-force"


def dismissed_and_would_have_been(part: Part) -> None:
    """Two of one hearing: the one was dismissed, the other had resigned and would have been."""
    document = part.sources.hearings(part.forces[1], "2020")
    case = part.investigation(1, opened="2019-01-28")
    for result, left in (("dismissal-without-notice", "dismissed"), ("would-have-been-dismissed", "resigned")):
        officer = part.officer(1, rank="constable")
        matter = part.matter(officer, case, category="K")
        matter.outcome, matter.outcome_date = result, "2020-06-23"
        told = telling.hearing(document, matter, slips.first_and_last(officer))
        told.officer.says("HAD_STATUS", force(part.forces[1]), service_status=SERVICE + left, valid_from="2020-06")
        part.row(_QUERY, f"{left}, with an outcome of its own", told.officer)
        part.no_row("pairs-recurring-together", "together in one investigation only", told.officer)
    paper = part.sources.article("Constable resigned before hearing", "2020-06-25", paper=1)
    last = case.subjects[-1]
    person = telling.officer_in(paper, last.person, slips.first_and_last(last.person))
    investigation = telling.investigation_in(paper, case, description="The inquiry before the hearing.")
    person.says("SUBJECT_OF", investigation, outcome_as_stated="cleared", status="alleged")
    part.same(person, told.officer, "The hearing of that week.")
    part.same(investigation, told.investigation, "The hearing of that week.")
    part.row(_QUERY, "two sources state two outcomes of one case", person, told.officer)


def one_outcome_in_two_sources(part: Part) -> None:
    """Case system and list of hearings give one outcome of one officer: it counts once."""
    officer = part.officer(1)
    case = part.investigation(1, opened="2020-07-06")
    case.closed = "2021-04-22"
    matter = part.matter(officer, case, category="H3")
    matter.outcome = "written-warning"
    system = telling.case(part.sources.cases(part.forces[1], "2020"), matter)
    heard = telling.hearing(part.sources.hearings(part.forces[1], "2021"), matter, slips.in_full(officer))
    part.same(system.officer, heard.officer, "Same surname, initials, rank and date of outcome.")
    part.same(system.investigation, heard.investigation, "Same officer and date of outcome.")
    part.same(system.allegation, heard.allegation, "The one allegation of that case.")
    part.row(_QUERY, "one outcome, in two sources, counted once", system.officer, heard.officer)
    part.row("allegations-by-category-and-year", "one allegation in two sources, counted once", system.allegation)


def outcome_in_words_alone(part: Part) -> None:
    """An outcome that fits no code, kept in the source's words; and one for a cohort of eight."""
    officer = part.officer(2)
    matter = part.matter(officer, part.investigation(2, opened="2018-11-12"), category="B4")
    paper = part.sources.article("Nine officers spoken to after arrest", "2019-06-13", paper=2)
    person = telling.officer_in(paper, officer, slips.surname_only(officer))
    person.says("SERVED_IN", force(part.forces[2]))
    investigation = telling.investigation_in(
        paper, matter.investigation, description="Inquiry into an arrest.", opened="2018"
    )
    person.says("SUBJECT_OF", investigation, outcome_as_stated="had a word with his superintendent")
    eight = paper.entry("Cohort", size=number(8), unit="officers", person_kind="officer", relation="colleague")
    eight.says("SERVED_IN", force(part.forces[2]))
    eight.says("SUBJECT_OF", investigation, outcome=outcome("no-further-action", "2018"), outcome_date="2019-06")
    part.row(_QUERY, "an outcome in words alone", person)
    part.row(_QUERY, "the outcome of a cohort of eight", eight)
