"""Who is accused, not suspended and without an outcome; and who only seems to be."""

from examples.world import slips, telling
from examples.world.codes import DUTY, FINDING
from examples.world.documents import Entry, Shared
from examples.world.forces import force
from examples.world.investigations import Matter
from examples.world.part import Part

_QUERY = "accused-not-suspended-no-outcome"


def restricted_and_waiting(part: Part) -> None:
    """Restricted duties for two years, no outcome."""
    told, _ = _accused(part, "Constable on restricted duties two years on", "2021-10-14")
    told.says("HAD_STATUS", _force(part), duty_status=DUTY + "restricted", valid_from="2019-10", current=True)
    told.says("HAD_STATUS", _force(part), key="formerly", duty_status=DUTY + "suspended", current=False)
    part.row(_QUERY, "restricted, not suspended, no outcome", told)
    part.no_row("outcomes-by-force", "accused, without an outcome", told)


def said_not_to_be_suspended(part: Part) -> None:
    """The source states that the officer has not been suspended: a status that is not held."""
    told, matter = _accused(part, "Accused officer has not been suspended", "2020-03-19")
    told.says("HAD_STATUS", _force(part), duty_status=DUTY + "suspended", not_held=True)
    paper = part.sources.article("Accused officer came from another force", "2021-07-01", paper=1)
    again = telling.officer_in(paper, matter.person, slips.surname_only(matter.person))
    again.says("SERVED_IN", force(part.forces[1]), current=False)
    part.same(told, again, "The paper speaks of the article of March 2020.")
    part.row(_QUERY, "stated not to be suspended", told)


def suspended(part: Part) -> None:
    """Suspended, by another source, whose record of the officer was decided to be the same."""
    told, matter = _accused(part, "Constable faces serious claims", "2020-09-17")
    told.says("HAD_STATUS", _force(part), duty_status=DUTY + "restricted")
    paper = part.sources.article("Constable suspended", "2021-02-04", paper=1)
    again = telling.officer_in(paper, matter.person, slips.first_and_last(matter.person))
    again.says("SERVED_IN", _force(part))
    again.says("HAD_STATUS", _force(part), duty_status=DUTY + "suspended", valid_from="2021-01-28", current=True)
    part.same(told, again, "Same name and force; the paper speaks of the claims of September.")
    part.no_row(_QUERY, "suspended, as another source says", told, again)
    part.no_row("how-far-each-case", "a duty status is no step in a case", told, again)


def suspension_ended(part: Part) -> None:
    """Suspended for a month, back at work since: at a later date not suspended. One article states both."""
    told, _ = _accused(part, "Officer back at work during inquiry", "2020-01-23")
    told.says("HAD_STATUS", _force(part), duty_status=DUTY + "suspended", valid_from="2019-11", valid_to="2019-12-09")
    told.says("HAD_STATUS", _force(part), key="since", duty_status=DUTY + "restricted", valid_from="2019-12-10")
    part.row(_QUERY, "the suspension has ended", told)


def outcome_in_another_source(part: Part) -> None:
    """One paper has no outcome yet; a list of hearings has it. Officer and investigation were joined."""
    officer = part.officer()
    matter = part.matter(officer, part.investigation(opened="2019-07-01"))
    matter.outcome, matter.outcome_date = "final-written-warning", "2021-05-18"
    paper = part.sources.article("Officer awaits hearing", "2021-01-29")
    told = telling.story(paper, matter, slips.first_and_last(officer))
    told.officer.says("HAD_STATUS", _force(part), duty_status=DUTY + "restricted", current=True)
    heard = telling.hearing(part.sources.hearings(part.forces[0], "2021"), matter, slips.in_full(officer))
    part.same(told.officer, heard.officer, "Same name and hearing.")
    part.same(told.investigation, heard.investigation, "Same officer, announced for that day.")
    part.no_row(_QUERY, "an outcome stands in another source", told.officer, heard.officer)
    part.row("outcomes-by-force", "an outcome of an officer with two records", heard.officer)


def contradictory_status(part: Part) -> None:
    """One article contradicts itself: restricted in its own voice, suspended by a colleague's word."""
    told, _ = _accused(part, "Confusion over officer's status", "2020-08-06")
    told.says("HAD_STATUS", _force(part), duty_status=DUTY + "restricted", current=True)
    told.says(
        "HAD_STATUS",
        _force(part),
        key="colleague",
        duty_status=DUTY + "suspended",
        current=True,
        said_by="a colleague who is not named",
    )
    part.no_row(_QUERY, "suspended, by the word of somebody in the same article", told)


def never_examined(part: Part) -> None:
    """Three claims against an officer: never examined, with a finding, and examined by another paper's word."""
    officer = part.officer(2)
    case = part.investigation(2, opened="2021-11-22", open_still=True)
    matters = [part.matter(officer, case, category=each) for each in ("H3", "K", "D1")]
    paper = part.sources.article("Three claims against one officer", "2021-12-02", paper=2)
    told = telling.officer_in(paper, officer, slips.first_and_last(officer))
    told.says("SERVED_IN", force(part.forces[2]))
    told.says("HAD_STATUS", force(part.forces[2]), duty_status=DUTY + "non-public-facing", current=True)
    claims = [paper.entry("Allegation", each.id, description=each.about) for each in matters]
    for claim, finding in zip(claims, (None, FINDING + "not-proven", None), strict=True):
        claim.says("AGAINST", told, status=None if finding else "alleged", finding=finding)
    other_paper = part.sources.article("Claim against officer is examined", "2022-03-10", paper=2)
    again = other_paper.entry("Allegation", matters[2].id, description=matters[2].about)
    again.says("EXAMINED_IN", telling.investigation_in(other_paper, case, description="An inquiry into a claim."))
    unnamed = other_paper.entry("Officer", officer.id, why_unidentified="not_stated")
    again.says("AGAINST", unnamed)
    part.same(told, unnamed, "The second article repeats the claim.")
    part.same(claims[2], again, "The second article repeats the claim.")
    part.row(_QUERY, "accused of something that nobody examines", told, claims[0])
    part.no_row(_QUERY, "a finding is an outcome of a claim", claims[1])
    part.no_row(_QUERY, "examined, as another source says", claims[2], again)


def _force(part: Part) -> Shared:
    return force(part.forces[0])


def _accused(part: Part, title: str, published: str) -> tuple[Entry, Matter]:
    officer = part.officer(rank="constable")
    matter = part.matter(officer, part.investigation(opened="2019-10-07", open_still=True))
    told = telling.story(part.sources.article(title, published), matter, slips.first_and_last(officer))
    return told.officer, matter
