"""Contradictions: what records that are held to be one thing, or statements about one pair, say differently."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from graph.dates import not_after
from graph.model import KINDS, TYPES
from graph.model.properties import PropertyType
from graph.sentences import called
from graph.stores.store import Store
from queries.times import Times

_OF_RECORDS: dict[str, tuple[str, ...]] = {
    "Officer": ("birth_year", "gender", "appointed", "person_kind"),
    "Investigation": ("opened", "closed", "matter_type", "mode", "state"),
    "Allegation": ("incident_from", "category", "standard"),
    "ChatGroup": ("platform",),
    "Cohort": ("size", "relation"),
    "Force": ("name", "region"),
}
"""What one thing has one of, by kind; names are left out: a person has many spellings."""

_OF_STATEMENTS: dict[str, tuple[str, ...]] = {
    "SUBJECT_OF": ("outcome", "outcome_date", "severity"),
    "AGAINST": ("finding",),
    "SERVED_IN": ("valid_from", "valid_to"),
    "MEMBER_OF": ("valid_from", "valid_to"),
}
"""What one statement about one pair has one of, by type."""

_SEVERAL = (
    "MATCH (n:{label})\nWITH n.canonical_id AS thing, collect(properties(n)) AS records\n"
    "WHERE size(records) > 1\nRETURN thing, records"
)
_BOTH = (
    "MATCH (a)-[r:{type}]->(b)\nWITH a.canonical_id AS start, b.canonical_id AS end, "
    "collect({{stated: properties(r), a: properties(a), b: properties(b)}}) AS told\n"
    "WHERE size(told) > 1\nRETURN start, end, told"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One of two contradictory words: the value, and where it stands."""

    value: str
    id: str
    source_id: str | None
    locator: str | None

    def __str__(self) -> str:
        """Where it stands: source and place."""
        return ", ".join(each for each in (self.source_id, self.locator) if each)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two words about one property of one thing, or of one pair, that cannot both be true."""

    about: str
    thing: str
    property: str
    one: Said
    other: Said


def conflicts(store: Store, times: Times) -> list[Conflict]:
    """Every contradiction between what is stated by then, each two values once, by what it is about.

    Dates contradict each other only where neither is the other said more coarsely; numbers that are not exact do not.
    """
    found = [*_of_records(store, times), *_of_statements(store, times)]
    return sorted(found, key=lambda each: (each.thing, each.property, each.one.value, each.other.value))


def _of_records(store: Store, times: Times) -> Iterator[Conflict]:
    for label, names in _OF_RECORDS.items():
        for thing, records in store.read(_SEVERAL.format(label=label)).rows:
            known = sorted((each for each in records if times.stated(each)), key=lambda each: str(each["id"]))
            for name in names:
                yield from _differing(_called(label, known), thing, label, name, known)


def _of_statements(store: Store, times: Times) -> Iterator[Conflict]:
    for kind, names in _OF_STATEMENTS.items():
        start_label, end_label = TYPES[kind].ends[0]
        for start, end, told in store.read(_BOTH.format(type=kind)).rows:
            known = sorted((each for each in told if times.hold(each["stated"])), key=lambda one: one["stated"]["id"])
            if known:
                about = f"{called(start_label, known[0]['a'])} and {called(end_label, known[0]['b'])}"
                stated = [each["stated"] for each in known]
                for name in names:
                    for each in _differing(about, f"{start} {end}", kind, name, stated):
                        if each.one.source_id != each.other.source_id:  # one source may tell of two times
                            yield each


def _called(label: str, records: list[dict[str, Any]]) -> str:
    return called(label, records[0]) if records else ""


def _differing(about: str, thing: str, owner: str, name: str, stated: list[dict[str, Any]]) -> Iterator[Conflict]:
    by_value: dict[str, dict[str, Any]] = defaultdict(dict)
    for each in stated:
        exact = name != "size" or (each.get("bound") or "exact") == "exact"
        if each.get(name) is not None and exact:
            by_value.setdefault(str(each[name]), each)
    dated = _is_date(owner, name)
    for one, other in combinations(sorted(by_value), 2):
        if not (dated and not_after(one, other) and not_after(other, one)):
            yield Conflict(about, thing, name, _said(one, by_value[one]), _said(other, by_value[other]))


def _is_date(owner: str, name: str) -> bool:
    found = (KINDS[owner] if owner in KINDS else TYPES[owner]).property(name)
    return found is not None and found.type is PropertyType.DATE


def _said(value: str, stated: dict[str, Any]) -> Said:
    return Said(value, stated["id"], stated.get("source_id"), stated.get("locator"))
