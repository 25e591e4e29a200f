"""The source that a mapping describes, as a record."""

from graph.records import Record, Recorded, Value
from loaders.tables.models import SourceEntry


def recorded_of(entry: SourceEntry, now: str) -> Recorded:
    """When the source stated what it states: on the day it was published, within bounds, or no better known than
    the day of loading (`now`, UTC as ISO 8601)."""
    if entry.published:
        return Recorded(entry.published, entry.published)
    if entry.published_from and entry.published_to:
        return Recorded(entry.published_from, entry.published_to, "bounded")
    day = now[: len("2026-01-01")]
    return Recorded(day, day, "loaded")


def source_record(entry: SourceEntry, recorded: Recorded) -> Record:
    """The Source record."""
    stated = {
        "name": entry.title,
        "publisher": entry.publisher,
        "source_kind": entry.kind,
        "published_from": entry.published or entry.published_from,
        "published_to": entry.published or entry.published_to,
        "url": entry.url,
        "note": entry.note,
    }
    properties: dict[str, Value] = {name: value for name, value in stated.items() if value}
    return Record("Source", f"source:{entry.id}", entry.id, "", recorded, properties)
