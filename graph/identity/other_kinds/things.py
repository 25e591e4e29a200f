"""Accounts, investigations, groups and the unnamed as they are compared: records with what they are linked to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.names import folded
from graph.stores.store import Store

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
    """A record with what it is linked to: canonical ids by type of statement, folded names of the members or subjects
    among them, ranks, and the days of steps and outcomes."""

    properties: Mapping[str, Any]
    linked: Mapping[str, frozenset[str]]
    names: frozenset[str]
    ranks: frozenset[str]
    days: frozenset[str]

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.properties["id"])

    @property
    def source(self) -> str:
        """The slug of its source."""
        return str(self.properties["source_id"])

    @property
    def people(self) -> frozenset[str]:
        """Its members or subjects, by canonical id."""
        return frozenset().union(*(self.linked.get(each, ()) for each in _PEOPLE))

    def text(self, name: str) -> str:
        """A property folded as names are; empty where it is absent."""
        return folded(str(self.properties.get(name) or ""))


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
    names = frozenset(name for kind, _, name, *_ in links if kind in _PEOPLE and name)
    ranks = frozenset(folded(rank) for *_, rank, _ in links if rank)
    days = frozenset(day for *_, day in links if day)
    return Thing(row, {kind: frozenset(each) for kind, each in linked.items()}, names, ranks, days)


_PEOPLE = ("MEMBER_OF", "SUBJECT_OF")
