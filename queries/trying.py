"""Tries a saved query on a database: does it only read, return what it declares, and count out of one number?"""

from collections.abc import Iterator

from graph.errors import CrossprobeError, Problem
from graph.stores.store import Store
from queries.format import Query
from queries.parameters import bound
from queries.running import run

SECONDS = 30.0
"""How long each text may take."""


def problems_of(store: Store, query: Query, file: str) -> list[Problem]:
    """Every mistake that shows when the query is asked: with the values of its example, else those it gives for each
    parameter; and once more at a date, where it takes one. The texts go through the guard."""
    return list(_problems(store, query, file))


def _problems(store: Store, query: Query, file: str) -> Iterator[Problem]:
    given = {each.name: each.example for each in query.parameters if each.default is None and not each.optional}
    given |= query.example.parameters
    at, known = ("2021" if query.dates.at else None), ("2021" if query.dates.known else None)
    for dates in dict.fromkeys(((None, None), (at, known))):
        try:
            bound(query, given, at=dates[0], known=dates[1])
            answer = run(
                store, query, given, at=dates[0], known=dates[1], citations=True, timeout=SECONDS, row_limit=10_000
            )
        except CrossprobeError as error:
            yield Problem(file, 0, query.id, error.what, error.do)
            return
        keys = [place for place, each in enumerate(query.columns) if each.name in query.key]
        if len({tuple(str(row[place]) for place in keys) for row in answer.rows}) < len(answer.rows):
            yield Problem(file, 0, "key", "two rows have the same values in the key columns", "columns that tell apart")
