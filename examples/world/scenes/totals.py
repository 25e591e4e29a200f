"""Published figures that look alike and count different things; and figures that are one and the same."""

from examples.world import slips, telling
from examples.world.documents import Document, Entry, Shared, number
from examples.world.forces import force
from examples.world.part import Part
from graph.numbers import StatedNumber

_QUERY = "totals-alike-but-different"
_YEAR = ("2020-01", "2020-12")
_FINANCIAL_YEAR = ("2020-04", "2021-03")
_ALIKE = number(31)
_MEASURE = "officers investigated over messages"


def alike_and_not(part: Part) -> None:
    """One answer gives one number three times, of three things; another force gives it, too, of the first."""
    answer = part.sources.answer(part.forces[1], "messages and conduct", "2021-06-14")
    officers = _figure(part, answer, 1, _MEASURE)
    claims = _figure(part, answer, 1, "allegations over messages", unit="allegations")
    everybody = _figure(part, answer, 1, _MEASURE, population="officers, specials and staff", period=_FINANCIAL_YEAR)
    warned = _figure(part, answer, 1, "officers given a final written warning", value=number(4))
    warned.says("PART_OF", officers)
    twice = _figure(part, answer, 1, "officers given two final written warnings", value=number(1))
    twice.says("PART_OF", warned)
    for measure, value in (
        ("allegations upheld", 9),
        ("allegations withdrawn", 3),
        ("allegations not yet decided", 19),
    ):
        _figure(part, answer, 1, measure, value=number(value), unit="allegations").says("PART_OF", claims)
    before = _figure(part, answer, 1, _MEASURE, period=("2018-01", "2018-12"))
    other = part.sources.answer(part.forces[2], "messages", "2021-07-02")
    elsewhere = _figure(part, other, 2, _MEASURE)
    for measure, value in (("officers cleared", 12), ("officers given advice", 6)):
        _figure(part, other, 2, measure, value=number(value)).says("PART_OF", elsewhere)
    part.row(_QUERY, "officers and allegations", officers, claims)
    part.row(_QUERY, "officers alone in a calendar year, with staff in a financial year", officers, everybody)
    part.no_row(_QUERY, "a figure and one that is part of it", officers, warned)
    part.no_row(_QUERY, "a figure and one that is part of a part of it", officers, twice)
    part.no_row(_QUERY, "two periods that do not meet", officers, before)
    part.no_row(_QUERY, "one number, two forces", officers, elsewhere)


def quoted_by_the_press(part: Part) -> None:
    """A paper repeats a figure of an answer; another one rounds it; a paper and an answer contradict one another."""
    answer = part.sources.answer(part.forces[1], "messages and conduct", "2021-06-14")
    told = next(each for each in answer.entries if each.kind == "Statistic")
    paper = part.sources.article("Dozens of officers investigated over messages", "2021-06-30", paper=1)
    paper.cites.append(answer.slug)
    again = _figure(part, paper, 1, _MEASURE)
    again.says("STATED_IN", Shared("Source", answer.slug))
    _figure(part, paper, 1, _MEASURE, value=number(30, "about"))
    less = _figure(part, paper, 1, _MEASURE, value=number(29, "at_least"))
    less.fields["said_by"] = "a representative of the officers"
    everywhere = paper.entry("Statistic", measure=_MEASURE, value=number(31), unit="officers")
    part.row(_QUERY, "a figure of which nobody says whom it counts", told, everywhere)
    officer = part.somebody(3)
    person = telling.officer_in(paper, officer, slips.first_and_last(officer))
    person.says("COUNTED_IN", again)
    part.no_row(_QUERY, "one figure, quoted", told, again)


def _figure(
    part: Part,
    document: Document,
    which: int,
    measure: str,
    *,
    value: StatedNumber = _ALIKE,
    unit: str = "officers",
    population: str = "officers",
    period: tuple[str, str] = _YEAR,
) -> Entry:
    added = document.entry(
        "Statistic",
        measure=measure,
        value=value,
        unit=unit,
        population=population,
        period_from=period[0],
        period_to=period[1],
    )
    return added.says("COUNTS", force(part.forces[which]))
