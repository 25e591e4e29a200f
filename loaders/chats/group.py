"""The group an export is of: its names, its accounts and their memberships, folded from the stream of entries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from loaders.chats.accounts import EXPORTER_KEY, Key, SameAccounts, key_of
from loaders.chats.entries import Entry, Event, Message
from loaders.chats.events import EventType
from loaders.chats.membership import Began, Change, Ended, History, Membership
from loaders.chats.parsing import ParsedChat
from loaders.chats.tables import rows

_BEGINS: Mapping[EventType, Began] = {
    "group_created": "created",
    "member_added": "added",
    "member_joined": "joined",
    "member_joined_link": "joined_link",
    "admin_granted": "admin_granted",
    "admin_revoked": "admin_revoked",
}
_ENDS: Mapping[EventType, Ended] = {"member_left": "left", "member_removed": "removed"}
_OF_A_GROUP = frozenset(
    {*_BEGINS, *_ENDS, "subject_changed", "description_changed", "icon_changed", "settings_changed"}
)


@dataclass(frozen=True, slots=True)
class Person:
    """An account as the export knows it. `later` are keys it changed to; `number` is its entry of first mention."""

    key: Key
    later: tuple[Key, ...]
    number: int
    memberships: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What the export tells of the group. `names` are its titles in time, the last one current; `people` are in the
    order of their first mention; `exporter` is the key of the phone's own account, where lines tell or speak of it."""

    names: tuple[str, ...]
    one_to_one: bool
    people: tuple[Person, ...]
    exporter: Key | None
    first: str
    last: str


@dataclass(slots=True)
class GroupFold:
    """Takes entries one by one; `group` gives what they tell. Memory grows with people and days, not with messages."""

    names: list[str] = field(default_factory=list)
    of_a_group: bool = False
    first: str = ""
    last: str = ""
    _same: SameAccounts = field(default_factory=SameAccounts)
    _histories: dict[Key, History] = field(default_factory=dict)
    _mentioned: dict[Key, int] = field(default_factory=dict)
    _exporters: dict[Key, None] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Takes the next entry."""
        if isinstance(entry, Message):
            key = key_of(entry.sender)
            self._history(key, entry.number).sign(entry.number, entry.at, message=True)
            if entry.kind == "deleted_by_exporter":
                self._exporters[key] = None
        elif isinstance(entry, Event):
            self._take_event(entry)
        else:
            return
        at = entry.at
        if at and (at < self.first or not self.first):
            self.first = at
        if at > self.last:
            self.last = at

    def _take_event(self, event: Event) -> None:
        actor = key_of(event.actor) if event.actor is not None else None
        self.of_a_group = self.of_a_group or event.type in _OF_A_GROUP
        if event.type in ("group_created", "subject_changed"):
            known = (event.old, event.new) if event.type == "subject_changed" else (event.new,)
            self.names.extend(name for name in known if name and (not self.names or self.names[-1] != name))
        if event.type == "number_changed" and event.old and event.new:
            old, new = key_of(event.old), key_of(event.new)
            self._same.changed(old, new)
            self._history(old, event.number).sign(event.number, event.at, message=False)
        began, ended = (_BEGINS.get(event.type), _ENDS.get(event.type)) if event.type else (None, None)
        subjects = [key_of(each) for each in event.members]
        if event.type == "group_created" and actor is not None:
            subjects = [actor]
        elif actor is not None:
            self._history(actor, event.number).sign(event.number, event.at, message=False)
        what = began or ended
        for key in subjects if what else ():
            by = None if key == actor else actor
            self._history(key, event.number).change(Change(event.number, event.at, what, by))  # type: ignore[arg-type]

    def _history(self, key: Key, number: int) -> History:
        history = self._histories.get(key)
        if history is None:
            self._mentioned[key] = number
            history = self._histories[key] = History()
        return history

    def group(self, chat: ParsedChat) -> Group:
        """What all entries of the chat told."""
        exporter = self._exporter(chat)
        if exporter is not None and exporter != EXPORTER_KEY:
            self._same.changed(exporter, EXPORTER_KEY)
        together: dict[Key, list[Key]] = {}
        for key in self._histories:
            together.setdefault(self._same.first_of(key), []).append(key)
        people = [
            Person(
                first,
                tuple(each for each in self._same.later_of(first) if each != EXPORTER_KEY),
                min(self._mentioned[key] for key in keys),
                tuple(History.merged(self._histories[key] for key in keys).intervals()),
            )
            for first, keys in together.items()
        ]
        people.sort(key=lambda each: each.number)
        one_to_one = not self.of_a_group and chat.title_sender is None and len(people) <= 2
        names = self.names or [name for name in (chat.title_sender, _title(chat)) if name][:1]
        return Group(tuple(names), one_to_one, tuple(people), exporter, self.first, self.last)

    def _exporter(self, chat: ParsedChat) -> Key | None:
        # A message deleted by the exporter tells the name; so does a chat of two that is named after the other one.
        if len(self._exporters) == 1:
            return next(iter(self._exporters))
        named, people = _title(chat), list(self._histories)
        if not self.of_a_group and len(people) == 2 and named is not None and key_of(named) in people:
            return next(key for key in people if key != key_of(named))
        return EXPORTER_KEY if EXPORTER_KEY in self._histories else None


def fold(chat: ParsedChat, entries: Iterable[Entry]) -> Group:
    """The group that all entries of a chat tell of."""
    folded = GroupFold()
    for entry in entries:
        folded.take(entry)
    return folded.group(chat)


def _title(chat: ParsedChat) -> str | None:
    for name in (chat.file.text_name, chat.file.path.name):
        stem = PurePath(name).stem
        for row in rows("titles"):
            if stem.startswith(row["before"]) and len(stem) > len(row["before"]):
                return stem.removeprefix(row["before"]).strip() or None
    return None
