"""`crossprobe show`."""

import sys
from typing import Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def show(
    ctx: typer.Context,
    record: Annotated[str, typer.Argument(metavar="ID", help="A record: its id, the start of it, or its name.")],
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """What is held about this, and who says so?

    crossprobe show k7q2m-4xd9h

    The record as its source states it, then every statement that touches it, as a sentence with its source; then
    what was decided, denied or suggested about it.
    """
    from crossprobe import asking
    from crossprobe.account import account_text, lines_of
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import Format, hand_over
    from crossprobe.output.result import Result
    from graph.ids import short
    from graph.vocabulary import label_of
    from queries import showing
    from queries.citations import cite_rows
    from queries.lookup import find_record

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, shown, lines, cited = session.read(
            lambda store: (
                holding(store),
                found := showing.show(store, find_record(store, record).id, at=at, known=known),
                told := lines_of(found, label_of),
                cite_rows(store, ((each.id,) for each in told)) if citations else None,
            ),
            count=lambda answer: 1 + len(answer[1].statements),
            typed={"record": record},
        )
        say_holding(held, session.address)
    if shown.cut:
        say(f"Only the first {showing.STATEMENTS_READ} statements each way are shown.")
    if chosen.to.form is Format.TABLE and chosen.to.file is None:
        sys.stdout.write(account_text(shown, lines))
    else:
        columns = ("part", "text", "source", "locator", "said_by", "status", "id")
        rows = [
            (each.part, each.text, each.source_id, each.locator, each.said_by, each.status, each.id) for each in lines
        ]
        hand_over(with_evidence(Result.of(columns, rows), cited), chosen.to)
    say(f"Next: crossprobe timeline {short(shown.properties['id'])}{chosen.here}", quiet=chosen.quiet)
