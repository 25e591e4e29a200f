"""`crossprobe load table`, `load check` and `load suggest`: data sets and spreadsheets, by a mapping."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crossprobe.commands.load import COUNTS
from crossprobe.everywhere import Choices, choices
from crossprobe.output.terminal import say

if TYPE_CHECKING:
    from loaders.tables.loading import TableResult

Mapping = Annotated[Path, typer.Argument(metavar="MAPPING", help="The file that says what the tables mean.")]
Data = Annotated[Path, typer.Option("--data", metavar="DIR", help="The folder that holds the files it names.")]
Vocabulary = Annotated[
    list[Path] | None, typer.Option("--vocabulary", metavar="DIR", help="Further vocabularies: a file or a folder.")
]
RejectLimit = Annotated[
    int | None, typer.Option("--reject-limit", metavar="N", help="Store nothing if more rows are rejected.")
]
Replace = Annotated[bool, typer.Option("--replace", help="Correct what is stored of this source.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Read, map and compare everything, and store nothing.")]


def table(
    ctx: typer.Context,
    mapping: Mapping,
    data: Data,
    vocabulary: Vocabulary = None,
    reject_limit: RejectLimit = None,
    replace: Replace = False,
    dry_run: DryRun = False,
) -> int:
    """What do these tables bring in?

    crossprobe load table cases.yaml --data exports/

    crossprobe load table cases.yaml --data exports/ --dry-run

    Every row is accounted for; rejected ones are listed with field and reason. A load that was cut off is finished
    by running it again.
    """
    from crossprobe import asking
    from crossprobe.access_log import Operation
    from crossprobe.clock import now
    from crossprobe.output.bars import bars
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.places import private_folder, state_folder
    from crossprobe.scratch import scratch_folder
    from crossprobe.starting import prepare, remember_start
    from loaders.tables.loading import load_table
    from loaders.tables.mapping_file import read_mapping

    chosen = choices(ctx)
    read = read_mapping(mapping, vocabulary or ())
    rejects = private_folder(state_folder() / "rejects") / f"{read.form.source.id}.jsonl"
    with (
        scratch_folder() as scratch,
        asking.session(chosen, create=not dry_run, loading=True, trying=dry_run) as session,
        bars(quiet=chosen.quiet) as watching,
    ):
        engine, loaded = session.load(
            lambda store: (
                prepare(store),
                load_table(
                    store,
                    read,
                    data,
                    clock=now,
                    rejects_file=rejects,
                    reject_limit=reject_limit,
                    replace=replace,
                    dry_run=dry_run,
                    scratch=scratch,
                    watching=watching,
                ),
            ),
            count=lambda both: both[1].result.account.read,
            operation=Operation.ALTERATION if replace else Operation.COLLECTION,
            typed={"mapping": str(mapping), "data": str(data)},
        )
    whole = loaded.result.account
    accounts = {**loaded.kinds, "all": whole}
    rows = [(name, *(each.row()[count] for count in COUNTS)) for name, each in accounts.items()]
    hand_over(Result.of(("kind", *COUNTS), rows), chosen.to)
    _say_files(loaded, chosen)
    if whole.rejected:
        say(f"{whole.rejected:,} row{'s are' if whole.rejected != 1 else ' is'} rejected: {rejects}")
    if dry_run:
        say("Nothing was stored: this was a dry run.")
    else:
        say(f"Next: crossprobe query list, then crossprobe query run ID{chosen.here}", quiet=chosen.quiet)
    remember_start(engine)
    return 5 if whole.rejected else 0


def check(ctx: typer.Context, mapping: Mapping, vocabulary: Vocabulary = None) -> None:
    """Which mistakes are in this mapping?

    crossprobe load check cases.yaml

    Tells all mistakes at once, each with its line, before any data is read.
    """
    from graph.errors import InvalidInputError
    from loaders.tables.mapping_file import check_mapping

    chosen = choices(ctx)
    problems = check_mapping(mapping, vocabulary or ())
    if problems:
        raise InvalidInputError(problems)
    say(f"No mistakes in {mapping}.", quiet=chosen.quiet)
    say(f"Next: crossprobe load table {mapping} --data DIR --dry-run", quiet=chosen.quiet)


def suggest(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Tables of one source, in one folder.")],
) -> None:
    """How does a mapping for these files begin?

    crossprobe load suggest exports/cases.csv > cases.yaml

    Guesses by the names of columns and by their values, with comments that say why. It is a beginning: read every line
    and finish it; then: crossprobe load check.
    """
    from loaders.tables.suggesting.writing import suggested

    sys.stdout.write(suggested(files))
    say("Next: finish it, then crossprobe load check FILE", quiet=choices(ctx).quiet)


def _say_files(loaded: "TableResult", chosen: Choices) -> None:
    if not loaded.files:
        say("The files, the mapping and the vocabularies are those of the last load.", quiet=chosen.quiet)
    for name, each in loaded.files.items():
        excluded = "".join(f", {count:,} excluded as {rule}" for rule, count in each.excluded.items())
        said = f"{name}: {each.read:,} rows read, {each.used:,} used{excluded}, {each.rejected:,} rejected"
        say(said, quiet=chosen.quiet)
