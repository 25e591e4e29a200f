"""What a decision would change: how many officers would recur across separate investigations, more or fewer."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity.found import Pair
from graph.stores.store import Store

RECURRING = 2
"""Separate investigations from which on an officer recurs, as the saved question recurring-officers has it."""

_SUBJECTS = (
    "MATCH (o:Officer)-[:SUBJECT_OF]->(i:Investigation)\n"
    "RETURN o.canonical_id AS officer, i.canonical_id AS investigation"
)


@dataclass(frozen=True, slots=True)
class Subjects:
    """Who is subject of what, as counted today: investigations by officer and officers by investigation."""

    investigations: Mapping[str, frozenset[str]]
    officers: Mapping[str, frozenset[str]]

    def recurring_if_one(self, canonical_ids: Pair) -> int:
        """How many more officers would recur if these two were one; negative where fewer would, 0 where none."""
        first, second = canonical_ids
        if first == second:
            return 0
        cases = [self.investigations.get(each, frozenset()) for each in canonical_ids]
        if any(cases):
            return _recurs(cases[0] | cases[1]) - _recurs(cases[0]) - _recurs(cases[1])
        changed = 0
        for officer in self.officers.get(first, frozenset()) & self.officers.get(second, frozenset()):
            held = self.investigations[officer]
            changed += _recurs(held - {second}) - _recurs(held)
        return changed


def subjects(store: Store) -> Subjects:
    """Reads who is subject of what."""
    frame = store.read_columns(_SUBJECTS)
    by_officer: dict[str, set[str]] = {}
    by_investigation: dict[str, set[str]] = {}
    for officer, investigation in frame.select("officer", "investigation").rows() if frame.height else ():
        by_officer.setdefault(officer, set()).add(investigation)
        by_investigation.setdefault(investigation, set()).add(officer)
    return Subjects(_frozen(by_officer), _frozen(by_investigation))


def effect_text(change: int) -> str:
    """The change in words: `Two more officers would recur.`"""
    if change == 0:
        return "No more and no fewer officers would recur."
    count = _NUMBERS.get(abs(change), str(abs(change)))
    noun = "officer" if abs(change) == 1 else "officers"
    return f"{count} {'more' if change > 0 else 'fewer'} {noun} would recur."


_NUMBERS = {1: "One", 2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}


def _recurs(cases: frozenset[str]) -> int:
    return int(len(cases) >= RECURRING)


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(each) for name, each in sets.items()}
