"""What pages and files share when they are handed on: their options, spelt once, and what these mean."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from crossprobe import redacting, selecting
from crossprobe.commands.dates import At, Known

if TYPE_CHECKING:
    from crossprobe.redacting import Redaction
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


@dataclass(frozen=True, slots=True)
class HandingOn:
    """The shared options as they were typed: each field is one, in the order in which help shows them."""

    file: Output
    more_ids: selecting.MoreIds = None
    query: selecting.SavedQuery = None
    parameters: selecting.Parameters = None
    network: selecting.Network = None
    around: selecting.Around = None
    depth: selecting.Depth = 1
    types: selecting.Types = None
    component: selecting.Component = None
    ids: selecting.Ids = None
    everything: selecting.Everything = False
    at: At = None
    known: Known = None
    redact: redacting.Redact = None
    key: redacting.KeyFile = None
    title: Title = None
    marking: Marking = None
    recipient: Recipient = None
    incomplete: Incomplete = False
    force: Force = False

    def wanted(self) -> "Selecting":
        """The selection, checked as far as no database is needed. Raises UsageError."""
        names = ("query", "parameters", "network", "around", "more_ids", "depth", "types", "component", "ids")
        given = {name: getattr(self, name) for name in names}
        return selecting.selecting(**given, everything=self.everything)

    def redaction(self) -> "Redaction | None":
        """The redaction that is asked for; a key that is not there is made. Raises what reading a key raises."""
        return redacting.redaction(self.redact, self.key)

    def logged(self, wanted: "Selecting") -> dict[str, Any]:
        """What the access log takes down of it, for Session.hand_out."""
        names = ("at", "known", "title", "marking", "recipient")
        typed = {name: getattr(self, name) for name in names}
        return {
            "query": wanted.query.id if wanted.query else "",
            "revision": wanted.query.revision if wanted.query else None,
            "typed": {**wanted.typed, **typed, "redact": self.redact.value if self.redact else None},
        }

    def taken(self, store: "Store", wanted: "Selecting", log: str) -> "Subgraph":
        """What was selected, with a header that names unfinished loads and says where the access log stands (`log`).

        Raises LoadError where a load is unfinished and that is not allowed, and what selecting raises.
        """
        from graph.errors import LoadError
        from graph.loads.states import unfinished
        from queries.selection import take

        running = tuple(sorted({str(each["source_id"]) for each in unfinished(store)}))
        if running and not self.incomplete:
            raise LoadError(
                f"The load of {', '.join(running)} is unfinished.",
                do="Run it again to finish it, or give --incomplete: what is written will say so.",
            )
        found = wanted.found(store)
        subgraph = take(store, found, at=self.at, known=self.known, title=self.title or "", marking=self.marking)
        return replace(subgraph, header=replace(subgraph.header, unfinished=running, access_log=log))


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes the shared options before its own, and is called with its context, a HandingOn and those."""
    context, _, *own = inspect.signature(command, eval_str=True).parameters.values()
    hints = get_type_hints(HandingOn, include_extras=True)
    shared = [
        context.replace(name=each.name, annotation=hints[each.name], default=_default_of(each))
        for each in fields(HandingOn)
    ]

    @functools.wraps(command)
    def with_all(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - as they were typed
        handing = HandingOn(**{each.name: given.pop(each.name) for each in shared})
        command(ctx, handing, **given)

    taken = [context, *shared, *own]
    with_all.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]
    with_all.__annotations__ = {each.name: each.annotation for each in taken}
    return with_all


def _default_of(field: Field[Any]) -> Any:  # noqa: ANN401 - any option's
    return inspect.Parameter.empty if field.default is MISSING else field.default
