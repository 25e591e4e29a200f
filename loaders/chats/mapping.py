"""A folded group as facts: the source, the group, its accounts and their memberships."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph import ids
from graph.model import KINDS
from graph.records import Facts, Record, Recorded, Statement, Value
from loaders.chats.accounts import EXPORTER_KEY, Key
from loaders.chats.archives import MediaFile
from loaders.chats.exhibits import Exhibit
from loaders.chats.group import Group, Person
from loaders.chats.membership import Membership
from loaders.chats.opening import ChatFile

PLATFORM = "WhatsApp"
_WORDS: Mapping[str, str] = {
    "joined_link": "joined by link",
    "admin_granted": "made admin",
    "admin_revoked": "no longer admin",
}
_INFERRED = "Wrote or acted after leaving; no line says when the membership began again."


@dataclass(frozen=True, slots=True)
class MappedChat:
    """The facts of an export but for its messages, the id of the group, and those of the accounts by every key that
    each is known by."""

    facts: Facts
    group_id: str
    accounts: Mapping[Key, str]


def map_chat(exhibit: Exhibit, file: ChatFile, group: Group, *, today: str) -> MappedChat:
    """The facts of one export. `today` is an ISO date: no export is from later.

    Nobody's account becomes an officer here: that is for a person to decide.
    """
    mapping = _Mapping(exhibit, file, group, today)
    records = (mapping.group_record, *(mapping.account(each) for each in group.people))
    statements = tuple(each for person in group.people for each in mapping.memberships(person))
    return MappedChat(Facts(mapping.source, records, statements), mapping.group_record.id, mapping.accounts)


class _Mapping:
    """Ids and what every record of one export shares."""

    def __init__(self, exhibit: Exhibit, file: ChatFile, group: Group, today: str) -> None:
        self._source_id = exhibit.source_id
        self._recorded = _recorded(exhibit, group, today)
        self._group = group
        self.accounts = {key: self._id("Account", person.key) for person in group.people for key in _keys(person)}
        if group.exporter is not None and group.exporter in self.accounts:
            self.accounts[EXPORTER_KEY] = self.accounts[group.exporter]
        self.source = self._source(exhibit, file)
        self.group_record = self._group_record()

    def _id(self, label: str, key: Iterable[str]) -> str:
        return ids.record_id(KINDS[label].prefix, self._source_id, key)

    def _record(self, label: str, key: Iterable[str], locator: str, properties: Mapping[str, Value | None]) -> Record:
        stated = {name: value for name, value in properties.items() if value not in (None, (), "")}
        return Record(label, self._id(label, key), self._source_id, locator, self._recorded, stated)

    def _source(self, exhibit: Exhibit, file: ChatFile) -> Record:
        stated: dict[str, Value | None] = {
            "name": f"Chat export {exhibit.reference}",
            "source_kind": "chat_export",
            "reference": exhibit.reference,
            "digest": file.digest,
            "extracted_by": exhibit.extracted_by,
            "extracted": exhibit.extracted,
            "time_zone": exhibit.time_zone,
            "media": len(file.media),
            "media_digest": media_digest(file.media),
        }
        properties = {name: value for name, value in stated.items() if value is not None}
        return Record("Source", f"source:{self._source_id}", self._source_id, "", self._recorded, properties)

    def _group_record(self) -> Record:
        names = self._group.names
        properties: dict[str, Value | None] = {
            "name": names[-1] if names and not self._group.one_to_one else None,
            "former_names": names[:-1],
            "platform": PLATFORM,
            "one_to_one": self._group.one_to_one or None,
            "description": "A conversation of two people" if self._group.one_to_one else None,
        }
        return self._record("ChatGroup", ("group",), "message 1", properties)

    def account(self, person: Person) -> Record:
        """The account of somebody in the export. A number changed to is the handle, the number before a former one."""
        known = _keys(person)
        numbers = [key[1] for key in known if key[0] == "number"]
        names = [key[1] for key in known if key[0] == "name"]
        nameless = not names and not numbers
        properties: dict[str, Value | None] = {
            "platform": PLATFORM,
            "name": names[-1] if names else None,
            "handle": numbers[-1] if numbers else None,
            "former_handles": (*numbers[:-1], *names[:-1]),
            "exporter": True if person.key == self._group.exporter else None,
            "identified": False if nameless else None,
            "why_unidentified": "not_stated" if nameless else None,
            "description": "The account of the phone that was exported" if nameless else None,
        }
        return self._record("Account", person.key, f"message {person.number}", properties)

    def memberships(self, person: Person) -> Iterable[Statement]:
        """One statement for each interval."""
        ends = (self.accounts[person.key], self.group_record.id)
        for place, each in enumerate(person.memberships):
            identifier = ids.statement_id("MEMBER_OF", self._source_id, *ends, (str(place),))
            yield Statement(
                "MEMBER_OF", identifier, *ends, self._source_id, _locator(each), self._recorded, self._stated(each)
            )

    def _stated(self, each: Membership) -> dict[str, Value]:
        stated: dict[str, Value | None] = {
            "valid_from": each.valid_from,
            "valid_to": each.valid_to,
            "current": False if each.former else None,
            "role": each.role,
            "how": _WORDS.get(each.began, each.began) if each.began else None,
            "began_by": self.accounts.get(each.began_by) if each.began_by else None,
            "how_ended": _WORDS.get(each.ended, each.ended) if each.ended else None,
            "ended_by": self.accounts.get(each.ended_by) if each.ended_by else None,
            "messages": each.messages,
            "first_message": each.first_message or None,
            "last_message": each.last_message or None,
            "days": tuple(f"{day} {count}" for day, count in sorted(each.days.items())) or None,
            "status": "inferred" if each.inferred_begin else None,
            "reason": _INFERRED if each.inferred_begin else None,
        }
        return {name: value for name, value in stated.items() if value is not None}


def media_digest(media: Iterable[MediaFile]) -> str | None:
    """SHA-256 (hex) over names and digests of the media, by name; None where there are none."""
    lines = sorted(f"{each.name}\0{each.digest}\n" for each in media)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest() if lines else None


def _keys(person: Person) -> tuple[Key, ...]:
    return (person.key, *person.later)


def _locator(each: Membership) -> str:
    if each.first_number == each.last_number:
        return f"message {each.first_number}"
    return f"message {each.first_number} to message {each.last_number}"


def _recorded(exhibit: Exhibit, group: Group, today: str) -> Recorded:
    if exhibit.extracted is not None:
        return Recorded(exhibit.extracted, exhibit.extracted)
    last = group.last[:10] or today
    return Recorded(last, max(last, today), "bounded")
