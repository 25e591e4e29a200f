"""`crossprobe cypher`."""

from pathlib import Path
from typing import Annotated

import typer

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
    citations: Annotated[
        bool, typer.Option("--citations", help="Add a column with what states the records and statements of each row.")
    ] = False,
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
    from queries.citations import cite, ids_in

    if explain:
        _explain(ctx, text, timeout)
        return
    chosen = choices(ctx)
    typed = text_of(Path("-")) if text == "-" else text
    with pointing_out(typed), asking.session(chosen) as session:
        seconds = timeout or session.settings.timeout
        held, answer = session.read(
            lambda store: (holding(store), store.read_untrusted(typed, timeout=seconds, row_limit=limit)),
            count=lambda both: len(both[1].rows),
            typed={"cypher": typed},
        )
        say_holding(held, session.address)
        named = [sorted(ids_in(row)) for row in answer.rows] if citations else []
        cited = (
            session.read(lambda store: cite(store, {one for ids in named for one in ids}), count=len) if named else {}
        )
    if answer.cut:
        say(f"Only the first {limit:,} rows are shown: there are more. Narrow it, or raise --limit.")
    columns, rows = answer.columns, answer.rows
    if citations:
        columns = (*columns, "evidence")
        rows = [(*row, [str(cited[one]) for one in ids if one in cited]) for row, ids in zip(rows, named, strict=True)]
    result = Result.of(columns, rows)
    hand_over(result, chosen.to)


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
