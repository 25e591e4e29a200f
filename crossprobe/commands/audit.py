"""`crossprobe audit`: who looked at what and why, and whether the log still says all of it."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from crossprobe.log_chain import Standing

Logs = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE...", help="Logs of several users of one database; else your own.")
]
Noted = Annotated[
    list[str] | None,
    typer.Option("--noted", metavar="TEXT", help="Where a log stood, as a page or file names it (access_log)."),
]


def list_looks(ctx: typer.Context) -> None:
    """Who looked at what, when and why?

    crossprobe audit list

    One row a call, with what was typed in clear; only the holder of the log's key can read that.
    """
    from crossprobe import asking
    from crossprobe.log_reading import looks
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        found = session.read_log(lambda log, key: list(looks(log.path, key)), count=len)
    columns = {"line": "integer", "time": "time", "user": "text", "operation": "text", "command": "text"}
    columns |= {"query": "text", "count": "integer", "failed": "text", "typed": "text"}
    rows = []
    for each in found:
        values = {
            **each.answered,
            **each.asked,
            "typed": json.dumps(each.typed, ensure_ascii=False) if each.typed else None,
        }
        rows.append(tuple(values.get(name) for name in columns))
    hand_over(Result(tuple(Column(*each) for each in columns.items()), rows), chosen.to)


def export(ctx: typer.Context) -> None:
    """How do I give the log to a regulator?

    crossprobe audit export -o log.jsonl

    Every line as it stands, chain included, with what was typed in clear beside its seal.
    """
    from crossprobe import asking
    from crossprobe.log_reading import unsealed_lines
    from crossprobe.output.handing import Format, hand_over_lines
    from graph.errors import UsageError

    chosen = choices(ctx)
    if chosen.to.form not in (Format.TABLE, Format.JSONL):
        raise UsageError("The log is JSON lines.", do="Leave out --format.")
    with asking.session(chosen) as session:
        lines = session.read_log(lambda log, key: list(unsealed_lines(log.path, key)), count=len)
    hand_over_lines(lines, chosen.to)


def verify(ctx: typer.Context, logs: Logs = None, noted: Noted = None) -> int:
    """Was the log changed, cut, or put in another order?

    crossprobe audit verify

    Compares the chain of the log with itself and with where it stood at the last load, decision or erasure of the
    database. What the owner of the account rewrote with everything after it is found only by a standing noted since.
    """
    from crossprobe import asking
    from crossprobe.log_chain import broken, log_id
    from crossprobe.log_reading import raw_lines
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from graph.errors import NotFoundError
    from graph.log_standings import noted as noted_in

    chosen = choices(ctx)
    standings = _standings(noted or [])
    with asking.session(chosen) as session:
        try:
            standings += _standings(session.read(noted_in, count=len))
        except NotFoundError:
            if chosen.database:
                raise
            say("Compared with no database: that the end of a log is missing is found by what others noted of it.")
        files = logs or [session.log_path]
    rows, known = [], set()
    for file in files:
        lines = raw_lines(file)
        known.add(log_id(lines[0] if lines else b""))
        rows += [(str(file), each.line, each.what) for each in broken(lines, standings)]
    hand_over(Result.of(("log", "line", "what"), rows), chosen.to)
    for each in standings:
        if each.log not in known:
            say(f"The log {each.log} ({each.length} lines when it last changed the database) is not among these.")
    say("Not as it was written." if rows else f"Whole: {', '.join(str(each) for each in files)}", quiet=chosen.quiet)
    return 1 if rows else 0


def _standings(texts: list[str]) -> "list[Standing]":
    from crossprobe.log_chain import Standing
    from graph.errors import UsageError

    try:
        return [Standing.read(each) for each in texts]
    except ValueError:
        raise UsageError("This says of no log where it stood.", do="Copy access_log from the page or file.") from None
