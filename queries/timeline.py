"""What is dated about a thing, in order of time, with the precision stated; what is undated stands at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph import sentences
from graph.ids import prefix_of
from graph.model import LABEL_OF_PREFIX
from graph.sentences import Label
from graph.stores.store import Store
from queries.showing import Linked, Properties, Shown, cluster, show

_OWN_DATES = (
    ("opened", "{} began"),
    ("closed", "{} ended"),
    ("incident_from", "What is alleged happened: {}"),
    ("appointed", "{} was appointed"),
    ("period_from", "What is counted begins: {}"),
    ("period_to", "What is counted ends: {}"),
    ("published_from", "{} was published"),
)
_SHARED = frozenset({"Force", "Body", "Offence", "Source"})


@dataclass(frozen=True, slots=True)
class Event:
    """One dated thing, as a sentence. `start` and `end` are ISO prefixes as stated, or None; `said_by` is whose word it
    is inside the source, None for its own; `stated_id` is the record or statement that says so."""

    start: str | None
    end: str | None
    what: str
    record_id: str
    source_id: str | None
    locator: str | None
    said_by: str | None
    stated_id: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time; `cut` is true where a record has more statements than were read."""

    events: list[Event]
    cut: bool


def timeline(
    store: Store, record_id: str, label_of: Label, *, at: str | None = None, known: str | None = None
) -> Timeline:
    """The events of the record and of those held to be the same thing.

    A statement is one event; an investigation, allegation or figure it leads to adds its own dates.
    """
    label = LABEL_OF_PREFIX[prefix_of(record_id)]
    first = show(store, record_id, at=at, known=known)
    others = cluster(store, label, first.properties.get("canonical_id"))
    all_shown = [first, *(show(store, each["id"], at=at, known=known) for each in others if each["id"] != record_id)]
    events = {event for shown in all_shown for event in _events(shown, label_of)}
    ordered = sorted(
        events, key=lambda each: (each.start or each.end or "~", each.end or "", each.what, each.record_id)
    )
    return Timeline(ordered, cut=any(shown.cut for shown in all_shown))


def _events(shown: Shown, label_of: Label) -> Iterator[Event]:
    yield from _own(shown.label, shown.properties)
    for linked in shown.statements:
        yield _stated(shown, linked, label_of)
        if linked.other_label not in _SHARED:
            yield from _own(linked.other_label, linked.other)


def _own(label: str, record: Properties) -> Iterator[Event]:
    name = sentences.called(label, record)
    for date, words in _OWN_DATES:
        if record.get(date):
            end = record.get("incident_to") if date == "incident_from" else None
            yield Event(
                record[date],
                end,
                words.format(name) + ".",
                record["id"],
                record.get("source_id"),
                record.get("locator"),
                record.get("said_by"),
                record["id"],
            )


def _stated(shown: Shown, linked: Linked, label_of: Label) -> Event:
    properties = linked.properties
    start = next(
        (properties[each] for each in ("valid_from", "at", "outcome_date", "first_message") if properties.get(each)),
        None,
    )
    end = properties.get("valid_to") or properties.get("last_message")
    what = shown.sentence(linked, label_of)
    stands = (properties.get("source_id"), properties.get("locator"), properties.get("said_by"))
    return Event(start, end, what, shown.properties["id"], *stands, properties["id"])
