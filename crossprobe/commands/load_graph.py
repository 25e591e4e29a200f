"""`crossprobe load graph`: what was taken out of one database, into another."""

from pathlib import Path
from typing import Annotated

import typer

from crossprobe.commands.load import COUNTS
from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def graph(
    ctx: typer.Context,
    exported: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines that `export` wrote, not redacted.")],
) -> None:
    """How do I bring back what was exported?

    crossprobe load graph all.jsonl -d another

    Every source comes back as it was stated, with its loads and the decisions; the file's digest is checked first.
    """
    from crossprobe import asking
    from crossprobe.clock import now
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.scratch import scratch_folder
    from crossprobe.starting import prepare, remember_start
    from loaders.graphs.loading import load_graph

    chosen = choices(ctx)
    with scratch_folder() as scratch, asking.session(chosen, create=True, loading=True) as session:
        engine, results = session.load(
            lambda store: (prepare(store), load_graph(store, exported, clock=now, scratch=scratch)),
            count=lambda both: sum(each.account.read for each in both[1]),
            typed={"file": str(exported)},
        )
    rows = [(each.source_id, *(each.account.row()[name] for name in COUNTS)) for each in results]
    hand_over(Result.of(("source", *COUNTS), rows), chosen.to)
    say(f"Next: crossprobe query list, then crossprobe query run ID{chosen.here}", quiet=chosen.quiet)
    remember_start(engine)
