"""What a case system says of a case."""

from examples.world import slips
from examples.world.codes import FINDING, STANDARD, category, outcome
from examples.world.documents import Document
from examples.world.investigations import CATEGORIES, Matter
from examples.world.telling.entries import Told, investigation_in, led, officer_in, serves

_PROVEN = frozenset({"written-warning", "final-written-warning", "dismissal-without-notice"})


def case(document: Document, matter: Matter) -> Told:
    """A row of a case system: initials and collar number, reference, dates, category, finding and outcome.

    What happened after the extract was made is not in it.
    """
    person, true_one = matter.person, matter.investigation
    officer = officer_in(document, person, slips.initials(person))
    posting = person.posting_at(true_one.opened)
    officer.fields |= {"birth_year": person.birth_year, "appointed": person.appointed}
    officer.fields |= {"number": posting.number, "number_kind": "collar number"}
    serves(officer, posting)
    closed = true_one.closed if true_one.closed and true_one.closed <= document.published_to else None
    investigation = investigation_in(
        document,
        true_one,
        reference=true_one.reference,
        opened=true_one.opened,
        closed=closed,
        state="concluded" if closed else "open",
    )
    led(investigation, true_one)
    result = matter.outcome if closed else None
    officer.says(
        "SUBJECT_OF",
        investigation,
        locator=document.here(),
        strand="conduct",
        outcome=outcome(result, true_one.opened) if result else None,
        outcome_date=matter.outcome_date if result else None,
    )
    label, standard, _ = CATEGORIES[matter.category]
    allegation = document.entry(
        "Allegation",
        matter.id,
        locator=document.here(),
        category=category(matter.category, true_one.opened),
        category_as_stated=label,
        standard=STANDARD + standard,
        incident_from=matter.incident,
    )
    finding = FINDING + ("misconduct-proven" if result in _PROVEN else "not-proven") if result else None
    allegation.says("AGAINST", officer, finding=finding).says("EXAMINED_IN", investigation)
    return Told(officer, investigation, allegation)
