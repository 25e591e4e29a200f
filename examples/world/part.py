"""One part of the world while it is made: its people, what happened to them, what sources say, what was decided.

Parts share nothing but the forces, so a world of any size is made part by part, and only one is held in memory.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from examples.world.documents import Entry
from examples.world.forces import FORCES
from examples.world.investigations import ChatGroup, Events, Investigation, Matter
from examples.world.people import Names, People, Person
from examples.world.sources import Sources
from graph.identity.decisions import Basis, Decision, Judgement, decision

REVIEWER = "reviewer of the invented world"
_HOME_FORCES = 3


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a query must (`row`) or must not (`no_row`) answer about some entries, in which scene, and why."""

    query: str
    scene: str
    expect: str
    why: str
    entries: tuple[Entry, ...]


class Part:
    """A part of `size` officers, from its own random stream: seed and number alone determine what is in it."""

    def __init__(self, seed: int, number: int, size: int, names: Names) -> None:
        self.number, self.size = number, size
        self.stream = random.Random(f"{seed}/{number}")  # noqa: S311 - an invented world needs no secret
        self._people = People(self.stream, names, f"{number:04d}")
        self._events = Events(self.stream, f"{number:04d}")
        self.sources = Sources(f"part-{number}" if number else "")
        first = number * _HOME_FORCES
        self.forces = tuple(list(FORCES)[(first + each) % len(FORCES)] for each in range(_HOME_FORCES))
        self.people: dict[str, Person] = {}
        self.investigations: list[Investigation] = []
        self.groups: list[ChatGroup] = []
        self.decisions: list[Decision] = []
        self.expectations: list[Expectation] = []
        self.scene = ""

    def officer(self, force: int = 0, *, gender: str | None = None, rank: str | None = None) -> Person:
        """A new officer of one of the part's forces, by its place among them."""
        return self._settled(self._people.person(self.forces[force], gender=gender, rank=rank))

    def somebody(self, place: int) -> Person:
        """An officer who is there already: the one made at that place, from 0."""
        return list(self.people.values())[place]

    def namesake(self, person: Person, force: int = 0) -> Person:
        """Another officer of the same name."""
        return self._settled(self._people.namesake(person, self.forces[force]))

    def moved(self, person: Person, force: int, day: str) -> Person:
        """The officer after a transfer to another of the part's forces."""
        return self._settled(person.moved(self.forces[force], day, self._people.number()))

    def renamed(self, person: Person) -> Person:
        """The officer, with a former surname."""
        return self._settled(self._people.renamed(person))

    def left(self, person: Person, day: str) -> Person:
        """The officer after leaving the police."""
        return self._settled(person.left(day))

    def day(self, first_year: int = 2019, last_year: int = 2021) -> str:
        """A day within the years, both included."""
        return self._people.day(first_year, last_year)

    def later(self, day: str, least: int, most: int) -> str:
        """A day so many days later."""
        return self._events.later(day, least, most)

    def investigation(self, force: int = 0, *, opened: str | None = None, open_still: bool = False) -> Investigation:
        """A new investigation by one of the part's forces."""
        added = self._events.investigation(self.forces[force], opened or self.day(), open_still=open_still)
        self.investigations.append(added)
        return added

    def matter(self, person: Person, investigation: Investigation, *, category: str | None = None) -> Matter:
        """What the person is accused of in the investigation."""
        return self._events.matter(person, investigation, category=category)

    def group(self, *members: Person) -> ChatGroup:
        """A chat group with these members."""
        added = self._events.group(*members)
        self.groups.append(added)
        return added

    def same(self, first: Entry, second: Entry, why: str, *, rule: str | None = None) -> Decision:
        """The decision that two entries are one thing, by the reviewer or by a rule."""
        return self._decided(first, second, "same", why, "rule" if rule else "person", rule)

    def different(self, first: Entry, second: Entry, why: str) -> Decision:
        """The reviewer's decision that two entries are not one thing."""
        return self._decided(first, second, "different", why, "person", None)

    def unsure(self, first: Entry, second: Entry, why: str) -> Decision:
        """The reviewer's word that it cannot be told."""
        return self._decided(first, second, "unsure", why, "person", None)

    def withdraw(self, taken_back: Decision, why: str) -> None:
        """Takes a decision back."""
        place = self.decisions.index(taken_back)
        self.decisions[place] = taken_back.withdrawn(at="2024-06-01T09:00:00Z", by=REVIEWER, reason=why)

    def plays(self, scene: "Callable[[Part], None]") -> None:
        """Plays a scene, which is then named in what it expects."""
        self.scene = scene.__name__
        scene(self)

    def row(self, query: str, why: str, *entries: Entry) -> None:
        """Notes that the query must answer with these entries."""
        self.expectations.append(Expectation(query, self.scene, "row", why, entries))

    def no_row(self, query: str, why: str, *entries: Entry) -> None:
        """Notes that the query must not answer with these entries: a near miss."""
        self.expectations.append(Expectation(query, self.scene, "no_row", why, entries))

    def _settled(self, person: Person) -> Person:
        self.people[person.id] = person
        return person

    def _decided(
        self, first: Entry, second: Entry, judgement: Judgement, why: str, basis: Basis, rule: str | None
    ) -> Decision:
        day, minute = divmod(len(self.decisions), 24 * 60)
        at = f"2024-03-{day % 28 + 1:02d}T{minute // 60:02d}:{minute % 60:02d}:00Z"
        by = "rule" if rule else REVIEWER
        made = decision(first.id, second.id, judgement, by=by, at=at, reason=why, basis=basis, rule=rule)
        self.decisions.append(made)
        return made
