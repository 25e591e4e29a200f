"""`crossprobe conflicts`."""

from collections import Counter

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.commands.dates import At, Known
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def conflicts(ctx: typer.Context, at: At = None, known: Known = None, citations: Citations = False) -> None:
    """Which statements about one thing contradict each other, and where does each stand?

    crossprobe conflicts -d crossprobe-demo/world

    crossprobe conflicts -o conflicts.xlsx -d crossprobe-demo/world

    Dates contradict each other only where neither is the other said more coarsely. Which of the two is right, nothing
    here says; what a source denies outright stands in: crossprobe query run denied-links. How many there are of each
    property is said first: where much is held they may be thousands.
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result
    from queries.citations import cite_rows
    from queries.conflicts import conflicts as every_conflict
    from queries.times import Times

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, found, cited = session.read(
            lambda store: (
                holding(store),
                found := every_conflict(store, Times(at, known)),
                cite_rows(store, ((each.one.id, each.other.id) for each in found)) if citations else None,
            ),
            count=lambda answer: len(answer[1]),
            typed={"at": at, "known": known},
        )
        say_holding(held, session.address)
    if not found and not held.empty:
        say("Nothing held contradicts anything else that is compared.")
    for name, number in Counter(each.property for each in found).most_common():
        say(f"{name}: {number:,}")
    columns = (
        ("about", "text"),
        ("property", "text"),
        ("one", "code"),
        ("one_stands", "text"),
        ("other", "code"),
        ("other_stands", "text"),
        ("one_id", "id"),
        ("other_id", "id"),
    )
    rows = [
        (
            each.about,
            each.property,
            each.one.value,
            str(each.one),
            each.other.value,
            str(each.other),
            each.one.id,
            each.other.id,
        )
        for each in found
    ]
    result = Result(tuple(Column(*each) for each in columns), rows)
    hand_over(with_evidence(result, cited), chosen.to)
