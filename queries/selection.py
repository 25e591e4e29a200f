"""Selections: what part of the graph a page or a file is to show; this module alone turns one into a Subgraph."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import UsageError
from graph.ids import quoted
from graph.networks import THRESHOLD
from graph.stores.store import DEFAULT_ROW_LIMIT, DEFAULT_TIMEOUT, Store
from graph.subgraph import Header, Subgraph
from queries.denials import with_what_is_denied
from queries.drawing import Drawn, complete
from queries.format import Query
from queries.neighbourhood import around
from queries.networks import network_drawn
from queries.networks_told import Kind
from queries.parameters import bound
from queries.running import answer_rows, evidence
from queries.stored import every_id, only_those_held
from queries.times import Times


@dataclass(frozen=True, slots=True)
class Asked:
    """What the rows of a saved query rest on."""

    query: Query
    given: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        told = "".join(f" -p {name}={value}" for name, value in sorted(self.given.items()))
        return f"--query {self.query.id}{told}"


@dataclass(frozen=True, slots=True)
class Around:
    """What lies within `depth` statements of the records, over statements of `types` (of all, where there are none).

    Nothing is reached through a shared node (a force, a body, a source, an offence) that is not one of the records.
    """

    ids: tuple[str, ...]
    depth: int = 1
    types: tuple[str, ...] = ()

    def __str__(self) -> str:
        types = f" --types {','.join(self.types)}" if self.types else ""
        return f"--around {' '.join(self.ids)} --depth {self.depth}{types}"


@dataclass(frozen=True, slots=True)
class Component:
    """What hangs together with the record, however far away; nothing hangs together by a shared node alone."""

    id: str

    def __str__(self) -> str:
        return f"--component {self.id}"


@dataclass(frozen=True, slots=True)
class Network:
    """The people of a network and the investigations that they are in together; `kind` as in queries.networks_told."""

    kind: Kind
    threshold: int = THRESHOLD

    def __str__(self) -> str:
        return f"--network {self.kind}" + (f" --threshold {self.threshold}" if self.threshold != THRESHOLD else "")


@dataclass(frozen=True, slots=True)
class Listed:
    """These records and the statements between them."""

    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"--ids ({len(self.ids)} records)"


@dataclass(frozen=True, slots=True)
class Everything:
    """The whole graph."""

    def __str__(self) -> str:
        return "--all"


Selection = Asked | Around | Component | Network | Listed | Everything


def take(
    store: Store,
    selection: Selection,
    *,
    at: str | None = None,
    known: str | None = None,
    title: str = "",
    marking: str | None = None,
    timeout: float = DEFAULT_TIMEOUT,
) -> Subgraph:
    """The subgraph of a selection, as of the dates.

    `at` keeps statements possibly true then, `known` records and statements stated by then; who is one person is as
    decided today. Raises NotFoundError for an id that is not stored, and what asking raises.
    """
    times = Times(at, known)
    about: tuple[str, ...] = ()
    match selection:
        case Asked():
            drawn, about = _asked(store, selection, times, timeout)
        case Around():
            drawn, about = around(store, selection.ids, selection.depth, selection.types, times), selection.ids
        case Component():
            drawn, about = around(store, (selection.id,), None, (), times), (selection.id,)
        case Network():
            drawn = network_drawn(store, selection.kind, selection.threshold, times)
        case Listed():
            drawn = Drawn(only_those_held(store, selection.ids))
        case Everything():
            drawn = Drawn(every_id(store))
    header = Header(
        title=title or _title(selection),
        selection=str(selection),
        taken_at=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        at=at,
        known=known,
        marking=marking,
        about=tuple(sorted(set(about))),
    )
    return complete(store, with_what_is_denied(store, drawn, times), times, header)


def _title(selection: Selection) -> str:
    """What is shown, in words that name nobody: a title goes wherever the file goes."""
    match selection:
        case Asked():
            return selection.query.title
        case Around():
            return f"What lies around {_quoted(selection.ids)}"
        case Component():
            return f"What hangs together with {quoted(selection.id)}"
        case Network():
            return f"People investigated together: {selection.kind}"
        case Listed():
            return f"{len(selection.ids):,} chosen records"
        case Everything():
            return "Everything that is held"


def _quoted(ids: tuple[str, ...]) -> str:
    more = f" and {len(ids) - 3} others" if len(ids) > 3 else ""
    return ", ".join(quoted(each) for each in ids[:3]) + more


def _asked(store: Store, asked: Asked, times: Times, timeout: float) -> tuple[Drawn, tuple[str, ...]]:
    query = asked.query
    parameters = bound(query, asked.given, at=times.at, known=times.known)
    answered = answer_rows(store, query, parameters, timeout=timeout, row_limit=DEFAULT_ROW_LIMIT)
    if answered.cut:
        raise UsageError(f"{query.id} has more than {DEFAULT_ROW_LIMIT:,} rows.", do="Narrow it by its parameters.")
    lines = evidence(store, query, parameters, answered, timeout=timeout)
    records = frozenset(str(each) for line in lines for each in line["records"])
    keys = [place for place, each in enumerate(query.columns) if each.name in query.key and each.type == "id"]
    about = tuple(str(row[place]) for row in answered.rows for place in keys if row[place])
    return Drawn(records, frozenset(str(line["stated"]["id"]) for line in lines)), about
