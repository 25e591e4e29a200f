"""Every error a person can meet: one root, and a message that says what is wrong, where, and what to do."""

from dataclasses import dataclass


class CrossprobeError(Exception):
    """The root. `what` is one line of cause, `do` one line of what to do about it; neither holds a traceback."""

    def __init__(self, what: str, *, do: str = "") -> None:
        super().__init__(what if not do else f"{what}\n{do}")
        self.what = what
        self.do = do


class UsageError(CrossprobeError):
    """The call itself is wrong: an unknown option value, an ambiguous id, a missing parameter."""


class NotFoundError(CrossprobeError):
    """A named thing (record, query, source, decision, file) does not exist."""


class UnreachableError(CrossprobeError):
    """The database cannot be opened: held by another process, not running, or the login was refused."""


class RefusedQueryError(CrossprobeError):
    """A Cypher text that could write, read a file, reach the network or meddle. Nothing was run."""


class InvalidQueryError(CrossprobeError):
    """A Cypher text the engine cannot parse or run (unknown variable, wrong type)."""


class TooLongError(CrossprobeError):
    """A query was stopped at its timeout or asked for more than the engine's memory allows. The next query works."""


class LoadError(CrossprobeError):
    """A load cannot start or go on: another load holds the lease, another digest of the same source is stored."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an input file. `line` counts from 1 (0: the whole file); `path` is the place inside it."""

    file: str
    line: int
    path: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        inside = f" {self.path}:" if self.path else ""
        hint = f" ({self.allowed})" if self.allowed else ""
        return f"{place}:{inside} {self.what}{hint}"


class InvalidInputError(CrossprobeError):
    """An input file has mistakes; all of them are listed. `so` says what follows for who wanted more than a check."""

    def __init__(self, problems: "list[Problem]", *, so: str = "") -> None:
        count = len(problems)
        head = f"{count} mistake{'s' if count != 1 else ''}" + (f"; {so}" if so else "")
        super().__init__("\n".join([head, *(str(problem) for problem in problems)]))
        self.problems = problems


class InvalidValueError(CrossprobeError, ValueError):
    """One value that cannot be: no such day, no such code, a property the model does not know."""
