"""Records of one canonical id folded into one item of the picture, which keeps every record it is made of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph import ids, sentences
from graph.names import folded
from graph.subgraph import Subgraph, SubgraphRecord
from visualise.appearance import LOOKS, title_of_kind
from visualise.facts import Told, told
from visualise.texts import label, plain

_BOUND = {"about": "~{}", "at_least": "{}+", "more_than": ">{}", "at_most": "≤{}"}
_ORDER = {kind: place for place, kind in enumerate(LOOKS)}


@dataclass(frozen=True, slots=True)
class Item:
    """What the picture draws as one thing.

    `id` is the canonical id, `name` its label, `full` the whole of it, `masked` what stands there while names are
    masked; `called` is what sentences call it, `first` the same where a sentence begins with it. `badge` is the
    number in a cohort or figure, `apart` what tells it from others of its name, `marks` are its restrictions.
    """

    id: str
    kind: str
    name: str
    full: str
    masked: str
    called: str
    first: str
    badge: str
    apart: str
    identified: bool
    forces: tuple[str, ...]
    marks: tuple[str, ...]
    records: tuple[Told, ...]


def items(subgraph: Subgraph, label_of: sentences.Label) -> tuple[Item, ...]:
    """One item for each canonical id among the records, sorted by it."""
    groups: dict[str, list[SubgraphRecord]] = defaultdict(list)
    for record in subgraph.records:
        groups[record.canonical_id].append(record)
    forces = _forces(subgraph)
    folded_items = (_item(key, group, forces, label_of) for key, group in sorted(groups.items()))
    return _told_apart(tuple(folded_items))


def _item(key: str, group: list[SubgraphRecord], forces: Mapping[str, set[str]], label_of: sentences.Label) -> Item:
    # The record that gave the canonical id speaks for the item; where it is not drawn, the first of the others.
    group = sorted(group, key=lambda each: (each.id != key, _ORDER.get(each.label, len(_ORDER)), each.id))
    main = next((each for each in group if each.properties.get("name")), group[0])
    kind, row = group[0].label, main.properties
    called = plain(sentences.called(main.label, row))
    full = plain(row.get("name") or row.get("description") or row.get("measure") or row.get("as_stated") or "")
    quoted = plain(ids.quoted(group[0].id)).rpartition(" ")[2]
    masked = f"{title_of_kind(kind)} {quoted}"
    return Item(
        id=key,
        kind=kind,
        name=label(full or masked),
        full=full or masked,
        masked=label(masked),
        called=called,
        first=plain(sentences.first(called)),
        badge=_badge(kind, row),
        apart="",
        identified=row.get("identified") is not False,
        forces=tuple(sorted({plain(name) for each in group for name in forces.get(each.id, ())})),
        marks=tuple(
            sorted({str(each.properties["restriction"]) for each in group if each.properties.get("restriction")})
        ),
        records=tuple(told(each, label_of) for each in group),
    )


def _badge(kind: str, row: Mapping[str, Any]) -> str:
    value = row.get("size") if kind == "Cohort" else row.get("value") if kind == "Statistic" else None
    if value is None:
        return "?" if kind in {"Cohort", "Statistic"} else ""
    number = f"{int(value) if float(value).is_integer() else value:,}"
    if kind == "Statistic" and row.get("unit") == "%":
        number += " %"
    return _BOUND.get(str(row.get("bound")), "{}").format(number)


def _forces(subgraph: Subgraph) -> dict[str, set[str]]:
    """By record: names of the forces it serves in, is conducted by or counts for."""
    named = {
        each.id: sentences.called(each.label, each.properties) for each in subgraph.records if each.label == "Force"
    }
    found: dict[str, set[str]] = defaultdict(set)
    for each in subgraph.statements:
        if each.to_id in named and each.type in {"SERVED_IN", "CONDUCTED_BY", "COUNTS"}:
            found[each.from_id].add(named[each.to_id])
    return found


def _told_apart(found: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items, with what tells those of one name apart: force, else official number, else id."""
    same = Counter((each.kind, folded(each.full)) for each in found)
    alike: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for each in found:
        if same[each.kind, folded(each.full)] > 1:
            alike[each.kind, folded(each.full)].append(each)
    apart: dict[str, str] = {}
    for group in alike.values():
        for marks in (_by_force, _by_number, _by_id):
            told_by = {each.id: marks(each) for each in group}
            if "" not in told_by.values() and len(set(told_by.values())) == len(group):
                apart.update(told_by)
                break
    return tuple(replace(each, apart=label(apart[each.id])) if each.id in apart else each for each in found)


def _by_force(item: Item) -> str:
    return ", ".join(item.forces)


def _by_number(item: Item) -> str:
    return _value(item.records, "Number")


def _by_id(item: Item) -> str:
    return item.masked.rpartition(" ")[2]


def _value(records: Iterable[Told], title: str) -> str:
    return next((fact.value for each in records for fact in each.facts if fact.title == title), "")
