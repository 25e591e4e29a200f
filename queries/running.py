"""Asks a saved question: binds its parameters, reads rows, denominator and evidence, and notices loads meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from graph.errors import InvalidQueryError, TooLongError
from graph.loads.states import loads
from graph.sentences import called
from graph.stores.store import DEFAULT_ROW_LIMIT, DEFAULT_TIMEOUT, Rows, Store
from queries import recurring
from queries.answers import Answer, Meanwhile
from queries.citations import Citation, citation, ids_in
from queries.format import Query
from queries.parameters import Value, bound
from queries.stored import records_of

ROWS_AT_ONCE = 2_000
"""Rows of an answer whose evidence is read in one go."""

GRAPH_COLUMNS = ("number", "records", "stated", "about")
"""What the `graph` text of a query returns."""


def run(
    store: Store,
    query: Query,
    given: Mapping[str, object],
    *,
    at: str | None = None,
    known: str | None = None,
    citations: bool | None = None,
    timeout: float = DEFAULT_TIMEOUT,
    row_limit: int = DEFAULT_ROW_LIMIT,
) -> Answer:
    """The answer to the question, with what each row rests on where `citations` asks for it (None: as the query says).

    Where nobody says (None) it is left out of more than ROWS_AT_ONCE rows: reading it takes far longer than they did.

    `given` are parameters as typed or as values of their types, `at` and `known` dates (ISO prefixes); `timeout` is
    in seconds for each text that is read. With `known` the evidence is read in any case: rows are counted that rest on
    something that may have been stated later. Raises what `bound` and `Store.read` raise, and InvalidQueryError where a
    text does not return what its file declares.
    """
    parameters = bound(query, given, at=at, known=known)
    before = loads(store)
    with _narrowed(_narrower(query, parameters)):
        answered = answer_rows(store, query, parameters, timeout=timeout, row_limit=row_limit)
        denominator = _denominator(store, query, parameters, timeout)
    shown = query.evidence == "shown" if citations is None else citations
    left_out = shown and citations is None and known is None and len(answered.rows) > ROWS_AT_ONCE
    wanted = shown and not left_out
    with _narrowed("Ask for the rows alone: --no-citations."):
        cited = _cited(store, query, parameters, answered, timeout) if wanted or known is not None else ()
    return Answer(
        query=query,
        parameters=parameters,
        rows=tuple(answered.rows),
        cited=wanted,
        citations=cited if wanted else tuple(() for _ in answered.rows),
        denominator=denominator,
        cut=answered.cut,
        evidence_left_out=left_out,
        later=None if known is None else _later(cited, known),
        meanwhile=_meanwhile(before, loads(store)),
    )


@contextmanager
def _narrowed(do: str) -> Iterator[None]:
    """Says of a text that was stopped what somebody can do who did not write it."""
    try:
        yield
    except TooLongError as error:
        raise TooLongError(error.what, do=do or error.do) from None


def _narrower(query: Query, parameters: Mapping[str, Value]) -> str:
    """What makes the question smaller: a parameter that was left out."""
    unused = [each for each in query.parameters if each.optional and parameters[each.name] is None]
    return f"Ask for less: -p {unused[0].name}={unused[0].example}" if unused else ""


def ask(
    store: Store,
    query: Query,
    text: str,
    parameters: Mapping[str, Any],
    *,
    timeout: float,
    row_limit: int = DEFAULT_ROW_LIMIT,
) -> Rows:
    """Reads one text of the query: as it is where crossprobe comes with it, through the guard where it does not."""
    read = store.read if query.shipped else store.read_untrusted
    return read(text, parameters, timeout=timeout, row_limit=row_limit)


def answer_rows(store: Store, query: Query, parameters: Mapping[str, Value], *, timeout: float, row_limit: int) -> Rows:
    """The rows of the answer alone, without anything beside them. `parameters` are bound.

    A list in a row is a set: it comes sorted, since collect() has no order and engines differ in it.
    """
    if recurring.is_faster(store, query):
        answered = _limited(query, recurring.recurring_officers(store, parameters, timeout=timeout), row_limit)
    else:
        answered = ask(store, query, query.cypher, parameters, timeout=timeout, row_limit=row_limit)
    declared = tuple(each.name for each in query.columns)
    if answered.rows and answered.columns != declared:
        raise InvalidQueryError(
            f"{query.id} returns {', '.join(answered.columns)}.",
            do=f"It declares {', '.join(declared)}: mend its file.",
        )
    rows = [
        tuple(sorted(each) if isinstance(each, list) and len(each) > 1 else each for each in row)
        for row in answered.rows
    ]
    return Rows(answered.columns, rows, answered.cut)


def _limited(query: Query, rows: list[tuple[Any, ...]], row_limit: int) -> Rows:
    return Rows(tuple(each.name for each in query.columns), rows[:row_limit], cut=len(rows) > row_limit)


def evidence(
    store: Store, query: Query, parameters: Mapping[str, Value], answered: Rows, *, timeout: float
) -> list[dict[str, Any]]:
    """What the rows rest on, a map for each statement or record: `number` of the row, `records`, `stated`, `about`."""
    if not query.graph:
        return list(_records_named(store, answered))
    lines: list[dict[str, Any]] = []
    numbered = [
        {"number": number, **{name: row[name] for name in query.key}} for number, row in enumerate(answered.dicts())
    ]
    for start in range(0, len(numbered), ROWS_AT_ONCE):
        some = numbered[start : start + ROWS_AT_ONCE]
        found = ask(store, query, query.graph, {**parameters, "rows": some}, timeout=timeout)
        if found.rows and found.columns != GRAPH_COLUMNS:
            raise InvalidQueryError(
                f"The graph text of {query.id} returns {', '.join(found.columns)}.",
                do=f"It must return {', '.join(GRAPH_COLUMNS)}: mend its file.",
            )
        lines += found.dicts()
    return lines


def _records_named(store: Store, answered: Rows) -> Iterator[dict[str, Any]]:
    named = [ids_in(row) for row in answered.rows]
    records = {each.id: each for each in records_of(store, set().union(*named))}
    for number, ids in enumerate(named):
        for each in (records[one] for one in sorted(ids) if one in records):
            about = called(each.label, each.properties)
            yield {"number": number, "records": [each.id], "stated": each.properties, "about": about}


def _cited(
    store: Store, query: Query, parameters: Mapping[str, Value], answered: Rows, timeout: float
) -> tuple[tuple[Citation, ...], ...]:
    cited: list[set[Citation]] = [set() for _ in answered.rows]
    for line in evidence(store, query, parameters, answered, timeout=timeout):
        cited[line["number"]].add(citation(line["stated"], line["about"] or ""))
    return tuple(tuple(sorted(some, key=lambda each: each.as_read)) for some in cited)


def _later(cited: tuple[tuple[Citation, ...], ...], known: str) -> int:
    return sum(any(each.possibly_later_than(known) for each in some) for some in cited)


def _denominator(store: Store, query: Query, parameters: Mapping[str, Value], timeout: float) -> int:
    rows = ask(store, query, query.denominator.cypher, parameters, timeout=timeout).rows
    if len(rows) != 1 or len(rows[0]) != 1 or not isinstance(rows[0][0], int):
        raise InvalidQueryError(f"The denominator of {query.id} is not one number.", do="Mend its file.")
    return int(rows[0][0])


def _meanwhile(before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> Meanwhile:
    unfinished = {each["of_source"] for each in (*before, *after) if each["state"] == "running"}
    complete = {each["id"] for each in before if each["state"] == "finished"}
    finished = {each["of_source"] for each in after if each["state"] == "finished" and each["id"] not in complete}
    return Meanwhile(tuple(sorted(unfinished)), tuple(sorted(finished)))
