"""The questions that are measured: each asks a store through crossprobe's own code and gives an answer to compare."""

from collections.abc import Callable
from typing import Any

from graph.routes import Asked as Allowed
from graph.stores.store import Store
from queries.catalogue import find
from queries.connecting import connect
from queries.networks import network
from queries.parameters import bound
from queries.running import answer_rows
from queries.selection import Around, take
from queries.times import Times

Question = Callable[[Store], Any]
_ENOUGH = 120.0


def questions(store: Store) -> dict[str, Question]:
    """By what they ask. The people whose surroundings and routes are asked for are chosen from the store."""
    first, second = _two_apart(store)
    return {
        "officers in three or more": recurring(),
        "officers in three or more, at and known": recurring(at="2015", known="2025"),
        "pairs in two or more, end to end": lambda each: set(network(each, "pairs", 2, Times()).rows),
        "what lies around an officer": lambda each: _drawn(each, first),
        "routes between two officers": lambda each: _routes(each, first, second),
    }


def recurring(*, at: str | None = None, known: str | None = None) -> Question:
    """The catalogue's question, its rows alone: what each rests on is read when somebody asks for it."""
    query = find("recurring-officers")
    parameters = bound(query, {"minimum": 3}, at=at, known=known)

    def ask(store: Store) -> set[str]:
        answered = answer_rows(store, query, parameters, timeout=_ENOUGH, row_limit=1_000_000)
        return {repr(row) for row in answered.rows}

    return ask


def _drawn(store: Store, officer: str) -> set[str]:
    drawn = take(store, Around((officer,)))
    return {each.id for each in drawn.records} | {each.id for each in drawn.statements}


def _routes(store: Store, start: str, end: str) -> list[tuple[str, ...]]:
    found = connect(store, start, end, Allowed(), Times())
    return [tuple(step.link for step in told.route.steps) for told in found.routes]


def _two_apart(store: Store) -> tuple[str, str]:
    """Two people who are in no investigation together and both in one with a third: the first such by their ids."""
    ((start, end),) = store.read(
        "MATCH (a:Officer)-[:SUBJECT_OF]->(:Investigation)<-[:SUBJECT_OF]-(b:Officer)\n"
        "WITH a, b ORDER BY a.id, b.id LIMIT 200\n"
        "MATCH (b)-[:SUBJECT_OF]->(:Investigation)<-[:SUBJECT_OF]-(c:Officer)\n"
        "WHERE c.id <> a.id AND NOT EXISTS { (a)-[:SUBJECT_OF]->(:Investigation)<-[:SUBJECT_OF]-(c) }\n"
        "RETURN a.id AS one, c.id AS other ORDER BY one, other LIMIT 1"
    ).rows
    return str(start), str(end)
