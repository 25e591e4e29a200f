"""A bar for each file of a load that takes long: how much of it is read, how fast, and how much was rejected."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crossprobe.output.terminal import console, one_line
from loaders.watching import NOBODY, Watching

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, Task, TaskID
    from rich.text import Text


@contextmanager
def bars(*, quiet: bool) -> Iterator[Watching]:
    """Shows bars on standard error until the block ends, then takes them away; none with --quiet, or where standard
    error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield NOBODY
        return
    with progress_on(console(error=True)) as progress:
        yield Bars(progress)


def progress_on(screen: "Console") -> "Progress":
    """Bars on that console, with what is told of each file beside its bar."""
    from rich.progress import BarColumn, Progress, RenderableColumn, TextColumn, TimeRemainingColumn

    class Told(TextColumn):
        """Rows, rate and rejects; of what is stored its number and how long that has taken."""

        def render(self, task: "Task") -> "Text":
            from rich.text import Text

            return Text(_told(task))

    columns: tuple[RenderableColumn | TextColumn | BarColumn | TimeRemainingColumn, ...] = (
        TextColumn("{task.description}", markup=False), BarColumn(), Told(""), TimeRemainingColumn(),
    )  # fmt: skip
    return Progress(*columns, console=screen, transient=True)


class Bars:
    """Somebody who watches through a terminal."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._last: TaskID | None = None

    def begins(self, name: str, rows: Callable[[], int]) -> None:
        self._last = self._progress.add_task(one_line(name), total=rows(), rejected=0)

    def has_read(self, rows: int, rejected: int) -> None:
        if self._last is not None:
            self._progress.update(self._last, completed=rows, rejected=rejected)

    def stores(self, facts: int) -> None:
        self._progress.add_task("storing", total=None, facts=facts)


def _told(task: "Task") -> str:
    if "facts" in task.fields:
        return f"{task.fields['facts']:,} records and statements, {task.elapsed or 0:.0f} s"
    speed = f", {task.speed:,.0f} a second" if task.speed else ""
    return f"{task.completed:,.0f} of {task.total or 0:,.0f} rows{speed}, {task.fields['rejected']:,} rejected"
