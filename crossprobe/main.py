"""The way in: runs one command and ends with its exit code."""

import os
import signal
import sys
from collections.abc import Sequence


def run() -> None:
    """The `crossprobe` command."""
    _end_as_if_interrupted()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Runs the command line and gives the exit code."""
    if list(arguments) == ["--version"]:  # answered before anything heavy is imported
        from crossprobe.version import version_text

        sys.stdout.write(version_text() + "\n")
        return 0
    from crossprobe import failures

    debug = "--debug" in arguments
    if "--no-color" in arguments:
        os.environ["NO_COLOR"] = "1"
    _never_stumble_over_a_sign()
    try:
        code = _command(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return failures.DONE
    except KeyboardInterrupt:
        return failures.INTERRUPTED
    except Exception as error:
        failures.report(error, debug=debug)
        return failures.exit_code(error)
    return code


def _end_as_if_interrupted() -> None:
    # Asked to end by the system, or by a terminal that was closed: what is half written goes, as it does at Ctrl-C.
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, signal.default_int_handler)


def _command(arguments: Sequence[str]) -> int:
    import typer
    from typer.main import get_command

    from crossprobe.app import app
    from graph.errors import UsageError

    command = get_command(app)
    try:
        with command.make_context("crossprobe", list(arguments)) as context:
            return int(command.invoke(context) or 0)
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        at = getattr(error, "ctx", None)
        said = error.format_message().replace("Value error, ", "", 1)
        raise UsageError(said, do=f"See {at.command_path if at else 'crossprobe'} --help") from None


def _never_stumble_over_a_sign() -> None:
    # A terminal that cannot show a letter gets its escape; an answer never ends in the middle for it.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
