"""What a record states, as lines of a panel: each property in words, and whether masked names hide it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.ids import quoted
from graph.model import record_properties
from graph.model.properties import Form, Property, PropertyType
from graph.sentences import Label
from graph.subgraph import SubgraphRecord
from visualise.texts import plain

_SAID_ELSEWHERE = frozenset(
    {
        *("id", "canonical_id", "source_id", "locator", "said_by", "content_hash", "name_folded", "restriction"),
        *("recorded_from", "recorded_to", "recorded_basis"),
    }
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A property: its title and its value in words. `personal` ones are hidden while names are masked."""

    title: str
    value: str
    personal: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One record as the panel shows it: what it states, and where that stands. `quoted` is its id as people do."""

    id: str
    label: str
    quoted: str
    source: str
    locator: str
    said_by: str
    recorded: str
    recorded_from: str
    restriction: str
    facts: tuple[Fact, ...]


def told(record: SubgraphRecord, label_of: Label) -> Told:
    """The record as the panel shows it."""
    row = record.properties
    return Told(
        id=record.id,
        label=record.label,
        quoted=plain(quoted(record.id)),
        source=str(row.get("source_id") or ""),
        locator=plain(row.get("locator") or ""),
        said_by=plain(row.get("said_by") or ""),
        recorded=recorded(row),
        recorded_from="" if shared(row) else str(row.get("recorded_from") or ""),
        restriction=str(row.get("restriction") or ""),
        facts=tuple(_facts(row, record_properties(record.label), label_of)),
    )


def shared(row: Mapping[str, Any]) -> bool:
    """Whether a vocabulary gives the record: then it was known at any date."""
    return str(row.get("source_id") or "").startswith("vocabulary:")


def recorded(row: Mapping[str, Any]) -> str:
    """When the source stated it, in words; empty where that is not known."""
    start, end = row.get("recorded_from"), row.get("recorded_to")
    match row.get("recorded_basis"):
        case _ if not start:
            return ""
        case "loaded":
            return f"not stated; loaded {start}"
        case _ if end and end != start:
            return f"between {start} and {end}"
    return str(start)


def _facts(row: Mapping[str, Any], properties: Iterable[Property], label_of: Label) -> Iterable[Fact]:
    for each in properties:
        value = row.get(each.name)
        if value is None or each.name in _SAID_ELSEWHERE or value == each.default:
            continue
        words = label_of(str(value)) if each.type is PropertyType.CODE else _words(value)
        yield Fact(_title(each.name), plain(words), each.redaction.names is not Form.KEPT)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _words(value: Any) -> str:  # noqa: ANN401 - any stored value
    match value:
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return f"{int(value):,}"
        case list() | tuple():
            return "; ".join(map(str, value))
    return str(value)
