"""Allegations whose category or year is not as plain as it looks."""

from examples.world import slips, telling
from examples.world.codes import CATEGORY, category
from examples.world.part import Part

_QUERY = "allegations-by-category-and-year"


def one_letter_in_two_schemes(part: Part) -> None:
    """The letter C: an assault in the older scheme, damage to property in the one since 2020."""
    officer = part.officer(2)
    matter = part.matter(officer, part.investigation(2, opened="2017-03-06"), category="B4")
    paper = part.sources.article("Old complaint against constable resurfaces", "2019-02-21", paper=2)
    person = telling.officer_in(paper, officer, slips.first_and_last(officer))
    investigation = telling.investigation_in(paper, matter.investigation, description="Inquiry of 2017.", opened="2017")
    old = paper.entry("Allegation", matter.id, category=category("B4", "2017"), incident_from="2016")
    old.says("AGAINST", person).says("EXAMINED_IN", investigation)
    part.row(_QUERY, "a letter of the scheme before 2020", old)


def without_category_or_year(part: Part) -> None:
    """An allegation in words alone, of no stated year; and one that spans two years."""
    officer = part.officer(1)
    case = part.investigation(1, opened="2022-01-31", open_still=True)
    matters = [part.matter(officer, case, category=each) for each in ("F6", "H3", "K")]
    paper = part.sources.article("Claims against officer pile up", "2022-03-24", paper=1)
    person = telling.officer_in(paper, officer, slips.first_and_last(officer))
    investigation = telling.investigation_in(paper, case, description="Inquiry into several claims.", opened="2022-01")
    vague = paper.entry("Allegation", matters[0].id, description=matters[0].about, category_as_stated="racism")
    spanning = paper.entry(
        "Allegation", matters[1].id, category=CATEGORY + "H3", incident_from="2020-11", incident_to="2021-02"
    )
    until = paper.entry("Allegation", matters[2].id, category=CATEGORY + "K", incident_to="2019-12")
    for each in (vague, spanning, until):
        each.says("AGAINST", person, status="alleged").says("EXAMINED_IN", investigation)
    part.row(_QUERY, "no code and no year", vague)
    part.row(_QUERY, "two years", spanning)
    part.row(_QUERY, "by the end of a year", until)
    part.no_row("recurring-officers", "two allegations in one investigation", person)
