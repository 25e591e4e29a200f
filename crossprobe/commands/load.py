"""`crossprobe load`: how facts come in, and out again."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import confirmed, say
from crossprobe.vocabularies import Folders, vocabularies_with

if TYPE_CHECKING:
    from graph.loads.account import LoadResult

COUNTS = ("read", "new", "changed", "moved", "unchanged", "excluded", "rejected", "gone")


def casebook(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Casebooks, or folders of them.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Correct what is stored of these sources, and say what changed.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
    vocabulary: Folders = None,
) -> int:
    """What do these casebooks bring in?

    crossprobe load casebook article.yaml

    crossprobe load casebook articles/ --dry-run

    Each casebook is loaded whole or not at all; the same one again changes nothing.
    """
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.clock import now
    from crossprobe.commands.casebook import files_in
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.starting import prepare, remember_start
    from loaders.casebooks.loading import load_casebooks

    chosen = choices(ctx)
    files = files_in(paths)
    vocabularies = vocabularies_with(vocabulary)
    with asking.session(chosen, create=not dry_run, trying=dry_run) as session:
        engine, results = session.load(
            lambda store: (
                prepare(store),
                load_casebooks(store, files, now=now(), replace=replace, dry_run=dry_run, vocabularies=vocabularies),
            ),
            count=lambda both: sum(each.account.read for each in both[1]),
            operation=Operation.ALTERATION if replace else Operation.COLLECTION,
            typed={"files": [str(each) for each in files]},
        )
    if replace or dry_run:
        _say_changes(results)
    counts = [each.account.row() for each in results]
    rows = [(each.source_id, *(count[name] for name in COUNTS)) for each, count in zip(results, counts, strict=True)]
    if len(rows) > 1:
        rows.append(("all", *(sum(count[name] for count in counts) for name in COUNTS)))
    hand_over(Result.of(("source", *COUNTS), rows), chosen.to)
    if dry_run:
        say("Nothing was stored: this was a dry run.")
    else:
        say(f"Next: crossprobe query list, then crossprobe query run ID{chosen.here}", quiet=chosen.quiet)
    remember_start(engine)
    return 5 if any(each.account.rejected for each in results) else 0


def list_loads(ctx: typer.Context) -> None:
    """What was loaded, when, and what became of it?

    crossprobe load list
    """
    from crossprobe import asking
    from crossprobe.holding import holding, say_holding
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Column, Result
    from graph.loads.states import loads

    chosen = choices(ctx)
    with asking.session(chosen) as session:
        held, found = session.read(lambda store: (holding(store), loads(store)), count=lambda both: len(both[1]))
        say_holding(held, session.address)
    types = {"source": "text", "loader": "text", "state": "text", "started": "time", "finished": "time"}
    types |= {**dict.fromkeys(COUNTS, "integer"), "digest": "digest"}
    rows = [tuple({**each, "source": each["of_source"]}.get(name) for name in types) for each in found]
    hand_over(Result(tuple(Column(*each) for each in types.items()), rows), chosen.to)


def remove(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="The source's id, as `load list` shows it.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; sealed into the access log.")],
) -> None:
    """How is a source taken out again?

    crossprobe load remove echo-2023 --why "withdrawn by the publisher"

    Everything it stated goes, and nothing that others state. Decisions about its records stay and wait for them.
    """
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.clock import now
    from graph.errors import UsageError
    from graph.loads.removing import remove_source

    chosen = choices(ctx)
    if not confirmed(f"Take everything that {source} states out of the database?", yes=chosen.yes):
        raise UsageError("Nothing was removed.", do="Agree when asked, or give --yes.")
    with asking.session(chosen) as session:
        removed = session.load(
            lambda store: remove_source(store, source, now=now()),
            count=lambda gone: gone.records + gone.statements,
            operation=Operation.ERASURE,
            typed={"source": source, "why": why},
        )
    cited = " Other sources cite it, so it is still known." if removed.still_cited else ""
    say(f"{source}: {removed.records} records and {removed.statements} statements are gone.{cited}", quiet=chosen.quiet)


def _say_changes(results: "list[LoadResult]") -> None:
    from graph.ids import quoted

    for result in results:
        for each in result.changes:
            differs = "; ".join(f"{name}: {old!r} -> {new!r}" for name, (old, new) in each.differs.items())
            say(f"{each.fate} {each.what} {quoted(each.id)} ({each.locator}){': ' if differs else ''}{differs}")
