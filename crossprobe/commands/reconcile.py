"""`crossprobe reconcile`."""

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def reconcile(ctx: typer.Context, at: At = None, known: Known = None, citations: Citations = False) -> None:
    """Which published totals do not match the cases I hold?

    crossprobe reconcile -d crossprobe-demo/world

    Counts under each total's own definition: its force, its period with first and last day, its unit and population.
    What is held is the fewest and the most it can be; difference is published minus held. Most totals cannot be
    compared, and each says why.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result
    from queries.citations import cite_rows
    from queries.reconciling import reconcile as every_total
    from queries.times import Times

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, found, cited = session.read(
            lambda store: (
                holding(store),
                found := every_total(store, Times(at, known)),
                cite_rows(store, ((each.id,) for each in found)) if citations else None,
            ),
            count=lambda answer: len(answer[1]),
            typed={"at": at, "known": known},
        )
        say_holding(held, session.address)
    compared = sum(each.held is not None for each in found)
    if found:
        say(f"{compared} of {len(found)} published totals can be compared with the cases held.")
        say("What is held is not all there is: fewer held than published is no contradiction by itself.")
    elif not held.empty:
        say("No published total is held.")
    columns = (
        ("id", "id"),
        ("measure", "text"),
        ("of", "text"),
        ("period", "text"),
        ("published", "text"),
        ("held", "text"),
        ("difference", "text"),
        ("verdict", "text"),
        ("why_not", "text"),
        ("source", "text"),
        ("locator", "text"),
        ("said_by", "text"),
    )
    rows = [
        (
            each.id,
            each.measure,
            each.whose,
            each.period,
            each.stated,
            _interval(each.held),
            _interval(each.difference),
            each.verdict,
            each.why_not or None,
            each.source_id,
            each.locator,
            each.said_by,
        )
        for each in found
    ]
    result = Result(tuple(Column(*each) for each in columns), rows)
    hand_over(with_evidence(result, cited), chosen.to)


def _interval(ends: tuple[float | None, float | None] | None) -> str | None:
    if ends is None:
        return None
    low, high = ("?" if each is None else f"{each:,.0f}" for each in ends)
    return low if low == high else f"{low} to {high}"
