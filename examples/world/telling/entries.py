"""The entries that every kind of source has: for people, investigations, groups and accounts, each once."""

from dataclasses import dataclass

from examples.world.codes import RANK
from examples.world.documents import Document, Entry
from examples.world.forces import OVERSIGHT, force
from examples.world.investigations import ChatGroup, Investigation
from examples.world.people import Person, Posting
from examples.world.slips import Written


@dataclass(frozen=True, slots=True)
class Told:
    """The entries in which one source tells of one matter."""

    officer: Entry
    investigation: Entry
    allegation: Entry


def officer_in(document: Document, person: Person, written: Written) -> Entry:
    """The person's entry in the document: the one that is there, or a new one under that name."""
    known = document.known("Officer", person.id)
    if known is None:
        known = document.entry("Officer", person.id, person_kind=person.person_kind)
        known.fields |= {name: value for name, value in written.items() if value is not None}
    return known


def investigation_in(document: Document, told: Investigation, **fields: str | None) -> Entry:
    """The investigation's entry in the document: the one that is there, or a new one."""
    return document.known("Investigation", told.id) or document.entry(
        "Investigation", told.id, locator=document.here(), **fields
    )


def group_in(document: Document, told: ChatGroup, title: str | None = None) -> Entry:
    """The group's entry in the document: the one that is there, or a new one under its own or another title."""
    return document.known("ChatGroup", told.id) or document.entry(
        "ChatGroup", told.id, name=title or told.title, platform=told.platform
    )


def account_in(document: Document, person: Person, chat: ChatGroup, shown_as: str) -> Entry:
    """The person's account on the group's platform, under the name that it shows."""
    return document.known("Account", person.id) or document.entry(
        "Account", person.id, name=shown_as, platform=chat.platform, handle=person.telephone
    )


def serves(person: Entry, posting: Posting, *, current: bool | None = None) -> None:
    """Says with which force and rank the person serves, unless that has been said."""
    end = force(posting.force)
    if all(each.type != "SERVED_IN" or each.end != end for each in person.said):
        rank = RANK + posting.rank if posting.rank else None
        person.says("SERVED_IN", end, rank=rank, current=current)


def led(entry: Entry, told: Investigation) -> None:
    """Says who leads the investigation, unless that has been said."""
    if all(each.type != "CONDUCTED_BY" for each in entry.said):
        entry.says("CONDUCTED_BY", force(told.led_by) if told.led_by else OVERSIGHT)
