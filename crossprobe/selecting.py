"""SELECTION: the options that say which part of the graph a page or a file is to show, and what they mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

if TYPE_CHECKING:
    from graph.stores.store import Store
    from queries.format import Query
    from queries.networks_told import Kind
    from queries.selection import Selection

_PANEL = "Selection (one of --query, --network, --around, --component, --ids, --all)"


def _option(*names: str, text: str, **more: Any) -> Any:  # noqa: ANN401 - typer's own type
    return typer.Option(*names, help=text, rich_help_panel=_PANEL, **more)


SavedQuery = Annotated[
    str | None, _option("--query", metavar="ID", text="What the rows of a saved query rest on.", show_default=False)
]
Parameters = Annotated[
    list[str] | None, _option("-p", "--parameter", metavar="NAME=VALUE", text="A parameter of it; may be repeated.")
]
Network = Annotated[
    str | None, _option("--network", metavar="KIND", text="A network: pairs, communities or brokers, of two or more.")
]
Around = Annotated[list[str] | None, _option("--around", metavar="ID...", text="What lies around these records.")]
MoreIds = Annotated[list[str] | None, typer.Argument(metavar="ID", help="Further records of --around.")]
Depth = Annotated[int, _option("--depth", metavar="N", min=0, max=9, text="How many statements away, of --around.")]
Types = Annotated[str | None, _option("--types", metavar="T,...", text="Over these types of statement, of --around.")]
Component = Annotated[
    str | None, _option("--component", metavar="ID", text="All that hangs together with this record.")
]
Ids = Annotated[
    Path | None, _option("--ids", metavar="FILE", text="Records by their ids, one a line, and what is between them.")
]
Everything = Annotated[bool, _option("--all", text="The whole graph.")]


@dataclass(frozen=True, slots=True)
class Selecting:
    """A selection as it was typed. Invariant: exactly one way of selecting is used, `checked` sees to it.

    `query` is the saved query that was named, already found; `typed` is what the access log seals.
    """

    query: "Query | None"
    given: dict[str, str]
    network: str | None
    around: tuple[str, ...]
    depth: int
    types: tuple[str, ...]
    component: str | None
    listed: tuple[str, ...]

    @property
    def typed(self) -> dict[str, Any]:
        """What the user typed, for the access log."""
        ways = {
            "network": self.network,
            "around": list(self.around),
            "component": self.component,
            "ids": list(self.listed),
        }
        walked = {"depth": self.depth, "types": list(self.types)} if self.around else {}
        return {"parameters": self.given, **ways, **walked, "all": not (self.query or any(ways.values())) or None}

    def found(self, store: "Store") -> "Selection":
        """The selection itself, each id found as it was meant. Raises what finding a record raises."""
        from queries import selection
        from queries.lookup import find_record, with_found_ids

        if self.query is not None:
            return selection.Asked(self.query, with_found_ids(store, self.query, self.given))
        if self.network is not None:
            return selection.Network(cast("Kind", self.network))
        if self.around:
            ids = tuple(find_record(store, each).id for each in self.around)
            return selection.Around(ids, self.depth, self.types)
        if self.component is not None:
            return selection.Component(find_record(store, self.component).id)
        if self.listed:
            return selection.Listed(tuple(find_record(store, each).id for each in self.listed))
        return selection.Everything()


def selecting(
    *,
    query: str | None,
    parameters: Sequence[str] | None,
    network: str | None,
    around: Sequence[str] | None,
    more_ids: Sequence[str] | None,
    depth: int,
    types: str | None,
    component: str | None,
    ids: Path | None,
    everything: bool,
) -> Selecting:
    """What was typed, checked as far as no database is needed. Raises UsageError saying what does not go together."""
    from crossprobe.catalogues import catalogues_with
    from crossprobe.given import given_parameters
    from queries.catalogue import find

    _one_way(query=query, network=network, around=around, component=component, ids=ids, all=everything)
    _only_beside("-p", parameters, "--query", query)
    _only_beside("--types", types, "--around", around)
    _only_beside(f"{(more_ids or ['An id'])[0]!r}", more_ids, "--around", around)
    return Selecting(
        query=find(query, catalogues_with()) if query is not None else None,
        given=given_parameters(parameters or ()),
        network=_known_network(network),
        around=(*(around or ()), *(more_ids or ())),
        depth=depth,
        types=_known_types(types),
        component=component,
        listed=_lines(ids) if ids else (),
    )


_WAYS = "Give one of: --query ID, --network KIND, --around ID --depth N, --component ID, --ids FILE, --all."


def _one_way(**ways: object) -> None:
    from graph.errors import UsageError

    used = [f"--{name}" for name, value in ways.items() if value]
    if len(used) != 1:
        what = f"{' and '.join(used)} cannot go together." if used else "Nothing says what to show."
        raise UsageError(what, do=_WAYS)


def _only_beside(name: str, value: object, other: str, given: object) -> None:
    from graph.errors import UsageError

    if value and not given:
        raise UsageError(f"{name} goes with {other}.", do=f"Give {other} too, or leave it out.")


def _known_types(types: str | None) -> tuple[str, ...]:
    from graph.errors import UsageError
    from graph.model import TYPES

    names = tuple(each.strip().upper() for each in (types or "").split(",") if each.strip())
    unknown = [each for each in names if each not in TYPES]
    if unknown:
        raise UsageError(f"No type of statement is called {', '.join(unknown)}.", do=f"There are: {', '.join(TYPES)}.")
    return names


def _known_network(kind: str | None) -> str | None:
    from graph.errors import UsageError

    if kind not in {None, "pairs", "communities", "brokers"}:
        raise UsageError(f"No network is called {kind!r}.", do="There are: pairs, communities, brokers.")
    return kind


def _lines(path: Path) -> tuple[str, ...]:
    from crossprobe.reading import text_of
    from graph.errors import UsageError

    lines = tuple(line.strip() for line in text_of(path).splitlines() if line.strip())
    if not lines:
        raise UsageError(f"{path} holds no ids.", do="Write one id a line.")
    return lines
