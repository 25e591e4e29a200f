"""Reads one record with everything that bears on it: what states it, what it is linked to, what was decided on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids, sentences
from graph.dates import not_after, possibly_true_at
from graph.errors import NotFoundError
from graph.identity.suggestions import NO_WORD
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.stores.store import Store

STATEMENTS_READ = 500
"""Statements read of one record; a force can have a million."""

_RECORD = "MATCH (n:{label} {{id: $id}})\nRETURN properties(n) AS record"
_STATEMENTS = """
RETURN type(r) AS type, properties(r) AS statement, labels(m) AS labels, properties(m) AS other
ORDER BY type(r), r.valid_from, r.id LIMIT $limit
"""
_OUT = "MATCH (n:{label} {{id: $id}})-[r]->(m)\nWHERE type(r) <> 'SAME_AS'" + _STATEMENTS
_IN = "MATCH (n:{label} {{id: $id}})<-[r]-(m)\nWHERE type(r) <> 'SAME_AS'" + _STATEMENTS
_CLUSTER = "MATCH (m:{label} {{canonical_id: $canonical}})\nRETURN properties(m) AS record ORDER BY m.id"
_NAMING = "MATCH (d:{label} {{{end}: $id}})\nRETURN properties(d) AS record ORDER BY d.id"
_SOURCES = "UNWIND $ids AS id\nMATCH (s:Source {id: id})\nRETURN properties(s) AS record"

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """A statement that touches the record: its properties, the other end, and which way it runs."""

    type: str
    properties: Properties
    outward: bool
    other_label: str
    other: Properties


@dataclass(frozen=True, slots=True)
class Shown:
    """A record and what bears on it.

    `same` are the other records that decisions hold to be one with it; `decisions`, `denials` and `suggestions` on
    which nobody has decided name it, and `named` holds the records they name, by id; `sources` are by source_id; `cut`
    is true where it has more statements than were read.
    """

    label: str
    properties: Properties
    statements: tuple[Linked, ...]
    same: tuple[Properties, ...]
    decisions: tuple[Properties, ...]
    denials: tuple[Properties, ...]
    suggestions: tuple[Properties, ...]
    sources: Mapping[str, Properties]
    named: Mapping[str, Properties]
    cut: bool

    def sentence(self, linked: Linked, label_of: sentences.Label) -> str:
        """One of its statements, as a sentence."""
        here = sentences.called(self.label, self.properties)
        there = sentences.called(linked.other_label, linked.other)
        start, end = (here, there) if linked.outward else (there, here)
        return sentences.sentence(linked.type, start, end, linked.properties, label_of)


def show(store: Store, record_id: str, *, at: str | None = None, known: str | None = None) -> Shown:
    """Reads the record. `at` keeps the statements possibly true at that date, `known` those recorded by it.

    Raises NotFoundError where there is no such record.
    """
    label = LABEL_OF_PREFIX[ids.prefix_of(record_id)]
    found = store.read(_RECORD.format(label=label), {"id": record_id}).rows
    if not found:
        raise NotFoundError(f"No record {record_id!r}.", do="Look for it with: crossprobe search TEXT")
    record = found[0][0]
    linked, cut = _statements(store, label, record_id)
    linked = [each for each in linked if _holds(each.properties, at, known)]
    decisions = _naming(store, "Decision", ("left_id", "right_id"), record_id)
    denials = _naming(store, "Denial", ("from_id", "to_id"), record_id)
    looked_at = {_pair(each) for each in decisions if each.get("withdrawn_reason") not in NO_WORD}
    suggested = _naming(store, "Suggestion", ("left_id", "right_id"), record_id)
    suggestions = tuple(each for each in suggested if _pair(each) not in looked_at)
    named = _others(store, [*decisions, *denials, *suggestions])
    stating = [record, *(each.properties for each in linked), *denials, *suggestions, *named.values()]
    return Shown(
        label,
        record,
        tuple(linked),
        tuple(each for each in cluster(store, label, record.get("canonical_id")) if each["id"] != record_id),
        decisions,
        denials,
        suggestions,
        sources(store, {str(each["source_id"]) for each in stating if each.get("source_id")}),
        named,
        cut,
    )


def cluster(store: Store, label: str, canonical_id: str | None) -> list[Properties]:
    """Every record that is counted as `canonical_id`, of the label and those it may be the same as."""
    if canonical_id is None:
        return []
    labels = sorted({label, *KINDS[label].same_as})
    parameters = {"canonical": canonical_id}
    return [row for each in labels for (row,) in store.read(_CLUSTER.format(label=each), parameters).rows]


def sources(store: Store, source_ids: Iterable[str]) -> dict[str, Properties]:
    """The Source records behind source_ids, by source_id; what a vocabulary gives has none."""
    nodes = [f"source:{each}" for each in sorted(source_ids)]
    return {row["id"].removeprefix("source:"): row for (row,) in store.read(_SOURCES, {"ids": nodes}).rows}


def _pair(row: Properties) -> tuple[str, str]:
    return row["left_id"], row["right_id"]


def _statements(store: Store, label: str, record_id: str) -> tuple[list[Linked], bool]:
    linked, cut = [], False
    for text, outward in ((_OUT, True), (_IN, False)):
        rows = store.read(text.format(label=label), {"id": record_id, "limit": STATEMENTS_READ + 1}).dicts()
        cut = cut or len(rows) > STATEMENTS_READ
        linked += [
            Linked(row["type"], row["statement"], outward, row["labels"][0], row["other"])
            for row in rows[:STATEMENTS_READ]
        ]
    return linked, cut


def _holds(statement: Properties, at: str | None, known: str | None) -> bool:
    recorded = statement.get("recorded_from")
    if known is not None and recorded is not None and not not_after(recorded, known):
        return False
    return at is None or possibly_true_at(
        at,
        statement.get("valid_from"),
        statement.get("valid_to"),
        current=statement.get("current"),
        recorded_to=statement.get("recorded_to") or recorded,
    )


def _naming(store: Store, label: str, ends: tuple[str, str], record_id: str) -> tuple[Properties, ...]:
    found = {}
    for end in ends:
        for (row,) in store.read(_NAMING.format(label=label, end=end), {"id": record_id}).rows:
            found[row["id"]] = row
    return tuple(found[each] for each in sorted(found))


def _others(store: Store, naming: list[Properties]) -> dict[str, Properties]:
    ends = ("left_id", "right_id", "from_id", "to_id")
    wanted = {str(each[end]) for each in naming for end in ends if each.get(end)}
    found = {}
    for record_id in sorted(wanted):
        label = LABEL_OF_PREFIX[ids.prefix_of(record_id)]
        for (row,) in store.read(_RECORD.format(label=label), {"id": record_id}).rows:
            found[record_id] = row
    return found
