"""`crossprobe link suggest` and `link list`: what may be one thing, and what waits for a person."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from graph.identity.waiting import Waiting


def suggest(
    ctx: typer.Context,
    accept: Annotated[
        float | None,
        typer.Option("--accept", metavar="P", help="Link what is at least so probable, 0.8 or more, without a person."),
    ] = None,
) -> None:
    """Which records may be one person, one group, one investigation?

    crossprobe link suggest

    crossprobe link suggest --accept 0.99

    Only what was loaded since the last time is compared. A suggestion links nothing. With --accept the likeliest
    become decisions that name model and inputs, never against a conflict or somebody's decision.
    """
    from crossprobe import asking
    from crossprobe.clock import now
    from crossprobe.scratch import scratch_folder
    from graph.identity import suggesting
    from graph.identity.waiting import waiting

    chosen = choices(ctx)
    if accept is not None:
        suggesting.check_accepted(accept)
    with scratch_folder() as scratch, asking.session(chosen) as session:
        made = session.decide(
            lambda store: suggesting.suggest(store, at=now(), scratch=scratch),
            count=lambda done: sum(done.made.values()),
        )
        accepted = (
            session.decide(
                lambda store: suggesting.accept(store, accept, by=getpass.getuser(), at=now()),
                count=len,
                typed={"accept": accept},
            )
            if accept is not None
            else []
        )
        left = session.read(waiting, count=len)
    if made.new_sources:
        told = ", ".join(f"{count:,} by {model}" for model, count in made.made.items())
        say(f"{len(made.new_sources):,} sources compared with all others: {told}.", quiet=chosen.quiet)
    else:
        say("Nothing was loaded since the last time.", quiet=chosen.quiet)
    if accept is not None:
        say(f"{len(accepted):,} pairs are linked: their probability is {accept:g} or more.", quiet=chosen.quiet)
    changing = sum(each.change != 0 for each in left)
    say(
        f"{len(left):,} suggestions wait for a person, {changing:,} of which would change how many officers recur: "
        f"crossprobe link review --changes{chosen.here}",
        quiet=chosen.quiet,
    )


def list_suggestions(
    ctx: typer.Context,
    changes: Annotated[
        bool, typer.Option("--changes", help="First those that would change how many officers recur.")
    ] = False,
    citations: Citations = False,
) -> None:
    """Which suggestions wait for a person, and which would change an answer?

    crossprobe link list --changes

    `recurring` is how many more officers would be subjects of two separate investigations if the two were one.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result
    from graph.identity.waiting import waiting
    from queries.citations import cite_rows

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, found, cited = session.read(
            lambda store: (
                holding(store),
                found := waiting(store, changes_first=changes),
                cite_rows(store, (each.suggestion.pair for each in found)) if citations else None,
            ),
            count=lambda answer: len(answer[1]),
        )
        say_holding(held, session.address)
    columns = tuple(Column(*each) for each in _COLUMNS.items())
    hand_over(with_evidence(Result(columns, [_row(each) for each in found]), cited), chosen.to)
    if found:
        say(f"Decide on them with: crossprobe link review{chosen.here}", quiet=chosen.quiet)


_COLUMNS = {
    "suggestion": "id",
    "left": "id",
    "right": "id",
    "left_name": "text",
    "right_name": "text",
    "left_source": "text",
    "right_source": "text",
    "score": "number",
    "recurring": "integer",
    "conflict": "boolean",
    "reasons": "texts",
    "against": "texts",
    "model": "text",
}


def _row(waiting: "Waiting") -> tuple[object, ...]:
    from graph.ids import prefix_of
    from graph.model import LABEL_OF_PREFIX
    from graph.sentences import called

    told = waiting.suggestion
    names = [called(LABEL_OF_PREFIX[prefix_of(each["id"])], each) for each in (waiting.left, waiting.right)]
    sources = [each.get("source_id") for each in (waiting.left, waiting.right)]
    pair = (told.id, told.left_id, told.right_id, *names, *sources)
    return (*pair, told.score, waiting.change, told.conflict, list(told.reasons), list(told.against), told.model)
