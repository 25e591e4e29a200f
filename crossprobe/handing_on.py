"""The options of what is handed on, spelt the same for pages and files."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from crossprobe.selecting import Selecting
    from graph.stores.store import Store
    from graph.subgraph import Subgraph

_PANEL = "Hand on"


def _option(*names: str, text: str, **more: Any) -> Any:  # noqa: ANN401 - typer's own type
    return typer.Option(*names, help=text, rich_help_panel=_PANEL, **more)


Output = Annotated[Path, _option("--output", "-o", metavar="FILE", text="Where to write it.")]
Force = Annotated[bool, _option("--force", text="Write over a file that exists.")]
Title = Annotated[str | None, _option("--title", metavar="TEXT", text="Its title; else what was selected.")]
Marking = Annotated[
    str | None, _option("--marking", metavar="TEXT", text="A handling marking, such as OFFICIAL; shown in it.")
]
Recipient = Annotated[
    list[str] | None, _option("--recipient", metavar="TEXT", text="Who gets it; sealed into the log; may be repeated.")
]
Incomplete = Annotated[bool, _option("--incomplete", text="Also while a load is unfinished; it says so.")]


def taken(
    store: "Store",
    wanted: "Selecting",
    *,
    at: str | None,
    known: str | None,
    title: str | None,
    marking: str | None,
    incomplete: bool,
    log: str,
) -> "Subgraph":
    """What was selected, with a header that names unfinished loads and says where the access log stands (`log`).

    Raises LoadError where a load is unfinished and that is not allowed, and what selecting raises.
    """
    from graph.errors import LoadError
    from graph.loads.states import unfinished
    from queries.selection import take

    running = tuple(sorted({str(each["source_id"]) for each in unfinished(store)}))
    if running and not incomplete:
        raise LoadError(
            f"The load of {', '.join(running)} is unfinished.",
            do="Run it again to finish it, or give --incomplete: what is written will say so.",
        )
    subgraph = take(store, wanted.found(store), at=at, known=known, title=title or "", marking=marking)
    return replace(subgraph, header=replace(subgraph.header, unfinished=running, access_log=log))
