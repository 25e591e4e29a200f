"""`crossprobe gaps`."""

from collections import Counter

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def gaps(ctx: typer.Context, known: Known = None, citations: Citations = False) -> None:
    """What do sources leave open: who is unnamed, what is undated, who leads nothing that is stated?

    crossprobe gaps -d crossprobe-demo/articles

    People, groups and forces that are not identified, investigations without a date or a lead body, sources that are
    cited and not held. A decision that two records are one thing closes the gap of either.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result
    from queries.citations import cite_rows
    from queries.gaps import gaps as every_gap
    from queries.gaps import looked_at
    from queries.times import Times

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, among, found, cited = session.read(
            lambda store: (
                holding(store),
                looked_at(store, Times(known=known)),
                found := every_gap(store, Times(known=known)),
                cite_rows(store, ((each.id,) for each in found)) if citations else None,
            ),
            count=lambda answer: len(answer[2]),
            typed={"known": known},
        )
        say_holding(held, session.address)
    if not found and not held.empty:
        say("Nothing that is looked for is missing.")
    missing = Counter(each.kind for each in found)
    for kind, of in among.items() if not held.empty else ():
        say(f"{kind}: {missing[kind]:,} of {of}")
    columns = (
        ("gap", "text"),
        ("id", "id"),
        ("what", "text"),
        ("why", "text"),
        ("source", "text"),
        ("locator", "text"),
    )
    rows = [(each.kind, each.id, each.what, each.why, each.source_id, each.locator) for each in found]
    result = Result(tuple(Column(*each) for each in columns), rows)
    hand_over(with_evidence(result, cited), chosen.to)
