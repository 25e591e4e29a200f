"""What a press article says of a case."""

from examples.world.codes import category
from examples.world.documents import Document
from examples.world.investigations import Matter
from examples.world.people import Posting
from examples.world.slips import Written
from examples.world.telling.entries import Told, investigation_in, led, officer_in, serves


def story(document: Document, matter: Matter, written: Written, *, status: str | None = None) -> Told:
    """A press article's account: name and rank, what is alleged, who investigates, when it is said to have begun.

    That the officer is a subject follows from the allegation; the article says it nowhere by itself.
    """
    opened = matter.investigation.opened
    posting = matter.person.posting_at(opened)
    officer = officer_in(document, matter.person, written)
    serves(officer, posting)
    about = f"Investigation of {_a(posting)}."
    investigation = investigation_in(document, matter.investigation, description=about, opened=opened[:7])
    led(investigation, matter.investigation)
    allegation = document.entry(
        "Allegation",
        matter.id,
        description=matter.about,
        category=category(matter.category, opened),
        incident_from=matter.incident[:4],
    )
    allegation.says("AGAINST", officer, status=status).says("EXAMINED_IN", investigation)
    return Told(officer, investigation, allegation)


def _a(posting: Posting) -> str:
    rank = (posting.rank or "member of staff").replace("-", " ")
    return f"{'an' if rank[0] in 'aeiou' else 'a'} {rank}"
