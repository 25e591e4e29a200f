"""`crossprobe vocab`: the codes that facts are written down with."""

from typing import Annotated

import typer

from crossprobe.everywhere import choices
from crossprobe.vocabularies import Folders, vocabularies_with


def list_schemes(ctx: typer.Context, vocabulary: Folders = None) -> None:
    """Which lists of codes are there, and where do they come from?

    crossprobe vocab list
    """
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result

    chosen = choices(ctx)
    rows = [
        (each.name, each.family, each.title, len(each.codes), each.version, each.source)
        for each in vocabularies_with(vocabulary).schemes()
    ]
    hand_over(Result.of(("scheme", "family", "title", "codes", "version", "source"), rows), chosen.to)


def find(
    ctx: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A word of the code, its label or another name of it.")],
    vocabulary: Folders = None,
) -> None:
    """Which code says this?

    crossprobe vocab find "final written warning"

    The same letter means different things in different schemes, so a code is always written scheme/code.
    """
    from crossprobe.output.handing import hand_over
    from crossprobe.output.result import Result
    from crossprobe.output.terminal import say

    chosen = choices(ctx)
    found = vocabularies_with(vocabulary).find(text)
    if not found:
        say(f"No code is called {text!r}. See the schemes with: crossprobe vocab list")
    columns = ("code", "label", "description", "valid_from", "valid_to", "basis")
    rows = [(each.text, each.label, each.description, each.valid_from, each.valid_to, each.basis) for each in found]
    hand_over(Result.of(columns, rows), chosen.to)
