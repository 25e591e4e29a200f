"""The folders of saved queries: those that come with crossprobe, the settings' and the command line's."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

Folders = Annotated[
    list[Path] | None,
    typer.Option("--catalogue", metavar="DIR", help="A folder of your own saved queries; may be repeated."),
]


def catalogues_with(folders: Sequence[Path] | None = None) -> tuple[Path, ...]:
    """All folders to look in, the shipped one first."""
    from crossprobe.places import settings_file
    from crossprobe.settings import read_settings
    from queries.catalogue import BUILT_IN

    settled = (Path(each).expanduser() for each in read_settings(settings_file()).catalogues)
    return BUILT_IN, *settled, *(folders or ())
