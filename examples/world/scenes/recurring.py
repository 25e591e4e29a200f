"""Officers who recur across separate investigations, each known to recur in a way of its own."""

from examples.world import slips, telling
from examples.world.forces import force
from examples.world.part import Part

_QUERY = "recurring-officers"


def two_records_decided_the_same(part: Part) -> None:
    """Initials in a case system, a full name in another force's list of hearings: a reviewer joined the two.

    Rolls date his service with each of the forces; the second one dismissed him.
    """
    officer = part.officer()
    first = part.matter(officer, part.investigation(opened="2018-03-12"))
    officer = part.moved(officer, 1, "2019-06-01")
    second = part.matter(officer, part.investigation(1, opened="2020-01-20"))
    second.outcome, second.outcome_date = "dismissal-without-notice", "2021-03-09"
    officer = part.left(officer, "2021-03-09")
    system = telling.case(part.sources.cases(part.forces[0], "2018"), first)
    heard = telling.hearing(part.sources.hearings(part.forces[1], "2021"), second, slips.in_full(officer))
    left, joined = telling.both_rolls(part.sources, officer)
    part.same(system.officer, heard.officer, "Same surname and initials; both forces confirm the transfer in 2019.")
    part.same(system.officer, left, "Same collar number.", rule="same-collar-number")
    part.same(left, joined, "The second roll names the force he came from.")
    part.row(_QUERY, "one person by decision, two investigations", system.officer, heard.officer)


def one_investigation_led_to_the_other(part: Part) -> None:
    """An article tells that a phone taken in one investigation gave rise to a second one of the same sergeant."""
    officer = part.officer(rank="sergeant")
    first = part.matter(officer, part.investigation(opened="2019-02-04"), category="D1")
    second = part.matter(officer, part.investigation(opened="2019-09-16", open_still=True), category="F8")
    second.investigation.arose_from.append(first.investigation)
    paper = part.sources.article("Sergeant faces second inquiry over messages", "2020-05-14")
    one = telling.story(paper, first, slips.first_and_last(officer))
    two = telling.story(paper, second, slips.first_and_last(officer))
    two.investigation.says("AROSE_FROM", one.investigation, locator=paper.place(), as_stated="found on his phone")
    part.row(_QUERY, "two investigations in one source; the one led to the other", one.officer)
    part.row("how-investigations-began", "began with what another one found", two.investigation)


def under_two_surnames(part: Part) -> None:
    """Married name in one source, former name in another, and three investigations, two of which are linked."""
    officer = part.officer(gender="woman")
    if officer.former_last_name is None:
        officer = part.renamed(officer)
    matters = [part.matter(officer, part.investigation(opened=f"{year}-04-11")) for year in (2018, 2020, 2021)]
    matters[2].investigation.linked_to.append(matters[1].investigation)
    heard = telling.hearing(part.sources.hearings(part.forces[0], "2019"), matters[0], slips.former_surname(officer))
    paper = part.sources.article("Two inquiries into one constable", "2022-01-09", paper=1)
    one = telling.story(paper, matters[1], slips.first_and_last(officer))
    two = telling.story(paper, matters[2], slips.first_and_last(officer), status="alleged")
    later = part.sources.article("Inquiries into constable are linked", "2022-03-03", paper=1)
    again, more = (
        telling.investigation_in(
            later, each.investigation, description=f"The inquiry of {each.investigation.opened[:4]}."
        )
        for each in matters[1:]
    )
    elsewhere = part.investigation(2, opened="2021-08-30")
    other = telling.investigation_in(later, elsewhere, description="An inquiry into somebody else.")
    more.says("LINKED_TO", again, as_stated="handled together").says("LINKED_TO", other, locator=later.place())
    known_as = telling.officer_in(later, officer, slips.surname_only(officer))
    known_as.says("SERVED_IN", force(part.forces[1]), role="on attachment", status="alleged")
    part.same(one.officer, known_as, "The paper speaks of its own article.")
    part.same(heard.officer, one.officer, "The force gives both surnames in its answer to a question of ours.")
    part.same(one.investigation, again, "The paper speaks of its own article.")
    part.same(two.investigation, more, "The paper speaks of its own article.")
    part.row(_QUERY, "three investigations under two surnames; two of them are linked", heard.officer, one.officer)
    part.no_row("how-investigations-began", "linked: neither arose from the other", again, other)


def in_one_case_system(part: Part) -> None:
    """Two cases in one extract under one collar number; an allegation alone says that he is subject of the second."""
    officer = part.officer(1)
    document = part.sources.cases(part.forces[1], "2020")
    first = part.matter(officer, part.investigation(1, opened="2020-02-17"))
    second = part.matter(officer, part.investigation(1, opened="2020-10-05"))
    one, two = telling.case(document, first), telling.case(document, second)
    part.row(_QUERY, "two cases of one extract", one.officer, two.officer)

    paper = part.sources.article("Unnamed officer in linked inquiries", "2021-02-25", paper=1)
    unnamed = paper.entry("Officer", officer.id, why_unidentified="withheld")
    investigation = telling.investigation_in(paper, first.investigation, description="The inquiry of February.")
    same = paper.entry("Investigation", first.investigation.id, description="The inquiry that opened in winter.")
    unnamed.says("SUBJECT_OF", investigation)
    same.says("LINKED_TO", investigation)
    elsewhere = part.investigation(2, opened="2020-12-07")
    investigation.says(
        "LINKED_TO", telling.investigation_in(paper, elsewhere, description="An inquiry of another force.")
    )
    part.same(unnamed, one.officer, "The paper told us the name.")
    part.same(investigation, one.investigation, "The paper told us the reference.")
    part.same(same, one.investigation, "The paper speaks of one inquiry as if there were two.")
    denial = paper.denies(
        same, investigation, of="link", as_stated="One has nothing to do with the other, the force says."
    )
    part.row("denied-links", "a denied link between two that are held to be one", *denial.between)
