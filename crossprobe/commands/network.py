"""`crossprobe network`: whole-graph questions about who is investigated together."""

from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from queries.networks_told import Kind

Threshold = Annotated[
    int, typer.Option("--threshold", min=1, metavar="N", help="Investigations together that make a pair.")
]


def pairs(
    ctx: typer.Context,
    threshold: Threshold = 2,
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """Who is investigated together with whom, how often, and out of how many?

    crossprobe network pairs

    crossprobe network pairs --threshold 3 --format csv -o pairs.csv

    large counts, among the investigations together, those of ten subjects or more; first and last are when they began.
    """
    _tell(ctx, "pairs", threshold, at, known, citations=citations)


def communities(
    ctx: typer.Context,
    threshold: Threshold = 2,
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """Which people are more often investigated among each other than with others?

    crossprobe network communities

    The same data gives the same communities. hang_together is how many people are linked with them at all.
    """
    _tell(ctx, "communities", threshold, at, known, citations=citations)


def brokers(
    ctx: typer.Context,
    threshold: Threshold = 2,
    at: At = None,
    known: Known = None,
    citations: Citations = False,
) -> None:
    """Without whom would people who are investigated together fall apart into separate groups?

    crossprobe network brokers

    without_them holds the sizes of the groups that would be left.
    """
    _tell(ctx, "brokers", threshold, at, known, citations=citations)


def _tell(
    ctx: typer.Context, kind: "Kind", threshold: int, at: str | None, known: str | None, *, citations: bool
) -> None:
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import Format, hand_over
    from crossprobe.output.result import Column, Result
    from queries.citations import cite_rows
    from queries.networks import network
    from queries.times import Times

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, found, cited = session.read(
            lambda store: (
                holding(store),
                found := network(store, kind, threshold, Times(at, known), with_statements=citations),
                cite_rows(store, found.rests_on) if citations else None,
            ),
            count=lambda answer: len(answer[1].rows),
            typed={"threshold": threshold, "at": at, "known": known},
        )
        say_holding(held, session.address)
    for note in found.notes:
        say(note)
    if not found.rows and not held.empty:
        say(found.no_rows)
    if found.rows or chosen.to.form is not Format.TABLE or chosen.to.file:
        result = Result(tuple(Column(*each) for each in found.columns), found.rows)
        hand_over(with_evidence(result, cited), chosen.to)
