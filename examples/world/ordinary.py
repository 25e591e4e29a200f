"""The ordinary life of a part: most officers are never investigated, some are, a few more than once."""

import itertools

from examples.world import slips, telling
from examples.world.investigations import Investigation, Matter
from examples.world.part import Part
from examples.world.people import Person

_CASES = {0: 82, 1: 13, 2: 4, 3: 1}
"""How many in a hundred officers have so many cases."""

_HEARD = frozenset({"final-written-warning", "dismissal-without-notice"})
_MOVED, _IN_THE_PRESS, _DECIDED, _SHARED_CASE = 0.15, 0.15, 0.4, 0.25


def live(part: Part) -> None:
    """Fills the part with officers until it has its size, and lets sources tell of them."""
    open_to_more: list[Investigation] = []
    while len(part.people) < part.size:
        stream = part.stream
        officer = part.officer(stream.randrange(len(part.forces)))
        if stream.random() < _MOVED:
            here = part.forces.index(officer.postings[0].force)
            there = stream.choice([each for each in range(len(part.forces)) if each != here])
            officer = part.moved(officer, there, part.day(2014, 2022))
        for _ in range(stream.choices(tuple(_CASES), tuple(_CASES.values()))[0]):
            investigation = _investigation(part, officer, open_to_more)
            _tell(part, part.matter(officer, investigation))
    roll(part)


def roll(part: Part) -> None:
    """Puts everybody on the rolls of the forces they served with, unless they are there; the last force has none."""
    for person in part.people.values():
        for posting in person.postings:
            if posting.force != part.forces[-1]:
                document = part.sources.roll(posting.force)
                if document.known("Officer", person.id) is None:
                    telling.roll_row(document, person, posting)


def _investigation(part: Part, officer: Person, open_to_more: list[Investigation]) -> Investigation:
    opened = part.day(2016, 2022)
    force = officer.posting_at(opened).force
    if open_to_more and part.stream.random() < _SHARED_CASE:
        shared = open_to_more[-1]
        mine = officer.posting_at(shared.opened).force == shared.force
        if mine and all(each.person.id != officer.id for each in shared.subjects):
            return shared
    added = part.investigation(part.forces.index(force), opened=opened, open_still=opened > "2021-09")
    open_to_more[:] = [added]
    return added


def _tell(part: Part, matter: Matter) -> None:
    investigation, person = matter.investigation, matter.person
    told = [telling.case(part.sources.cases(investigation.force, investigation.opened[:4]), matter)]
    if matter.outcome in _HEARD and matter.outcome_date and matter.outcome_date < "2023":
        document = part.sources.hearings(investigation.force, matter.outcome_date[:4])
        told.append(telling.hearing(document, matter, slips.by_chance(person, part.stream)))
    if part.stream.random() < _IN_THE_PRESS:
        title = f"Inquiry {investigation.reference} and an officer of {len(investigation.subjects)}"
        paper = part.sources.article(title, part.later(investigation.opened, 20, 200), paper=part.stream.randrange(3))
        told.append(telling.story(paper, matter, slips.by_chance(person, part.stream)))
    for one, other in itertools.pairwise(told):
        if part.stream.random() < _DECIDED:
            _decide(part, one, other)


def _decide(part: Part, one: telling.Told, other: telling.Told) -> None:
    why = "Same officer, same case, compared by hand."
    part.same(one.officer, other.officer, why)
    part.same(one.investigation, other.investigation, why)
    part.same(one.allegation, other.allegation, why)
