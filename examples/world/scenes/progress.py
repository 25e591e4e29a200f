"""How far a case has got, told by several sources that do not agree."""

from examples.world import slips, telling
from examples.world.codes import STEP
from examples.world.documents import number
from examples.world.part import Part

_QUERY = "how-far-each-case"


def two_sources_disagree(part: Part) -> None:
    """Notice, arrest and bail by one paper, a charge by a colleague's word; the other paper rules the charge out."""
    officer = part.officer(rank="constable")
    matter = part.matter(officer, part.investigation(opened="2020-12-07", open_still=True), category="G2")
    first = part.sources.article("Constable arrested and bailed", "2021-02-11")
    second = part.sources.article("No charge against constable", "2021-04-29", paper=1)
    one = telling.story(first, matter, slips.first_and_last(officer))
    one.officer.says("STEP", one.investigation, kind=STEP + "notice", at="2020-12")
    one.officer.says("STEP", one.investigation, key="arrest", kind=STEP + "arrest", at="2021-02-03")
    one.officer.says("STEP", one.investigation, key="bail", kind=STEP + "bail", at="2021-02-03")
    one.officer.says("STEP", one.investigation, key="telephone", as_stated="his telephone was looked at")
    one.officer.says(
        "STEP",
        one.investigation,
        key="charge",
        locator=first.place(),
        kind=STEP + "charge",
        at="2021-02",
        status="alleged",
        said_by="a colleague who is not named",
    )
    two = telling.story(second, matter, slips.nickname(officer))
    two.officer.says("STEP", two.investigation, kind=STEP + "charge", state="ruled_out", said_by="prosecutors")
    two.officer.says(
        "STEP", two.investigation, key="hearing", kind=STEP + "hearing", state="pending", at_as_stated="no date yet"
    )
    part.same(one.officer, two.officer, "Same arrest.")
    part.same(one.investigation, two.investigation, "Same arrest.")
    part.same(one.allegation, two.allegation, "Same arrest.")
    part.row(_QUERY, "happened, alleged, ruled out and pending, by two sources", one.investigation, two.investigation)


def steps_of_a_cohort(part: Part) -> None:
    """Seven people got notices; the one of them who can be told apart has a hearing to come."""
    officer = part.officer(2, rank="inspector")
    case = part.investigation(2, opened="2022-02-14", open_still=True)
    part.matter(officer, case, category="F6")
    paper = part.sources.article("Seven served with notices", "2022-05-05", paper=2)
    seven = paper.entry("Cohort", size=number(7), unit="officers and former officers", relation="colleague")
    investigation = telling.investigation_in(
        paper, case, description="Inquiry into seven people.", state="proceedings_pending"
    )
    seven.says("SUBJECT_OF", investigation, strand="criminal").says(
        "STEP", investigation, kind=STEP + "notice", at="2022-03"
    )
    person = paper.entry("Officer", officer.id, person_kind="officer", why_unidentified="not_stated")
    person.says("COUNTED_IN", seven).says("SUBJECT_OF", investigation, strand="criminal")
    person.says("STEP", investigation, kind=STEP + "hearing", state="pending")
    part.row(_QUERY, "steps of a cohort and of one of them", investigation)
    part.row("people-per-investigation", "seven heads: the one told apart is one of the seven", investigation)
    part.row("unidentified", "an officer who is not named, one of a cohort", person, seven)
