"""`crossprobe path`."""

import sys
from dataclasses import astuple
from typing import Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say
from graph.model.routes import LIMIT

_END = "A person, an investigation or a group: the id, the start of it, or the name."


def path(
    ctx: typer.Context,
    start: Annotated[str, typer.Argument(metavar="A", help=_END)],
    end: Annotated[str, typer.Argument(metavar="B", help=_END)],
    links: Annotated[int, typer.Option("--links", min=1, max=9, metavar="N", help="At most so many.")] = LIMIT,
    through_hubs: Annotated[
        bool, typer.Option("--through-forces", help="Also go through forces and other bodies.")
    ] = False,
    stated_only: Annotated[
        bool, typer.Option("--stated-only", help="Only over what sources state as fact, not over what is alleged.")
    ] = False,
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """Why are these two linked, and who says so?

    crossprobe path k7q2m-4xd9h n3v8c-0t5be

    What a source denies is said first, and no route goes over it. A further route goes through none of the things that
    the ones before go through.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import Format, hand_over
    from crossprobe.output.result import Result
    from crossprobe.routes_told import COLUMNS, lines_of, routes_text
    from graph.ids import short
    from graph.routes import Asked
    from graph.vocabulary import label_of
    from queries.citations import cite_rows
    from queries.connecting import ENDS, connect
    from queries.lookup import find_record
    from queries.times import Times

    chosen = choices(ctx)
    asked = Asked(limit=links, through_hubs=through_hubs, stated_only=stated_only)
    with asking.session(chosen) as session:
        held, first, last, connection, lines, cited = session.read(
            lambda store: (
                holding(store),
                first := find_record(store, start, ENDS).id,
                last := find_record(store, end, ENDS).id,
                found := connect(store, first, last, asked, Times(at, known)),
                told := lines_of(found, label_of),
                cite_rows(store, ((each.id,) for each in told)) if citations else None,
            ),
            count=lambda answer: len(answer[3].routes),
            typed={"from": start, "to": end, "at": at, "known": known},
        )
        say_holding(held, session.address)
    if at or known:
        say("Who is held to be one person, and what to be one case, is as decided today.")
    if chosen.to.form is Format.TABLE and chosen.to.file is None:
        sys.stdout.write(routes_text(connection, lines, label_of) if lines else "")
    else:
        hand_over(with_evidence(Result.of(COLUMNS, [astuple(each) for each in lines]), cited), chosen.to)
    sys.stdout.flush()  # a denial stands before what is said of routes
    if not connection.routes:
        say(f"No route of at most {links} links is held between {short(first)} and {short(last)}.")
    if not connection.routes and not through_hubs:
        say("Next: --links 6 looks further, --through-forces also through forces and bodies.", quiet=chosen.quiet)
