"""Which chat accounts may be an officer's, or one person's in two exports: numbers, display names, membership."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.identity.compare.names import whole_name
from graph.identity.found import Found
from graph.identity.other_kinds.chatting import Chatting, chatting_officers
from graph.identity.other_kinds.numbers import last_digits
from graph.identity.other_kinds.pairing import pairs_sharing
from graph.identity.other_kinds.things import Thing, things
from graph.identity.other_kinds.weighing import Point, same_or_not, weighed
from graph.stores.store import Store

MODEL = "accounts@2"

WEAK = "A weak reason: a display name is whatever somebody types, and others have that name too."


def accounts_alike(store: Store, new: frozenset[str]) -> list[Found]:
    """Accounts among each other and with identified officers.

    An officer is looked at whose whole name an account shows; one of whose surname it shows but the initial, or no
    more than the first name, only if sources tie that officer to a chat group.
    """
    accounts = things(store, "Account")
    if not accounts:
        return []
    shown = {key for each in accounts for key in _names(each)}
    chatting = chatting_officers(store, lambda name: bool(_keys_of(name) & shown))
    known = {each.id for each in accounts}
    seen = _Seen(Counter(key for each in chatting.officers for key in _names(each)), chatting)
    pairs = pairs_sharing([*accounts, *chatting.officers], lambda each: _keys(each, known, chatting), new)
    found = (weighed(*pair, _points(*pair, seen)) for pair in pairs if {each.id for each in pair} & known)
    return [each for each in found if each]


@dataclass(frozen=True, slots=True)
class _Seen:
    """How many records of officers bear each name as an account may show it, and what ties officers to groups."""

    bearers: Mapping[str, int]
    chatting: Chatting


def _keys_of(name: object) -> set[str]:
    """The ways to show a name: whole, and with the initial of the surname."""
    told = whole_name(str(name or ""))
    if len(told.first) < 2 or not told.last:
        return set()
    return {f"{told.first} {told.last}", f"{told.first} {told.last[0]}"}


def _names(thing: Thing) -> set[str]:
    return _keys_of(thing.properties.get("name"))


def _numbers(account: Thing) -> set[str]:
    stated = account.properties
    return last_digits([stated.get("handle"), stated.get("name"), *(stated.get("former_handles") or ())])


def _keys(thing: Thing, accounts: set[str], chatting: Chatting) -> Iterator[str]:
    if thing.id in accounts:
        yield from (f"number {each}" for each in _numbers(thing))
        yield from (f"name {each}" for each in _names(thing))
    else:
        tied = thing.id in chatting.tied
        yield from (f"name {each}" for each in _names(thing) if tied or len(each.split()[1]) > 1)
    if first := _first(thing):
        yield from (f"group {group} {first}" for group in thing.people)


def _first(thing: Thing) -> str:
    """The first name; one word alone may be one."""
    told = whole_name(str(thing.properties.get("name") or ""))
    return told.first or told.last


def _points(left: Thing, right: Thing, seen: _Seen) -> Iterator[Point]:
    yield same_or_not(
        _numbers(left),
        _numbers(right),
        (4.5, "The same telephone number; numbers pass to other people."),
        (-1.0, "Different telephone numbers."),
    )
    yield from _same_name(left, right, seen)
    groups = left.people & right.people
    if groups:
        yield 1.5, "Members of the same group."
    elif tied := next((told for each in (left, right) if (told := seen.chatting.tied.get(each.id))), ""):
        yield 1.0, tied


def _same_name(left: Thing, right: Thing, seen: _Seen) -> Iterator[Point]:
    stated = "; ".join(dict.fromkeys(str(each.properties.get("name")) for each in (left, right)))
    if shared := _names(left) & _names(right):
        whole = max(shared, key=len)
        initial = len(whole.split()[1]) == 1
        bearers = max(seen.bearers.get(whole, 0), 1)
        told = "The display name fits, with an initial for the surname" if initial else "The display name is the same"
        many = f" ({bearers} records of officers have it)" if bearers > 1 else ""
        yield 0.01, WEAK
        yield (1.5 if initial else 2.5) - 0.5 * math.log(bearers), f"{told}{many}: {stated}."
    elif _first(left) and _first(left) == _first(right):
        yield 0.01, WEAK
        yield 1.0, f"Only the first name fits: {stated}."
