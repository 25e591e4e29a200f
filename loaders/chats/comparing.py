"""Two exports, perhaps of one group from two phones: what they share, and what one holds and the other lacks.

A message is recognised by its minute and its text, not by its sender: each phone calls people by its own names. Where
a phone left media out, any file of that minute is the same. What one export holds and the other lacks, at a time that
both cover, was deleted from the one or never reached it.
"""

import datetime
import zoneinfo
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.chats.accounts import EXPORTER_KEY, Key
from loaders.chats.bodies import MEDIA
from loaders.chats.entries import Message
from loaders.chats.group import Group
from loaders.chats.marks import plain
from loaders.chats.parsing import ParsedChat

_DELETED = frozenset({"deleted", "deleted_by_exporter"})
_NEAR = datetime.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Missing:
    """A message that the other export lacks: its number, line and time here. `deleted_there`: the other export has a
    deleted message in that minute."""

    number: int
    line: int
    at: str
    deleted_there: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two exports share. `begins` and `ends` bound the time that both cover, on the first one's clock; `messages`
    counts those of each within it, `identical` those that both hold; `missing` are those the other one lacks."""

    titles: tuple[str, ...]
    people: tuple[Key, ...]
    accounts: tuple[int, int]
    begins: str
    ends: str
    messages: tuple[int, int]
    identical: int
    missing: tuple[tuple[Missing, ...], tuple[Missing, ...]]

    @property
    def one_group(self) -> bool:
        """Whether the two look like one group: a tenth of the smaller export's messages and at least three are
        identical; or they bear one title and share two accounts, or half of the smaller export's messages."""
        fewer = min(self.messages)
        alike = len(self.people) >= 2 or 0 < fewer <= 2 * self.identical
        return self.identical >= max(3, fewer / 10) or (bool(self.titles) and alike)


@dataclass(frozen=True, slots=True)
class Export:
    """One side of a comparison: the parsed chat, its folded group, and its declared time zone."""

    chat: ParsedChat
    group: Group
    time_zone: str | None = None


def compare(first: Export, second: Export) -> Comparison:
    """Compares two exports. Times are compared as written, or by the declared time zones where both declare one."""
    declared = first.time_zone is not None and second.time_zone is not None
    sides = [_Side(each, _zone(each) if declared else None) for each in (first, second)]
    begins, ends = max(each.begins for each in sides), min(each.ends for each in sides)
    held = [Counter(key for key, _ in each.messages(begins, ends)) for each in sides]
    lacking = [
        [(key, each) for key, each in side.messages(begins, ends) if _is_more(key, others)]
        for side, others in zip(sides, (held[1].copy(), held[0].copy()), strict=True)
    ]
    shifted = _match_neighbours(*lacking)
    keys = [{key for person in each.group.people for key in (person.key, *person.later)} for each in (first, second)]
    return Comparison(
        titles=tuple(sorted(set(first.group.names) & set(second.group.names))),
        people=tuple(sorted((keys[0] & keys[1]) - {EXPORTER_KEY})),
        accounts=(len(first.group.people), len(second.group.people)),
        begins=begins,
        ends=ends,
        messages=(held[0].total(), held[1].total()),
        identical=(held[0] & held[1]).total() + shifted,
        missing=(_told(lacking[0], sides[1].deleted()), _told(lacking[1], sides[0].deleted())),
    )


_MessageKey = tuple[str, int]
_Lacking = list[tuple[_MessageKey, Message]]


class _Side:
    """One export on a clock that both share."""

    def __init__(self, export: Export, zone: datetime.tzinfo | None) -> None:
        self._chat, self._zone = export.chat, zone
        self.begins = self._minute(export.group.first)
        self.ends = self._minute(export.group.last)

    def messages(self, begins: str, ends: str) -> Iterator[tuple[_MessageKey, Message]]:
        """Every message in the time between, deleted ones left out, by its minute and what it says."""
        for each in self._chat.entries():
            if isinstance(each, Message) and each.kind not in _DELETED:
                minute = self._minute(each.at)
                if begins <= minute <= ends:
                    yield (minute, hash("file" if each.kind in MEDIA else plain(each.text))), each

    def deleted(self) -> Counter[str]:
        """How many messages of each minute are told to be deleted."""
        entries = self._chat.entries()
        return Counter(self._minute(each.at) for each in entries if isinstance(each, Message) and each.kind in _DELETED)

    def _minute(self, at: str) -> str:
        if self._zone is None or len(at) < 16:
            return at[:16]
        moment = datetime.datetime.fromisoformat(at[:16]).replace(tzinfo=self._zone)
        return moment.astimezone(datetime.UTC).isoformat()[:16]


def _is_more(key: _MessageKey, others: Counter[_MessageKey]) -> bool:
    # A text that both hold several times in a minute is missing as often as it is there more often.
    others[key] -= 1
    return others[key] < 0


def _match_neighbours(one: _Lacking, other: _Lacking) -> int:
    # Two phones may put a message into neighbouring minutes: the one when it was sent, the other when it came.
    waiting: dict[int, list[tuple[_MessageKey, Message]]] = {}
    for each in other:
        waiting.setdefault(each[0][1], []).append(each)
    matched = 0
    for each in list(one):
        near = [found for found in waiting.get(each[0][1], ()) if _apart(each[0][0], found[0][0]) <= _NEAR]
        if near:
            waiting[each[0][1]].remove(near[0])
            one.remove(each)
            other.remove(near[0])
            matched += 1
    return matched


def _apart(one: str, other: str) -> datetime.timedelta:
    return abs(datetime.datetime.fromisoformat(one) - datetime.datetime.fromisoformat(other))


def _told(lacking: _Lacking, deleted: Counter[str]) -> tuple[Missing, ...]:
    found = []
    for (minute, _), each in lacking:
        deleted[minute] -= 1
        found.append(Missing(each.number, each.line, each.at, deleted[minute] >= 0))
    return tuple(found)


def _zone(export: Export) -> datetime.tzinfo:
    name = export.time_zone or ""
    if name[:1] in ("+", "-"):
        hours, minutes = name[1:].split(":")
        offset = datetime.timedelta(hours=int(hours), minutes=int(minutes))
        return datetime.timezone(-offset if name[0] == "-" else offset)
    return zoneinfo.ZoneInfo(name)
