"""The formats a subgraph can be written in, and which one a file's name asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from exports.about import About
from graph.errors import UsageError
from graph.redaction.cells import Cell
from graph.subgraph import Subgraph


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffix` is what a file's name ends in; a format without one is a folder, and is asked for by name.

    `module` writes it by `write_with` and reads it by `read_with`; it is imported only when it is used.
    """

    name: str
    suffix: str
    module: str
    write_with: str = "write"
    read_with: str = "read_back"

    @property
    def is_folder(self) -> bool:
        """Whether it becomes a folder."""
        return not self.suffix

    def write(self, subgraph: Subgraph, about: About, path: Path) -> None:
        """Writes to `path`: a file that is not there yet, or a folder that is there and empty."""
        getattr(import_module(self.module), self.write_with)(subgraph, about, path)

    def read_back(self, path: Path) -> Iterator[Cell]:
        """Every value of what was written, in no particular order."""
        cells: Iterator[Cell] = getattr(import_module(self.module), self.read_with)(path)
        return cells


FORMATS = {
    each.name: each
    for each in (
        Format("graphml", ".graphml", "exports.graphml"),
        Format("jsonl", ".jsonl", "exports.jsonl"),
        Format("csv", "", "exports.csv_folder"),
        Format("csv-zip", ".zip", "exports.csv_folder", "write_zip", "read_back_zip"),
        Format("xlsx", ".xlsx", "exports.xlsx"),
        Format("gexf", ".gexf", "exports.gexf"),
        Format("ftm", ".ftm", "exports.ftm"),
        Format("neo4j-admin", "", "exports.neo4j_admin"),
        Format("cypher", "", "exports.cypher"),
    )
}
"""Every format by its name."""


def format_for(asked: str | None, path: Path) -> Format:
    """The format asked for, else the one of the file's suffix. Raises UsageError where neither says it."""
    if asked is not None:
        if asked not in FORMATS:
            raise UsageError(f"There is no format {asked}.", do=f"There are: {', '.join(FORMATS)}.")
        return FORMATS["csv-zip"] if asked == "csv" and path.suffix.lower() == ".zip" else FORMATS[asked]
    for each in FORMATS.values():
        if each.suffix and each.suffix == path.suffix.lower():
            return each
    suffixes = ", ".join(each.suffix for each in FORMATS.values() if each.suffix)
    folders = ", ".join(each.name for each in FORMATS.values() if each.is_folder)
    raise UsageError(
        f"{path.name} does not say in which format to write.",
        do=f"End its name in {suffixes}, or give --as; folders are: {folders}.",
    )
