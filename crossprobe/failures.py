"""What a person sees when something goes wrong, and the code the command ends with."""

import sys
import traceback

from crossprobe.output.terminal import harmless
from graph.errors import CrossprobeError, InvalidInputError, NotFoundError, UnreachableError, UsageError

DONE, ERROR, USAGE, MISSING, UNREACHABLE, REJECTS, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
"""The exit codes a command ends with; README and docs name them."""


def exit_code(error: Exception) -> int:
    """The code a command ends with after `error`."""
    match error:
        case UsageError():
            return USAGE
        case NotFoundError():
            return MISSING
        case UnreachableError():
            return UNREACHABLE
    return ERROR


def report(error: Exception, *, debug: bool) -> None:
    """Says on standard error what is wrong and what to do; where it came from only with --debug, values never."""
    if debug:
        traceback.print_exception(error, file=sys.stderr)
        return
    if isinstance(error, InvalidInputError):
        lines = str(error)
    elif isinstance(error, CrossprobeError):
        lines = "\n".join(line for line in (error.what, error.do) if line)
    else:
        lines = (
            f"Something went wrong inside crossprobe: {type(error).__name__}.\nRun it again with --debug to see where."
        )
    sys.stderr.write(harmless(lines) + "\n")
