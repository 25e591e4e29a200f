"""`crossprobe query new`, `check` and `import`: saved queries of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import say


def new(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to begin: ID.yaml; it must not be there yet.")],
) -> None:
    """How do I keep a question of my own, so that anybody can ask it again?

    crossprobe query new officers-by-name.yaml

    Writes a commented saved query that runs: change it, and check it.
    """
    from crossprobe.output.files import written_whole
    from graph.errors import UsageError
    from queries.importing import id_of, skeleton

    chosen = choices(ctx)
    if file.name != f"{id_of(file)}.yaml":
        raise UsageError(
            f"{file.name} is no name for a saved query.", do=f"Its id is its name: call it {id_of(file)}.yaml."
        )
    with written_whole(file, force=False) as out:
        out.write(skeleton(id_of(file)))
    say(f"{file} is begun. Next: crossprobe query check {file}", quiet=chosen.quiet)


def check(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Saved queries.")],
) -> None:
    """Which mistakes are in this saved query, and does it run?

    crossprobe query check officers-by-name.yaml

    Tells all mistakes of its form at once, each with its line; then asks it, reading only, of the invented world, or of
    the database that -d names.
    """
    from crossprobe.trial import trial
    from graph.errors import InvalidInputError
    from queries.checking import read_query
    from queries.trying import problems_of

    chosen = choices(ctx)
    queries = [(read_query(file), file.name) for file in files]
    with trial(chosen) as session:
        problems = session.read(
            lambda store: [each for query, name in queries for each in problems_of(store, query, name)], count=len
        )
    if problems:
        raise InvalidInputError(problems)
    for query, _ in queries:
        say(f"No mistakes in {query.id}.", quiet=chosen.quiet)
    say(f"Next: crossprobe query run {queries[0][0].id} --catalogue {files[0].parent}", quiet=chosen.quiet)


def import_files(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Cypher texts, one question a file.")],
) -> None:
    """How do my Cypher files become saved queries?

    crossprobe query import old-question.cypher

    Writes ID.yaml beside each file: the columns from an answer, the parameters from the text, and TO DO where only a
    person knows. The text itself stays as it is, and only reads.
    """
    from crossprobe.output.files import written_whole
    from crossprobe.reading import text_of
    from crossprobe.trial import trial
    from queries.checking import parameters_in
    from queries.importing import id_of, imported

    chosen = choices(ctx)
    texts = [(file, text_of(file)) for file in files]
    with trial(chosen) as session:
        made = session.read(
            lambda store: [
                imported(file, text, store.read_untrusted(text, dict.fromkeys(parameters_in(text)), row_limit=1_000))
                for file, text in texts
            ],
            count=len,
        )
    for file, yaml in zip(files, made, strict=True):
        to = file.with_name(f"{id_of(file)}.yaml")
        with written_whole(to, force=False) as out:
            out.write(yaml)
        say(f"{to} is written. Next: fill in what says TO DO, then crossprobe query check {to}", quiet=chosen.quiet)
