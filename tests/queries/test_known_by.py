"""What is known by a day is what a database answers that holds only what was recorded until then, identity fixed."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity.deciding import decide
from graph.identity.decisions import decision
from graph.loads.loading import load_facts
from graph.model.constraints import constraints
from graph.records import Facts, Recorded
from graph.stores import open_store
from graph.stores.store import Store
from queries.catalogue import every_query
from queries.selection import Asked, Everything, Network, Selection, take
from queries.times import Times
from tests.engines.emptying import empty
from tests.engines.server import Neo4jServer
from tests.invented import Invented

NOW = "2026-01-01T00:00:00Z"
DAYS = ("2019", "2020-03", "2020-05-02", "2021", "2021-07")
SELECTIONS: tuple[Selection, ...] = (
    Everything(),
    Network("pairs", 1),
    Network("communities", 1),
    *(Asked(each, each.example.parameters) for each in every_query() if each.dates.known),
)


@dataclass(frozen=True)
class Link:
    """A source says that a person is a subject (or member, witness) of something, from a day on that it says it."""

    person: int
    type: str
    thing: int
    day: int


@dataclass(frozen=True)
class Paper:
    """A source: when it came out at the earliest and at the latest, and what it says."""

    day: int
    later: int
    links: tuple[Link, ...] = field(default=())


links = st.builds(
    Link,
    st.integers(0, 3),
    st.sampled_from(("SUBJECT_OF", "SUBJECT_OF", "WITNESS_IN", "MEMBER_OF", "SERVED_IN", "HAD_STATUS")),
    st.integers(0, 3),
    st.integers(0, 4),
)
papers = st.lists(st.builds(Paper, st.integers(0, 4), st.integers(0, 4), st.lists(links, max_size=8).map(tuple)),
                  min_size=1, max_size=4)  # fmt: skip


def told(number: int, paper: Paper) -> Invented:
    """The facts of a source; the same person, investigation or group bears the same name in every one."""
    source = Invented(f"paper-{number}", _recorded(paper.day, paper.later))
    for link in paper.links:
        person = source.record("Officer", f"person {link.person}", name=f"person {link.person}")
        if link.type in ("SERVED_IN", "HAD_STATUS"):
            end = source.force(f"force {link.thing}")
        else:
            kind = "ChatGroup" if link.type == "MEMBER_OF" else "Investigation"
            since = {} if kind == "ChatGroup" else {"opened": f"201{link.thing}"}
            end = source.record(kind, f"thing {link.thing}", name=f"thing {link.thing}", **since)
        stated = {"duty_status": "duty-status/restricted"} if link.type == "HAD_STATUS" else {}
        source.recorded = _recorded(max(link.day, paper.day), 4)
        source.states(person, link.type, end, key=str(len(source.statements)), **stated)
        source.recorded = _recorded(paper.day, paper.later)
    source.records = list({each.id: each for each in source.records}.values())
    return source


def _recorded(day: int, later: int) -> Recorded:
    start, end = DAYS[day], DAYS[max(day, later)]
    return Recorded(start, end, "stated" if start == end else "bounded")


def until(facts: Facts, day: str) -> Facts:
    """Only what was possibly stated by the day."""
    known = Times(known=day)

    def stated(recorded: Recorded) -> bool:
        return known.stated({"recorded_from": recorded.start})

    records = tuple(each for each in facts.records if stated(each.recorded))
    statements = tuple(each for each in facts.statements if stated(each.recorded))
    touched = {each.to_id for each in statements}
    return replace(
        facts, records=records, statements=statements, shared=tuple(each for each in facts.shared if each.id in touched)
    )


def fill(store: Store, sources: list[Facts]) -> None:
    """Loads the sources, and decides of every two records of one name that they are one."""
    with store.transaction() as tx:
        tx.run("MATCH (n) DETACH DELETE n")
    for facts in sources:
        if facts.records:
            load_facts(store, facts, digest=facts.source.id, loader="casebook", now=NOW)
    named = [(each.kind, each.properties["name"], each.id) for facts in sources for each in facts.records]
    for one, other in combinations(sorted(named), 2):
        if one[:2] == other[:2]:
            decide(store, decision(one[2], other[2], "same", by="a reviewer", at=NOW, reason="one name"))


def ids(store: Store, selection: Selection, known: str | None) -> tuple[set[str], set[str]]:
    """Ids of the records and of the statements that are drawn."""
    drawn = take(store, selection, known=known)
    records = {each.id for each in drawn.records if not each.id.startswith(("source:", "force:"))}
    return records, {each.id for each in drawn.statements}


def agree(whole: Store, part: Store, told_by: list[Paper], day: str) -> None:
    """Fills both and asks both everything."""
    sources = [told(number, paper).facts for number, paper in enumerate(told_by)]
    fill(whole, sources)
    fill(part, [until(each, day) for each in sources])
    for selection in SELECTIONS:
        assert ids(whole, selection, day) == ids(part, selection, None), selection


def opened(folder: str) -> Store:
    store = open_store(folder, purpose="tests", create=True)
    store.prepare(constraints())
    return store


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    stores = tuple(opened(str(tmp_path_factory.mktemp(name) / "database")) for name in ("whole", "part"))
    yield stores[0], stores[1]
    for each in stores:
        each.close()


@pytest.fixture
def neo4j(neo4j_server: Neo4jServer) -> Iterator[Store]:
    empty(neo4j_server)
    server = neo4j_server
    store = open_store(server.address, user=server.user, password=server.password, purpose="tests", insecure=True)
    store.prepare(constraints())
    yield store
    store.close()
    empty(neo4j_server)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(papers, st.sampled_from(DAYS))
def test_known_by_a_day_is_what_was_recorded_until_then(
    embedded: tuple[Store, Store], told_by: list[Paper], day: str
) -> None:
    agree(*embedded, told_by, day)


SUBJECTS = tuple(Link(person, "SUBJECT_OF", thing, 0) for person in (0, 1) for thing in (0, 1))
FIXED = {
    "a second paper comes later": [Paper(0, 0, SUBJECTS[:2]), Paper(3, 3, SUBJECTS[2:])],
    "a link is stated after its source": [Paper(1, 1, (*SUBJECTS, Link(0, "SUBJECT_OF", 2, 4)))],
    "between two dates": [
        Paper(0, 4, SUBJECTS),
        Paper(2, 3, (Link(0, "WITNESS_IN", 3, 2), Link(0, "MEMBER_OF", 1, 2))),
    ],
}


@pytest.mark.parametrize("case", FIXED)
@pytest.mark.parametrize("day", ["2020", "2021-07"])
def test_it_is_so_on_a_server_too(embedded: tuple[Store, Store], neo4j: Store, case: str, day: str) -> None:
    agree(neo4j, embedded[1], FIXED[case], day)
