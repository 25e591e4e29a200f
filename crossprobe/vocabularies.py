"""The vocabularies to work with: those that come with crossprobe, the settings' and the command line's."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graph.vocabulary import Vocabularies

Folders = Annotated[
    list[Path] | None,
    typer.Option("--vocabulary", metavar="DIR", help="A folder of further vocabularies; may be repeated."),
]


def vocabularies_with(folders: Sequence[Path] | None) -> "Vocabularies":
    """All vocabularies at hand. Raises InvalidInputError for mistakes in those that are not shipped."""
    from crossprobe.places import settings_file
    from crossprobe.settings import read_settings
    from graph.vocabulary import load_vocabularies

    settled = [Path(each).expanduser() for each in read_settings(settings_file()).vocabularies]
    return load_vocabularies([*settled, *(folders or ())])
