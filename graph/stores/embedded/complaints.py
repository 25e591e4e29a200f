"""What the engine complains of, as the errors of graph.errors: one line, no Java in it."""

import re

from graph.errors import CrossprobeError, InvalidQueryError, RefusedQueryError, TooLongError, UnreachableError
from graph.stores.embedded import jvm
from graph.stores.embedded.jvm import Java

NARROW = "Narrow the question (a condition, a LIMIT, a shorter path) or allow it more time."

_PLACE = re.compile(r"Syntax error at line (\d+):(\d+) - (.*)")
_UNDEFINED = re.compile(r"Variable '(\w+)' not defined")
EXPLAINING = "EXPLAIN "
"""What a plan is asked for with; the engine counts lines and columns without it."""

_TYPE_NAME = re.compile(r"^[A-Z][A-Za-z]+: (?=[A-Z])")
_TOO_LARGE = ("HeapLimitExceeded", "HeapBudgetExceeded", "OutOfMemoryError")
_TOO_LARGE_IN_WORDS = ("queryMaxRangeSize", "heap budget exceeded")
_FULL = "No space left on device"
_CLOSED = ("DatabaseIsClosedException", "DatabaseNotAvailableException")


def too_long() -> TooLongError:
    """The error for a query that ran into its timeout."""
    return TooLongError("The query was stopped: it ran longer than it may.", do=NARROW)


def full_disk(error: Java) -> UnreachableError | None:
    """The error for what was raised because the disk is full, or None where it was raised for something else."""
    if not any(_FULL in message for _, message in jvm.causes(error)):
        return None
    return UnreachableError("The disk that holds the database is full.", do="Free some room, then do the same again.")


def explained(error: Java, cypher: str = "") -> CrossprobeError:
    """The error for what the engine raised while it ran a text; places are told where they are known in `cypher`."""
    causes = jvm.causes(error)
    names = [name.rpartition(".")[2] for name, _ in causes]
    message = next((each for _, each in reversed(causes) if each), names[-1])
    category = str(jvm.java("com.arcadedb.exception.ErrorCategory").of(error))
    if any(mark in name for name in names for mark in _TOO_LARGE) or any(
        words in message for words in _TOO_LARGE_IN_WORDS
    ):
        return TooLongError("The query was stopped: it needs more memory than the engine allows.", do=NARROW)
    if (full := full_disk(error)) is not None:
        return full
    if category in ("TIMEOUT", "TERMINATED"):
        return too_long()
    if "QueryNotIdempotentException" in names:
        return RefusedQueryError("The text writes, or calls what could write.", do="Only questions are run here.")
    if category == "SECURITY":
        return RefusedQueryError("The text reads a file or an address.", do="Only the database is read here.")
    if any(name in _CLOSED for name in names):
        return UnreachableError("The database was closed.")
    return InvalidQueryError(_readable(_TYPE_NAME.sub("", message), cypher))


def _readable(message: str, cypher: str) -> str:
    place = _PLACE.match(message)
    if place is None:
        return f"The query cannot be run{_where(message, cypher)}: {message}"
    line, column, cause = place.groups()
    return f"The query cannot be run, line {line}, column {int(column) + 1}: {cause}"


def _where(message: str, cypher: str) -> str:
    """Where the variable stands that the engine says is not defined; it says not where."""
    unknown = _UNDEFINED.search(message)
    if unknown is None or not cypher:
        return ""
    from graph.stores.guard.places import place_of

    place = place_of(unknown[1], cypher.removeprefix(EXPLAINING))
    return f", {place}" if place else ""
