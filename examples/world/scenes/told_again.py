"""What later sources tell of people who are there already. Nothing here is left to chance, so nothing else changes."""

from examples.world import slips, telling
from examples.world.codes import outcome
from examples.world.documents import Document, Entry
from examples.world.investigations import Matter
from examples.world.part import Part
from examples.world.people import Person

_PAIRS, _CATEGORY = "pairs-recurring-together", "recurring-same-category"


def two_people_in_two_inquiries(part: Part) -> None:
    """The sergeant of two inquiries is in both together with the woman of two surnames, both times over one thing."""
    sergeant, woman = part.somebody(1), part.somebody(2)
    first, second = (
        each for each in part.investigations if each.subjects and each.subjects[0].person.id == sergeant.id
    )
    paper = part.sources.article("Two officers share two inquiries", "2020-09-10")
    for case, incident in ((first, "2019-01"), (second, "2019-06")):
        place = len(case.subjects)
        case.subjects.append(Matter(f"{case.id}-{place}", woman, case, "F8", incident, None, None))
        for matter in (case.subjects[0], case.subjects[-1]):
            told = telling.story(paper, matter, slips.first_and_last(matter.person))
        part.same(told.investigation, _told(part, "Investigation", case.id), "The paper gives the month and the force.")
    both = [_joined(part, paper, each) for each in (sergeant, woman)]
    part.row(_PAIRS, "two people in two investigations", *both)
    part.row(_CATEGORY, "one category in two investigations", both[1])
    part.no_row(_CATEGORY, "two investigations, two categories", both[0])


def warned_before(part: Part) -> None:
    """A paper tells of a warning that the list of hearings does not have."""
    woman = part.somebody(2)
    matter = next(
        each for case in part.investigations for each in case.subjects if each.person.id == woman.id and each.outcome
    )
    paper = part.sources.article("Constable had been warned before", "2020-11-12", paper=1)
    inquiry = telling.investigation_in(paper, matter.investigation, description="The inquiry that ended in a warning.")
    person = telling.officer_in(paper, woman, slips.first_and_last(woman))
    warning = outcome("written-warning", matter.investigation.opened)
    person.says("SUBJECT_OF", inquiry, outcome=warning, outcome_date=matter.outcome_date)
    part.same(inquiry, _told(part, "Investigation", matter.investigation.id), "Same officer, same day of the outcome.")
    _joined(part, paper, woman)


def in_a_group_of_others(part: Part) -> None:
    """The officer of two cases of one extract was in a chat group that a third investigation is about."""
    officer, chat = part.somebody(3), part.groups[2]
    paper = part.sources.article("Officer of two inquiries was in the chat group", "2021-06-10", paper=2)
    group = telling.group_in(paper, chat)
    telling.officer_in(paper, officer, slips.surname_only(officer)).says("MEMBER_OF", group)
    chat.members.append(officer)
    part.same(group, _told(part, "ChatGroup", chat.id), "The paper shows the group's picture.")
    _joined(part, paper, officer)


def _joined(part: Part, paper: Document, person: Person) -> Entry:
    told = paper.known("Officer", person.id)
    if told is None:
        raise LookupError(person.id)
    part.same(told, _told(part, "Officer", person.id), "The force confirmed who it is.")
    return told


def _told(part: Part, kind: str, truth: str) -> Entry:
    """The entry of the first source that tells of the thing."""
    found = (each.known(kind, truth) for each in part.sources.documents.values())
    return next(each for each in found if each is not None)
