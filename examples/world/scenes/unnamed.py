"""People, forces and cohorts that sources do not name; and one that another source names."""

from examples.world import slips, telling
from examples.world.codes import RANK
from examples.world.documents import Entry, number
from examples.world.forces import force, region
from examples.world.part import Part

_QUERY = "unidentified"


def unnamed_officer_of_unnamed_force(part: Part) -> None:
    """An officer who is not named, of a force that is not; about twelve women are affected."""
    officer = part.officer(1)
    matter = part.matter(officer, part.investigation(1, opened="2021-02-08", open_still=True), category="J2")
    paper = part.sources.article("Officer sent messages to women", "2021-06-03", published_to="2021-08", paper=2)
    unnamed = _unnamed_force(part, paper.slug, 1)
    person = paper.entry("Officer", officer.id, person_kind="officer", age="in his 40s", why_unidentified="not_stated")
    person.says("SERVED_IN", unnamed)
    investigation = telling.investigation_in(
        paper, matter.investigation, description="Inquiry into messages.", state="open"
    )
    accused = paper.entry("Allegation", matter.id, description=matter.about, platform="WhatsApp")
    accused.says("AGAINST", person, status="alleged").says("EXAMINED_IN", investigation)
    women = paper.entry("Cohort", size=number(12, "about"), unit="women", relation="public")
    women.says("AFFECTED_BY", accused)
    part.row(_QUERY, "an officer who is not named", person)
    part.row(_QUERY, "a force whose name is withheld", unnamed)
    part.row(_QUERY, "about twelve women", women)

    other_paper = part.sources.article("Second force in the region investigates", "2021-12-16", paper=1)
    other = _unnamed_force(part, other_paper.slug, 1)
    telling.investigation_in(other_paper, matter.investigation, description="Inquiry into messages to women.").says(
        "CONDUCTED_BY", other
    )
    other_paper.suggests(other, unnamed, "Both are forces of one region whose name is withheld.")


def named_by_another_source(part: Part) -> None:
    """Not named in one paper, named in a list of hearings: by decision one person, who is identified."""
    officer = part.officer(2, rank="sergeant")
    matter = part.matter(officer, part.investigation(2, opened="2019-09-09"), category="D1")
    matter.outcome, matter.outcome_date = "final-written-warning", "2020-10-13"
    paper = part.sources.article("Sergeant to face hearing over look-ups", "2020-09-24", paper=2)
    person = paper.entry("Officer", officer.id, person_kind="officer", why_unidentified="withheld")
    person.says("SERVED_IN", force(part.forces[2]), rank=RANK + "sergeant")
    investigation = telling.investigation_in(paper, matter.investigation, description="Inquiry into look-ups.")
    person.says("SUBJECT_OF", investigation, status="alleged")
    heard = telling.hearing(part.sources.hearings(part.forces[2], "2020"), matter, slips.in_full(officer))
    part.same(person, heard.officer, "The only hearing of a sergeant in that month.")
    part.same(investigation, heard.investigation, "The hearing that the paper announced.")
    part.no_row(_QUERY, "named by another source, by decision", person, heard.officer)


def _unnamed_force(part: Part, slug: str, which: int) -> Entry:
    document = part.sources.documents[slug]
    return document.entry(
        "Force",
        force(part.forces[which]).id,
        description="A force that is not named.",
        region=region(part.forces[which]),
        why_unidentified="withheld",
    )
