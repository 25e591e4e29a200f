"""Rows on a terminal: a table that fits its width, or one block a row where the columns would be too narrow to read."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossprobe.output.cells import shown
from crossprobe.output.result import Result
from crossprobe.output.terminal import console, harmless

if TYPE_CHECKING:
    from rich.console import RenderableType

READABLE = 20
"""Signs of a column that stay on one line, and what a wider one needs at least."""

ONE_WORD = 40
"""Signs of a column that stay on one line where there is no space to break it at."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column as it will be printed: its name and its cells, a cell a row."""

    name: str
    cells: list[str]

    @property
    def width(self) -> int:
        return max(len(line) for cell in (self.name, *self.cells) for line in cell.splitlines() or [""])

    @property
    def whole(self) -> bool:
        """Whether it is never broken."""
        broken_nowhere = not any(" " in cell for cell in self.cells)
        return self.width <= READABLE or (broken_nowhere and self.width <= ONE_WORD)

    @property
    def least(self) -> int:
        return (self.width if self.whole else READABLE) + 2


def print_table(result: Result) -> None:
    """Prints the rows on the terminal that standard output is; columns without any value are left out."""
    out = console()
    if not result.rows:
        out.print("No rows.")
        return
    every = [
        _Column(harmless(column.name), [harmless(shown(row[place], column)) for row in result.rows])
        for place, column in enumerate(result.columns)
    ]
    columns = [each for each in every if any(each.cells)] or every
    sys.stdout.flush()
    too_wide = sum(column.least for column in columns) > out.width
    out.print(_blocks(columns, len(result.rows)) if too_wide else _table(columns, len(result.rows)), soft_wrap=False)


def _table(columns: list[_Column], rows: int) -> "RenderableType":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(column.name), overflow="fold", no_wrap=column.whole)
    for row in range(rows):
        table.add_row(*(Text(column.cells[row]) for column in columns))
    return table


def _blocks(columns: list[_Column], rows: int) -> "RenderableType":
    from rich.console import Group
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text

    blocks: list[RenderableType] = []
    for row in range(rows):
        block = Table.grid(padding=(0, 2))
        for column in columns:
            if column.cells[row]:
                block.add_row(Text(column.name, style="bold"), Text(column.cells[row]))
        blocks += [Rule(Text(f"{row + 1} of {rows}"), align="left", style="dim"), block]
    return Group(*blocks)
