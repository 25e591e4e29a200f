"""Reading the truth of a world: what records are called, and statements by the canonical ids of their ends."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from examples.world.truth import TrueRecord, TrueStatement, Truth

Row = tuple[Any, ...]
"""One row of an answer, lists as sorted tuples: what is listed counts, not the order."""


def called(truth: Truth, identifier: str, *, by: tuple[str, ...] = ("name", "description", "reference")) -> str | None:
    """What a record or shared node is called: the first of the properties that it has."""
    record = truth.record(identifier)
    if record is None:
        return str(truth.world["shared"][identifier])
    return next((str(record.properties[each]) for each in by if each in record.properties), None)


def force_called(truth: Truth, identifier: str) -> str:
    """What a force or body is called, or else its id."""
    return called(truth, identifier, by=("name", "description")) or identifier


def title(truth: Truth, identifiers: Iterable[str]) -> str | None:
    """What investigations that are one are called: the first in the alphabet of what the records are called."""
    return min((each for each in (called(truth, one) for one in identifiers) if each), default=None)


def cluster(truth: Truth, canonical: str) -> list[TrueRecord]:
    """The records that are counted as one."""
    return [each for each in truth.records if each.canonical_id == canonical]


def names(truth: Truth, canonical: str) -> tuple[str, ...]:
    """Every name of a person, or where a record gives none what it says of them."""
    found = (called(truth, each.id, by=("name", "description")) for each in cluster(truth, canonical))
    return listed(each for each in found if each)


def is_a(identifier: str, *prefixes: str) -> bool:
    """Whether the id is of one of the kinds."""
    return identifier.partition(":")[0] in prefixes


def as_fact(statement: TrueStatement) -> bool:
    """Whether the source states it, and neither alleges nor infers it."""
    return str(statement.properties.get("status", "stated")) == "stated"


def by_ends(truth: Truth, type_name: str) -> dict[tuple[str, str], list[TrueStatement]]:
    """The statements of a type, by the canonical ids of their two ends."""
    found: dict[tuple[str, str], list[TrueStatement]] = defaultdict(list)
    for each in truth.of_type(type_name):
        found[truth.canonical(each.from_id), truth.canonical(each.to_id)].append(each)
    return found


def forces_of(truth: Truth, canonical: str) -> tuple[str, ...]:
    """The names of the forces in which somebody is said to serve or have served."""
    served = [each for each in truth.of_type("SERVED_IN") if is_a(each.to_id, "force")]
    return listed(force_called(truth, each.to_id) for each in served if truth.canonical(each.from_id) == canonical)


def listed(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values as a list column holds them: each once."""
    return tuple(sorted(set(values)))


def sized(record: TrueRecord, *, unknown: str | None) -> str | None:
    """How many people a cohort is said to be: `about 12 women`."""
    size, bound = record.properties.get("size"), record.properties.get("bound", "exact")
    if size is None and unknown is None:
        return None
    words = "" if bound == "exact" else str(bound).replace("_", " ") + " "
    unit = record.properties.get("unit")
    return f"{words}{unknown if size is None else size}{f' {unit}' if unit else ''}"
