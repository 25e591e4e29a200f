"""`crossprobe cypher`."""

from pathlib import Path
from typing import Annotated

import typer

from crossprobe.commands.citations import Citations, with_evidence
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def cypher(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A Cypher text that reads, or - for standard input.")],
    timeout: Annotated[
        float | None, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Stop it after so long.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many rows.")] = 10_000,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print how the database would answer, without asking it.")
    ] = False,
    citations: Citations = False,
) -> None:
    """What does my own Cypher find?

    crossprobe cypher "MATCH (o:Officer) RETURN o.id, o.name ORDER BY o.name"

    Reading only: a text that could write, read a file or meddle is refused before anything runs. Count and group by
    canonical_id; quote ids.
    """
    from crossprobe import asking
    from crossprobe.complaints import pointing_out
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.reading import text_of
    from queries.citations import cite_rows, ids_in
    from queries.unknown_names import unknown_names

    if explain:
        _explain(ctx, text, timeout)
        return
    chosen = choices(ctx)
    typed = text_of(Path("-")) if text == "-" else text
    with pointing_out(typed), asking.session(chosen) as session:
        seconds = timeout or session.settings.timeout
        held, answer, cited = session.read(
            lambda store: (
                holding(store),
                found := store.read_untrusted(typed, timeout=seconds, row_limit=limit),
                cite_rows(store, map(ids_in, found.rows)) if citations else None,
            ),
            count=lambda both: len(both[1].rows),
            typed={"cypher": typed},
        )
        say_holding(held, session.address)
    for each in unknown_names(typed):
        say(each)
    if answer.cut:
        say(f"Only the first {limit:,} rows are shown: there are more. Narrow it, or raise --limit.")
    hand_over(with_evidence(Result.of(answer.columns, answer.rows), cited), chosen.to)


def _explain(ctx: typer.Context, text: str, timeout: float | None) -> None:
    import sys

    from crossprobe import asking
    from crossprobe.complaints import pointing_out
    from crossprobe.output.terminal import harmless
    from crossprobe.reading import text_of

    chosen = choices(ctx)
    typed = text_of(Path("-")) if text == "-" else text
    with pointing_out(typed), asking.session(chosen) as session:
        seconds = timeout or session.settings.timeout
        plan = session.read(
            lambda store: store.plan_untrusted(typed, timeout=seconds), count=lambda _: 0, typed={"cypher": typed}
        )
    sys.stdout.write(harmless(plan) + "\n")
