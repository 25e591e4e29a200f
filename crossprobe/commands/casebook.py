"""`crossprobe casebook`: writing down what a source states, and checking it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.output.terminal import say
from crossprobe.vocabularies import Folders, vocabularies_with


def new(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The casebook to begin; it must not be there yet.")],
) -> None:
    """How do I begin to write down what an article states?

    crossprobe casebook new article.yaml

    crossprobe casebook new article.xlsx

    Writes a commented skeleton, or a workbook with a sheet for each kind: fill in what the source says, and leave out
    what it does not.
    """
    from crossprobe.output.files import bytes_written_whole, written_whole
    from loaders.casebooks.skeleton import skeleton
    from loaders.casebooks.workbook import SUFFIX

    chosen = choices(ctx)
    if file.suffix.lower() == SUFFIX:
        from loaders.casebooks.workbook.writing import workbook

        with bytes_written_whole(file, force=False) as binary:
            binary.write(workbook(file))
    else:
        with written_whole(file, force=False) as out:
            out.write(skeleton(file))
    say(f"{file} is begun. Next: crossprobe casebook check {file}", quiet=chosen.quiet)


def check(
    ctx: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Casebooks, or folders of them.")],
    vocabulary: Folders = None,
) -> None:
    """Which mistakes are in these casebooks?

    crossprobe casebook check article.yaml

    Tells all mistakes at once, each with file, line, place, and what is allowed.
    """
    from graph.errors import InvalidInputError
    from loaders.casebooks.checking import check_casebooks

    chosen = choices(ctx)
    files = files_in(paths)
    problems = check_casebooks(files, vocabularies_with(vocabulary))
    if problems:
        raise InvalidInputError(problems)
    names = " ".join(str(each) for each in paths)
    say(f"No mistakes in {len(files)} casebook{'s' if len(files) != 1 else ''}.", quiet=chosen.quiet)
    say(f"Next: crossprobe load casebook {names}", quiet=chosen.quiet)


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The casebooks that the paths name: files as they are given, of a folder every .yaml and .xlsx below it, by
    name; notes of a spreadsheet program that has one open (~$book.xlsx) are none.

    Raises NotFoundError for what is not there and for a folder without any.
    """
    from graph.errors import NotFoundError

    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise NotFoundError(f"{path} does not exist.", do="Check the name and the folder.")
        every = sorted([*path.rglob("*.yaml"), *path.rglob("*.xlsx")]) if path.is_dir() else [path]
        found = [each for each in every if not each.name.startswith("~$")]
        if not found:
            raise NotFoundError(f"There is no casebook in {path}.", do="A casebook's name ends in .yaml or .xlsx.")
        files += found
    return files
