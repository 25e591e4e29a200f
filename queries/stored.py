"""What is stored of records by their ids: looked up one by one where they are few, else everything is read through."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graph.errors import NotFoundError
from graph.ids import prefix_of
from graph.model import KINDS, LABEL_OF_PREFIX, TYPES
from graph.model.kinds import Origin
from graph.stores.store import Store
from graph.subgraph import SubgraphRecord, SubgraphStatement

AT_ONCE = 5_000
"""Ids that one text looks up."""

WALKED = 3
"""Records or statements that are read through in the time in which one is looked up."""

NAMING = {"Denial": ("from_id", "to_id"), "Decision": ("left_id", "right_id"), "Suggestion": ("left_id", "right_id")}
"""Kinds of records that name two others instead of being linked with them."""

_DRAWABLE = tuple(label for label, kind in KINDS.items() if kind.origin is not Origin.BOOK and label not in NAMING)
_STATED = tuple(name for name in TYPES if name != "SAME_AS")

_RECORDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN properties(n) AS record"
_EVERY_ID = "MATCH (n:{label}) RETURN n.id AS id"
_STATEMENTS = (
    "UNWIND $ids AS id\nMATCH (a:{label} {{id: id}})-[r]->(b)\nWHERE type(r) <> 'SAME_AS'\n"
    "RETURN type(r) AS type, a.id AS from_id, b.id AS to_id, properties(r) AS stated"
)
_ABOUT = "UNWIND $ids AS id\nMATCH (n:{label} {{{end}: id}})\nRETURN properties(n) AS record"


def records_of(store: Store, identifiers: Iterable[str]) -> Iterator[SubgraphRecord]:
    """What is stored of the records; ids that are not stored are left out."""
    for label, ids in _labelled(identifiers).items():
        if _are_most(store, ids, (label,)):
            for row in store.every(label):
                if row["id"] in ids:
                    yield SubgraphRecord(label, row)
        else:
            for some in _at_once(ids):
                for (row,) in store.read(_RECORDS.format(label=label), {"ids": some}).rows:
                    yield SubgraphRecord(label, row)


def statements_from(store: Store, identifiers: Collection[str]) -> Iterator[SubgraphStatement]:
    """Every statement that begins at one of the records."""
    if _are_most(store, identifiers, _DRAWABLE):
        wanted = frozenset(identifiers)
        for name in _STATED:
            for row in store.every(name):
                from_id, to_id = row.pop("from_id"), row.pop("to_id")
                if from_id in wanted:
                    yield SubgraphStatement(name, from_id, to_id, row)
        return
    for label, some in by_label(identifiers):
        for row in store.read(_STATEMENTS.format(label=label), {"ids": some}).dicts():
            yield SubgraphStatement(row["type"], row["from_id"], row["to_id"], row["stated"])


def naming(store: Store, label: str, records: frozenset[str]) -> Iterator[SubgraphRecord]:
    """The denials, decisions or suggestions whose two records are both among the given ones."""
    start, end = NAMING[label]
    rows: Iterable[dict[str, Any]]
    if _are_most(store, records, (label,)):
        rows = (row for row in store.every(label) if row[start] in records)
    else:
        text = _ABOUT.format(label=label, end=start)
        rows = (row for some in _at_once(records) for (row,) in store.read(text, {"ids": some}).rows)
    return (SubgraphRecord(label, row) for row in rows if row[end] in records)


def only_those_held(store: Store, identifiers: Iterable[str]) -> frozenset[str]:
    """The ids, if each is stored; NotFoundError names those that are not."""
    wanted = set(identifiers)
    missing = sorted(wanted - {each.id for each in records_of(store, wanted)})
    if missing:
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        raise NotFoundError(f"Not held: {', '.join(missing[:3])}{more}.", do="Find it with: crossprobe search TEXT")
    return frozenset(wanted)


def every_id(store: Store) -> frozenset[str]:
    """The id of every record that can be drawn."""
    counts = store.counts()
    frames = (store.read_columns(_EVERY_ID.format(label=label)) for label in _DRAWABLE if counts.get(label))
    return frozenset(each for frame in frames for each in frame["id"].to_list())


def by_label(identifiers: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The ids, each once and sorted, by the label behind them, at most AT_ONCE of them at once."""
    for label, ids in _labelled(identifiers).items():
        for some in _at_once(ids):
            yield label, some


def _labelled(identifiers: Iterable[str]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for each in identifiers:
        label = LABEL_OF_PREFIX.get(prefix_of(each))
        if label is not None:
            groups.setdefault(label, set()).add(each)
    return {label: frozenset(ids) for label, ids in groups.items()}


def _at_once(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def _are_most(store: Store, ids: Collection[str], names: Iterable[str]) -> bool:
    """Whether to read all records of the labels through is faster than to look so many up."""
    if len(ids) <= AT_ONCE:
        return False
    counts = store.counts()
    return WALKED * len(ids) >= sum(counts.get(name, 0) for name in names)
