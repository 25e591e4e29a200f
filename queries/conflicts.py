"""Contradictions: what records that are held to be one thing, or statements about one pair, say differently."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from graph.dates import not_after
from graph.model import KINDS, TYPES
from graph.model.properties import PropertyType
from graph.sentences import called
from graph.stores.store import Store
from queries.differing import Row, records_that_differ, statements_that_differ
from queries.stored import records_of
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
    Of a pair a source may state several times: only what agrees with nothing that the other source states of it does.
    """
    held = store.counts()
    found = [
        *(each for label in _OF_RECORDS if held.get(label) for each in _of_records(store, label, times)),
        *(each for kind in _OF_STATEMENTS if held.get(kind) for each in _of_statements(store, kind, times)),
    ]
    return sorted(found, key=lambda each: (each.thing, each.property, each.one.value, each.other.value))


def _of_records(store: Store, label: str, times: Times) -> Iterator[Conflict]:
    names = _OF_RECORDS[label]
    for thing, records in records_that_differ(store, label, names):
        known = [each for each in records if times.stated(each)]
        for name in names:
            by_value: dict[str, Row] = {}
            for each in known:
                if each.get(name) is not None and (name != "size" or each.get("bound", "exact") == "exact"):
                    by_value.setdefault(str(each[name]), each)
            for one, other in combinations(sorted(by_value), 2):
                if not _alike(label, name, one, other):
                    about = called(label, known[0])
                    yield Conflict(about, thing, name, _said(name, by_value[one]), _said(name, by_value[other]))


def _of_statements(store: Store, kind: str, times: Times) -> Iterator[Conflict]:
    names = _OF_STATEMENTS[kind]
    pairs = list(statements_that_differ(store, kind, names))
    ends = {each[end] for _, stated in pairs for each in stated for end in ("start", "end")}
    named = {each.id: called(each.label, each.properties) for each in records_of(store, ends)}
    for pair, stated in pairs:
        known = [each for each in stated if times.hold(each)]
        for name in names:
            for one, other in _of_two_sources(kind, name, known):
                about = f"{named[known[0]['start']]} and {named[known[0]['end']]}"
                yield Conflict(about, " ".join(pair), name, _said(name, one), _said(name, other))


def _of_two_sources(kind: str, name: str, stated: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Two statements for each two values that contradict each other, the smaller value first."""
    by_source: dict[str, dict[str, Row]] = {}
    for each in stated:
        if each[name] is not None:
            by_source.setdefault(str(each["source_id"]), {}).setdefault(str(each[name]), each)
    told: dict[tuple[str, str], tuple[Row, Row]] = {}
    for one, other in combinations(by_source.values(), 2):
        left, right = (
            [value for value in some if not any(_alike(kind, name, value, each) for each in others)]
            for some, others in ((one, other), (other, one))
        )
        for values in product(left, right):
            first, second = sorted((one[values[0]], other[values[1]]), key=lambda each: str(each[name]))
            told.setdefault((first[name], second[name]), (first, second))
    yield from told.values()


def _alike(owner: str, name: str, one: str, other: str) -> bool:
    """Whether the values can both be true: equal, or a date and the same date said more coarsely."""
    found = (KINDS[owner] if owner in KINDS else TYPES[owner]).property(name)
    dated = found is not None and found.type is PropertyType.DATE
    return one == other or (dated and not_after(one, other) and not_after(other, one))


def _said(name: str, stated: Row) -> Said:
    return Said(str(stated[name]), stated["id"], stated.get("source_id"), stated.get("locator"))
