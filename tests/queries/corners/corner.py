"""A corner: a few invented facts in which each condition of one saved query makes a difference."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from graph.identity.deciding import decide
from graph.identity.decisions import Decision, Judgement, decision
from graph.loads.loading import load_facts
from graph.records import Recorded
from graph.stores.store import Store
from tests.invented import Invented

EARLY = Recorded("2020", "2020")
LATE = Recorded("2023", "2023")
NOW = "2026-01-01T00:00:00Z"


@dataclass(frozen=True)
class Asking:
    """One way to ask the question."""

    given: dict[str, str] = field(default_factory=dict)
    at: str | None = None
    known: str | None = None


PLAIN = Asking()
IN_2021 = Asking(known="2021")
TRUE_IN_2021 = Asking(at="2021")


class Corner(Invented):
    """An invented source for one query, the pairs somebody decided to be the same, and the ways to ask.

    `decided` are further decisions, `beside` further sources. What it tells is stated in 2020, but for what is told
    within `later()`: that is stated in 2023.
    """

    def __init__(self, query: str, *asked: Asking) -> None:
        super().__init__(query, EARLY)
        self.asked = [PLAIN, IN_2021, *asked]
        self.same: list[tuple[str, str]] = []
        self.decided: list[Decision] = []
        self.beside: list[Invented] = []

    @property
    def query(self) -> str:
        """The id of the query."""
        return self.slug

    def of(self, key: str, **properties: str) -> str:
        """The investigation of somebody, told once however often it is named."""
        name = f"of {key}"
        known = (each.id for each in self.records if each.properties.get("name") == name)
        return next(known, None) or self.investigation(name, **properties)

    @contextmanager
    def later(self) -> Iterator[None]:
        """What is told within is stated three years later."""
        self.recorded = LATE
        yield
        self.recorded = EARLY

    def nobody(self, kind: str, key: str, **properties: str) -> str:
        """A record of which the source says neither name nor description."""
        return self.record(kind, key, **properties)

    def load(self, store: Store) -> None:
        """Loads the facts, those of the sources beside it first, and decides."""
        for each in (*self.beside, self):
            load_facts(store, each.facts, digest=each.slug, loader="casebook", now=NOW)
        for made in (*(self.word(*pair, "same") for pair in self.same), *self.decided):
            decide(store, made)

    def word(self, one: str, other: str, judgement: Judgement) -> Decision:
        """A reviewer's word on two records."""
        return decision(one, other, judgement, by="a reviewer", at=NOW, reason="test")

    def another(self, key: str) -> "Corner":
        """Another source beside this one."""
        added = Corner(f"{self.slug}-{key}")
        self.beside.append(added)
        return added
