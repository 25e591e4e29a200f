"""From the driver's exceptions to our own: one line of cause, one of what to do."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from graph.errors import (
    CrossprobeError,
    InvalidQueryError,
    RefusedQueryError,
    TooLongError,
    UnreachableError,
    UsageError,
)
from graph.stores.bolt.unreachable import login_refused, unreachable

NARROW = "Narrow the question (a condition, a LIMIT, a shorter path) or allow it more time."

# Parts of status codes; the classes of the driver are coarser (a timeout is a ClientError like a misspelt word).
TIMED_OUT = ("TransactionTimedOut", "TransactionTerminated", "Transaction.Terminated")
OUT_OF_MEMORY = ("OutOfMemory", "StackOverFlow")
REFUSED_TO_WRITE = ("Statement.AccessMode", "WriteOnReadOnlyAccessDatabase")
BUSY = ("DeadlockDetected", "LockAcquisitionTimeout", "LockClientStopped")
DATABASE_AWAY = ("DatabaseNotFound", "DatabaseUnavailable")

_PLACE = re.compile(r" ?\(line (\d+), column (\d+).*", re.DOTALL)
_EXPECTED = re.compile(r": expected .{80,}", re.DOTALL)


@contextmanager
def translated(address: str, *, lines_before: int = 0) -> Iterator[None]:
    """Raises, in place of any exception of the driver, the error of graph.errors that says the same to a person.

    `lines_before` is the number of lines put before the person's text; places in it are counted without them.
    """
    try:
        yield
    except ConfigurationError as trouble:
        raise UsageError(
            f"The address {address} cannot be used: {trouble}", do="Leave out what follows ? in it."
        ) from trouble
    except DriverError as trouble:
        raise unreachable(trouble, address) from trouble
    except Neo4jError as trouble:
        raise _answered(trouble, address, lines_before) from trouble


def _answered(trouble: Neo4jError, address: str, lines_before: int) -> CrossprobeError:
    code = trouble.code or ""

    def is_one_of(parts: tuple[str, ...]) -> bool:
        return any(part in code for part in parts)

    if is_one_of(TIMED_OUT):
        return TooLongError("The query was stopped: it ran longer than it may.", do=NARROW)
    if is_one_of(OUT_OF_MEMORY):
        return TooLongError("The query was stopped: it needs more memory than the database allows.", do=NARROW)
    if is_one_of(REFUSED_TO_WRITE):
        return RefusedQueryError("The database refused the query: it would write.", do="Only questions are run here.")
    if is_one_of(BUSY):
        return CrossprobeError("Another session was writing the same; nothing was stored.", do="Run it again.")
    if is_one_of(DATABASE_AWAY):
        return UnreachableError(f"Neo4j at {address} answers, but its database is not online.", do="Start it there.")
    if "Security.Forbidden" in code:
        return RefusedQueryError("The database does not allow this user to do that.", do="Ask its administrator.")
    if isinstance(trouble, AuthError) or "Security" in code:
        return login_refused(trouble, address)
    return InvalidQueryError(_cause(trouble.message or code, lines_before))


def _cause(message: str, lines_before: int) -> str:
    place = _PLACE.search(message)
    cause = _EXPECTED.sub("", _PLACE.sub("", message)).strip().partition("\n")[0]
    line = int(place[1]) - lines_before if place else 0
    if place is None or line < 1:
        return f"The query cannot be run: {cause}"
    return f"The query cannot be run, line {line}, column {place[2]}: {cause}"
