"""What a roll says of somebody who serves, or has left."""

from examples.world import slips
from examples.world.codes import RANK
from examples.world.documents import Document, Entry
from examples.world.forces import force
from examples.world.people import Person, Posting
from examples.world.sources import Sources
from examples.world.telling.entries import officer_in


def roll_row(document: Document, person: Person, posting: Posting) -> Entry:
    """A row of a roll: full name, collar number, date of appointment, and from when to when with this force."""
    row = officer_in(document, person, slips.in_columns(person))
    if "number" not in row.fields:
        row.fields |= {
            "gender": person.gender,
            "appointed": person.appointed,
            "number": posting.number,
            "number_kind": "collar number",
        }
    return row.says(
        "SERVED_IN",
        force(posting.force),
        locator=document.here(),
        rank=RANK + posting.rank if posting.rank else None,
        valid_from=posting.start,
        valid_to=posting.end,
        current=None if posting.end else True,
        left_as_stated=_how_left(person, posting),
    )


def both_rolls(sources: Sources, person: Person) -> tuple[Entry, Entry]:
    """The rows of somebody who moved once, on the roll of the force that was left and of the one that was joined."""
    before, after = person.postings
    left = roll_row(sources.roll(before.force), person, before)
    return left, roll_row(sources.roll(after.force), person, after)


def _how_left(person: Person, posting: Posting) -> str | None:
    if posting.end is None:
        return None
    return "left" if posting == person.postings[-1] else "transferred"
