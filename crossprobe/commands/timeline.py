"""`crossprobe timeline`."""

from typing import Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def timeline(
    ctx: typer.Context,
    record: Annotated[str, typer.Argument(metavar="ID", help="A record: its id, the start of it, or its name.")],
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """What happened about this, in order of time, and what has no date?

    crossprobe timeline k7q2m-4xd9h

    Dates keep the precision their source gives; what is undated stands at the end. Records that decisions hold to be
    the same thing are read as one.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from graph.vocabulary import label_of
    from queries import timeline as timelines
    from queries.citations import cite_rows
    from queries.lookup import find_record
    from queries.showing import STATEMENTS_READ

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, told, cited = session.read(
            lambda store: (
                holding(store),
                found := timelines.timeline(store, find_record(store, record).id, label_of, at=at, known=known),
                cite_rows(store, ((each.stated_id,) for each in found.events)) if citations else None,
            ),
            count=lambda answer: len(answer[1].events),
            typed={"record": record},
        )
        say_holding(held, session.address)
    events = told.events
    if told.cut:
        say(f"Only {STATEMENTS_READ} statements each way of a record are read, and there are more: this is not all.")
    undated = sum(each.start is None and each.end is None for each in events)
    if undated:
        say(f"{undated} of {len(events)} carry no date and stand at the end.", quiet=chosen.quiet)
    columns = ("from", "to", "what", "source", "locator", "said_by", "id")
    rows = [
        (each.start, each.end, each.what, each.source_id, each.locator, each.said_by, each.record_id) for each in events
    ]
    hand_over(with_evidence(Result.of(columns, rows), cited), chosen.to)
