"""What a list of hearings says of a case."""

from examples.world.codes import STANDARD, STEP, outcome
from examples.world.documents import Document
from examples.world.investigations import CATEGORIES, Matter
from examples.world.slips import Written
from examples.world.telling.entries import Told, investigation_in, officer_in, serves


def hearing(document: Document, matter: Matter, written: Written) -> Told:
    """An entry in a list of hearings: a name, a rank, what was at stake, the outcome; no dates of the investigation."""
    heard, opened = matter.outcome_date, matter.investigation.opened
    officer = officer_in(document, matter.person, written)
    dismissed = matter.outcome == "dismissal-without-notice"
    serves(officer, matter.person.posting_at(opened), current=False if dismissed else None)
    investigation = investigation_in(document, matter.investigation, description=f"The case heard on {heard}.")
    allegation = document.entry(
        "Allegation",
        matter.id,
        locator=document.here(),
        description=matter.about,
        standard=STANDARD + CATEGORIES[matter.category][1],
    )
    given = outcome(matter.outcome, opened) if matter.outcome else None
    here = document.here()
    officer.says("SUBJECT_OF", investigation, locator=here, strand="conduct", outcome=given, outcome_date=heard)
    officer.says("STEP", investigation, locator=here, kind=STEP + "hearing", at=heard)
    allegation.says("AGAINST", officer).says("EXAMINED_IN", investigation)
    return Told(officer, investigation, allegation)
