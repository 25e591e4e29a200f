"""How investigations began, who referred them, who leads them: told fully, in part, and in two ways."""

from examples.world import slips, telling
from examples.world.codes import DUTY, REFERRAL, SERVICE
from examples.world.documents import Shared, number
from examples.world.forces import OVERSIGHT, force, region
from examples.world.part import Part

_QUERY = "how-investigations-began"


def referred_by_two_forces(part: Part) -> None:
    """A mandatory referral by the force, a voluntary one by a force that is not named; oversight leads."""
    officer = part.officer(rank="inspector")
    matter = part.matter(officer, part.investigation(opened="2021-04-19", open_still=True), category="G2")
    matter.investigation.led_by = None
    paper = part.sources.article("Inspector investigated after two referrals", "2021-07-15")
    told = telling.story(paper, matter, slips.first_and_last(officer))
    unnamed = paper.entry(
        "Force",
        force(part.forces[1]).id,
        description="The force of the second referral.",
        region=region(part.forces[1]),
        why_unidentified="withheld",
    )
    told.investigation.says("REFERRED_BY", force(part.forces[0]), kind=f"{REFERRAL}mandatory", at="2021-04")
    told.investigation.says("REFERRED_BY", unnamed, locator=unnamed.locator, kind=f"{REFERRAL}voluntary")
    part.row(_QUERY, "two referrals, one of them by a force that is not named", told.investigation)
    part.row("unidentified", "a force whose name is withheld", unnamed)


def two_sources_name_two_leaders(part: Part) -> None:
    """The force says that it leads; a paper says that the oversight body does. One investigation, by decision."""
    officer = part.officer(1, rank="sergeant")
    matter = part.matter(officer, part.investigation(1, opened="2019-08-05"))
    matter.investigation.led_by = part.forces[1]
    system = telling.case(part.sources.cases(part.forces[1], "2019"), matter)
    paper = part.sources.article("Who leads the sergeant inquiry?", "2019-12-02", paper=1)
    told = telling.officer_in(paper, officer, slips.by_chance(officer, part.stream))
    investigation = telling.investigation_in(
        paper, matter.investigation, description="Inquiry into a sergeant.", opened="2019"
    )
    investigation.says("CONDUCTED_BY", OVERSIGHT).says("CONDUCTED_BY", force(part.forces[1]), status="alleged")
    told.says("SUBJECT_OF", investigation)
    part.same(system.officer, told, "The force confirmed the reference to the paper.")
    part.same(system.investigation, investigation, "The force confirmed the reference to the paper.")
    part.row(_QUERY, "two sources name two leaders of one investigation", system.investigation, investigation)
    part.no_row("recurring-officers", "one investigation in a case system and a paper", system.officer, told)


def raised_by_a_paper(part: Part) -> None:
    """The allegation was raised by a paper's own report; nobody referred anything, and nobody says who leads."""
    officer = part.officer(2)
    matter = part.matter(officer, part.investigation(2, opened="2021-10-04", open_still=True), category="J2")
    first = part.sources.article("Constable named by colleagues", "2021-09-27", paper=2)
    second = part.sources.article("Force opens investigation of constable", "2021-10-08", paper=2)
    first.entry("Cohort", size=number(3, "at_least"), unit="colleagues", relation="colleague")
    second.cites.append(first.slug)
    person = telling.officer_in(second, officer, slips.first_and_last(officer))
    investigation = telling.investigation_in(second, matter.investigation, description="Opened after a paper's report.")
    person.says("HAD_STATUS", force(part.forces[2]), service_status=SERVICE + "serving", current=True)
    person.says("HAD_STATUS", force(part.forces[2]), key="not", duty_status=DUTY + "restricted", not_held=True)
    accused = second.entry("Allegation", matter.id, description=matter.about)
    accused.says("AGAINST", person, status="alleged").says("EXAMINED_IN", investigation)
    accused.says("RAISED_BY", Shared("Source", first.slug))
    colleagues = second.entry("Cohort", size=number(3, "at_least"), unit="colleagues", relation="colleague")
    accused.says("RAISED_BY", colleagues, status="alleged").says("RAISED_BY", OVERSIGHT, key="office")
    part.row(_QUERY, "nobody is said to lead or to have referred", investigation)
    part.no_row("accused-not-suspended-no-outcome", "serving, and not restricted: nothing on suspension", person)
