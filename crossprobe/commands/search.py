"""`crossprobe search`."""

from typing import Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def search(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Part of a name or of a description.")],
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many hits.")] = 50,
    citations: Citations = False,
) -> None:
    """Who or what of that name is held here?

    crossprobe search "o'neill"

    Case, accents and punctuation do not matter. People of one name are told apart by force and source.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from graph.ids import short
    from queries import searching
    from queries.citations import cite_rows

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, (hits, more), cited = session.read(
            lambda store: (
                holding(store),
                found := searching.search(store, text, limit=limit),
                cite_rows(store, ((each.id,) for each in found[0])) if citations else None,
            ),
            count=lambda answer: len(answer[1][0]),
            typed={"text": text},
        )
        say_holding(held, session.address)
    if more:
        say(f"There are more than {limit} hits: give more of the name, or --limit.")
    if not hits and not held.empty:
        say(f"Nothing held here has {text!r} in its name or description.")
    columns = ("hit", "id", "called", "force", "source", "locator", "same_as")
    rows = [
        (number, each.id, each.called, list(each.forces), each.source_id, each.locator, each.same_as)
        for number, each in enumerate(hits, start=1)
    ]
    hand_over(with_evidence(Result.of(columns, rows), cited), chosen.to)
    if hits:
        say(f"Next: crossprobe show {short(hits[0].id)}{chosen.here}", quiet=chosen.quiet)
