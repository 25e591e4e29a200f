"""Runs a typed text: first its plan is looked at, then it is run, each under a deadline that this side keeps.

The server stops a running query at its timeout, but neither planning nor, say, a regular expression: so the wait ends
here, by closing the connection. The driver closes one when the task that waits on it is cancelled: hence the
asynchronous driver, with a connection of its own.
"""

import asyncio
import time
from collections.abc import Coroutine, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase

from graph.errors import RefusedQueryError, TooLongError
from graph.stores.bolt.login import DRIVER_SETTINGS, Login
from graph.stores.bolt.question import Question
from graph.stores.bolt.reading import rows_of, sending
from graph.stores.bolt.translating import NARROW, translated
from graph.stores.guard.operators import check_plan
from graph.stores.store import Rows

T = TypeVar("T")

SECONDS_OF_GRACE = 0.8
"""What the server gets beyond the timeout to stop a query by itself, which leaves it in better order."""

SHORTEST = 0.1
"""Seconds that a text may run at least, where planning it took nearly all of its time; the server takes 0 for ever."""


def ask(login: Login, question: Question) -> Rows:
    """Plans the text, looks at the plan, and runs it in a transaction that cannot write.

    Raises RefusedQueryError for a plan that does more than read, TooLongError where planning and running take longer
    than the question's timeout, and what `translated` raises.
    """
    return _in_time(_ask(login, question), question)


def plan(login: Login, question: Question) -> str:
    """The plan of the text, a step a line, each under the one that asks for it. Raises as `ask` does; its parameters
    need no values."""
    return _in_time(_plan(login, question), question)


def _in_time(work: Coroutine[Any, Any, T], question: Question) -> T:
    try:
        with sending():
            return asyncio.run(work)
    except TimeoutError as trouble:
        limit = f"{question.timeout:g} s"
        raise TooLongError(f"The query was stopped: no plan or no answer within {limit}.", do=NARROW) from trouble


async def _ask(login: Login, question: Question) -> Rows:
    async with AsyncGraphDatabase.driver(login.address, auth=login.auth, **DRIVER_SETTINGS) as driver:
        began = time.monotonic()
        await _checked(driver, login, question)
        left = max(SHORTEST, question.timeout - (time.monotonic() - began))
        with translated(login.address):
            async with asyncio.timeout(left + SECONDS_OF_GRACE):
                return await _run(driver, replace(question, timeout=left))


async def _plan(login: Login, question: Question) -> str:
    async with AsyncGraphDatabase.driver(login.address, auth=login.auth, **DRIVER_SETTINGS) as driver:
        return "\n".join(_lines(await _checked(driver, login, question)))


def _lines(step: dict[str, Any], depth: int = 0) -> Iterator[str]:
    yield f"{'  ' * depth}{step['operatorType'].partition('@')[0]}  {step.get('args', {}).get('Details', '')}".rstrip()
    for child in step.get("children", ()):
        yield from _lines(child, depth + 1)


async def _checked(driver: AsyncDriver, login: Login, question: Question) -> dict[str, Any]:
    with translated(login.address, lines_before=1):
        async with asyncio.timeout(question.timeout):
            return await _check(driver, question)


async def _check(driver: AsyncDriver, question: Question) -> dict[str, Any]:
    async with (
        driver.session(default_access_mode=READ_ACCESS) as session,
        await session.begin_transaction(metadata=question.metadata, timeout=question.timeout) as transaction,
    ):
        result = await transaction.run(f"EXPLAIN\n{question.cypher}", question.parameters)
        summary = await result.consume()
    if summary.query_type != "r" or summary.plan is None:
        raise RefusedQueryError("The database would do more than answer.", do="Only questions are run here.")
    check_plan(summary.plan)
    return dict(summary.plan)


async def _run(driver: AsyncDriver, question: Question) -> Rows:
    async with (
        driver.session(default_access_mode=READ_ACCESS) as session,
        await session.begin_transaction(metadata=question.metadata, timeout=question.timeout) as transaction,
    ):
        result = await transaction.run(question.cypher, question.parameters)
        return rows_of(result.keys(), await result.fetch(question.row_limit + 1), question.row_limit)
