"""What is compared of accounts, investigations, groups and the unnamed: few fields, weighed by hand and not learned.

Their scores order the pairs for a reviewer and are no calibrated probabilities, so none of them reaches what may be
accepted without a person.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.identity.found import Found, Pair
from graph.names import folded
from graph.stores.store import Store

HIGHEST = 0.75
"""Above this no pair of these gets, whatever agrees."""

LOWEST = 0.1
"""Pairs below this are not suggested."""

CROWD = 40
"""A value that more things share than this says nothing of who is who."""

_LINKS = (
    "MATCH (n:{label})-[r:SERVED_IN|MEMBER_OF|SUBJECT_OF|STEP|CONDUCTED_BY]-(m)\nWHERE {which}\n"
    "RETURN n.id AS id, type(r) AS type, m.canonical_id AS other, coalesce(m.name_folded, '') AS name, "
    "coalesce(r.rank, r.rank_as_stated, '') AS rank, coalesce(r.outcome_date, r.at, '') AS day"
)
_RECORDS = "MATCH (n:{label})\nWHERE {which}\nRETURN properties(n) AS record ORDER BY n.id"

STATED = "NOT n.source_id STARTS WITH 'vocabulary:'"
IDENTIFIED = "coalesce(n.identified, true)"
UNNAMED = "n.identified = false"


@dataclass(frozen=True, slots=True)
class Thing:
    """A record with what it is linked to: canonical ids by type of statement, names of the people among them, ranks,
    and the days of steps and outcomes. `perhaps` are pairs of people suggested to be one, of whom it has one."""

    properties: Mapping[str, Any]
    linked: Mapping[str, frozenset[str]]
    people: frozenset[str]
    ranks: frozenset[str]
    days: frozenset[str]
    perhaps: frozenset[Pair] = frozenset()

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.properties["id"])

    @property
    def source(self) -> str:
        """The slug of its source."""
        return str(self.properties["source_id"])

    def text(self, name: str) -> str:
        """A property folded as names are; empty where it is absent."""
        return folded(str(self.properties.get(name) or ""))


Point = tuple[float, str]
"""What speaks for a pair (above 0) or against it, as natural log odds, and the sentence that says it."""


def things(store: Store, label: str, which: str = STATED) -> list[Thing]:
    """The records of the kind of which the condition holds: STATED by a source, IDENTIFIED, or UNNAMED."""
    links: dict[str, list[Link]] = defaultdict(list)
    frame = store.read_columns(_LINKS.format(label=label, which=which))
    for one, *rest in frame.select("id", "type", "other", "name", "rank", "day").rows() if frame.height else ():
        links[one].append((*rest,))
    return [
        _thing(row, links.get(row["id"], [])) for (row,) in store.read(_RECORDS.format(label=label, which=which)).rows
    ]


Link = tuple[str, ...]
"""Type of statement, canonical id and folded name of the other end, rank, day; empty where there is none."""


def _thing(row: Mapping[str, Any], links: list[Link]) -> Thing:
    linked: dict[str, set[str]] = defaultdict(set)
    for kind, other, *_ in links:
        linked[kind].add(other)
    people = {value for kind, other, name, *_ in links if kind in _PEOPLE for value in (other, name) if value}
    ranks = frozenset(folded(rank) for *_, rank, _ in links if rank)
    days = frozenset(day for *_, day in links if day)
    return Thing(row, {kind: frozenset(each) for kind, each in linked.items()}, frozenset(people), ranks, days)


_PEOPLE = ("MEMBER_OF", "SUBJECT_OF")


def pairs_sharing(
    found: Iterable[Thing], keys: Callable[[Thing], Iterable[str]], new: frozenset[str]
) -> Iterator[tuple[Thing, Thing]]:
    """Pairs of different sources, one of them `new`, that share a key that is not everybody's; each once, by id."""
    by_key: dict[str, list[Thing]] = defaultdict(list)
    for each in found:
        for key in set(keys(each)):
            by_key[key].append(each)
    seen = set()
    for key in sorted(by_key):
        crowd = sorted(by_key[key], key=lambda each: each.id)
        if len(crowd) > CROWD:
            continue
        for number, left in enumerate(crowd):
            for right in crowd[number + 1 :]:
                apart = left.source != right.source and bool({left.source, right.source} & new)
                if apart and (left.id, right.id) not in seen:
                    seen.add((left.id, right.id))
                    yield left, right


def weighed(
    left: Thing, right: Thing, start: float, points: Iterable[Point], *, highest: float = HIGHEST
) -> Found | None:
    """The pair with all points added to `start` (log odds), or None where it is too unlikely to be shown."""
    told = [each for each in points if each[0]]
    score = min(1 / (1 + math.exp(-(start + sum(weight for weight, _ in told)))), highest)
    if score < LOWEST:
        return None
    good = tuple(text for weight, text in told if weight > 0)
    bad = tuple(text for weight, text in told if weight < 0)
    return Found(left.id, right.id, round(score, 3), good, bad, conflict=False)


def alike(left: str, right: str) -> float:
    """The share of words that two folded texts have in common."""
    one, two = set(left.split()), set(right.split())
    return len(one & two) / len(one | two) if one and two else 0.0


def same_or_not(left: Iterable[str], right: Iterable[str], same: Point, different: Point) -> Point:
    """The one point where the two share a value, the other where both have values and share none, else nothing."""
    one, two = set(left) - {""}, set(right) - {""}
    return same if one & two else different if one and two else (0.0, "")
