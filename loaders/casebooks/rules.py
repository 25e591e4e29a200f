"""What must hold within one entry or statement of a casebook, beyond the form of each field."""

from collections.abc import Iterator

from graph.dates import checked_date, not_after
from graph.errors import InvalidValueError
from graph.numbers import stated_number
from graph.yaml_documents import Place
from loaders.casebooks.walking import Entry, Fields, Mistake, Statement, entries, items, statements, text

_INTERVALS = (
    ("valid_from", "valid_to"),
    ("period_from", "period_to"),
    ("incident_from", "incident_to"),
    ("opened", "closed"),
    ("first_message", "last_message"),
    ("published_from", "published_to"),
)
_STATUSES = ("duty_status", "service_status", "list")
_YES = ("true", "yes", "on")
_NAMES = {
    "Officer": ("name", "first_name", "last_name", "number"),
    "Force": ("name",),
    "Body": ("name",),
    "Account": ("name", "handle"),
}


def rule_mistakes(content: Fields) -> Iterator[Mistake]:
    """Every breach of these rules in the content of a casebook file."""
    if isinstance(source := content.get("source"), dict):
        yield from _source(source, ("source",))
    for place, cited in items(content, "cites"):
        yield from _intervals(cited, place)
    for entry in entries(content):
        yield from _intervals(entry.fields, entry.place)
        yield from _named(entry)
        yield from _counted(entry)
        for statement in statements(entry):
            yield from _intervals(statement.fields, statement.place)
            yield from _reasoned(statement)
            yield from _one_status(statement)


def _source(source: Fields, place: Place) -> Iterator[Mistake]:
    yield from _intervals(source, place)
    known, bounds = text(source, "published"), [text(source, "published_from"), text(source, "published_to")]
    if bool(known) == any(bounds) or (any(bounds) and not all(bounds)):
        allowed = "either published, or both published_from and published_to: the earliest and the latest it can be"
        yield Mistake(place, "when it was published is not clear", allowed)


def _intervals(fields: Fields, place: Place) -> Iterator[Mistake]:
    for first, last in _INTERVALS:
        if first not in fields or last not in fields:
            continue
        start, end = _date(fields, first), _date(fields, last)
        if start and end and not not_after(start, end):
            yield Mistake((*place, last), f"{last} {end} lies before {first} {start}")
    if text(fields, "current") in _YES and text(fields, "valid_to"):
        yield Mistake((*place, "current"), "it cannot be current and have ended", "current: true, or valid_to")


def _date(fields: Fields, key: str) -> str:
    try:
        return checked_date(text(fields, key))
    except InvalidValueError:
        return ""


def _named(entry: Entry) -> Iterator[Mistake]:
    names = _NAMES.get(entry.label, ())
    if names and not any(entry.fields.get(key) for key in (*names, "why_unidentified")):
        allowed = f"{' or '.join(names)}; or why_unidentified: withheld, not_stated or unknown"
        yield Mistake(entry.place, "it has no name and does not say why", allowed)


def _counted(entry: Entry) -> Iterator[Mistake]:
    fields, place = entry.fields, entry.place
    key = {"Cohort": "size", "Statistic": "value"}.get(entry.label)
    if key is None:
        return
    number, unit = text(fields, key), text(fields, "unit")
    if number and not unit:
        yield Mistake(place, f"{key} has no unit", "unit: what is counted, in a word")
    if entry.label == "Cohort" and _fraction(number):
        yield Mistake((*place, key), f"{number!r} is not a number of people", "a whole number")
    if entry.label == "Statistic" and not number and not text(fields, "as_stated"):
        yield Mistake(place, "it has no value", "value, or as_stated where the source gives no number")
    if (unit == "%") != bool(text(fields, "rounding")) and entry.label == "Statistic" and number:
        yield Mistake(place, "unit and rounding do not fit", 'unit: "%" together with rounding (1: to whole per cents)')


def _fraction(number: str) -> bool:
    try:
        return bool(number) and not float(stated_number(number, "").value).is_integer()
    except InvalidValueError:
        return False


def _reasoned(statement: Statement) -> Iterator[Mistake]:
    inferred, reason = text(statement.fields, "status") == "inferred", text(statement.fields, "reason")
    if inferred and not reason:
        yield Mistake(statement.place, "it is inferred and gives no reason", "reason: why you read it so")
    if reason and not inferred:
        yield Mistake((*statement.place, "reason"), "only what is inferred has a reason", "status: inferred")


def _one_status(statement: Statement) -> Iterator[Mistake]:
    if statement.nested.type != "HAD_STATUS":
        return
    given = [key for key in _STATUSES if text(statement.fields, key)]
    allowed = f"one of {', '.join(_STATUSES)}; or status_as_stated alone"
    if len(given) > 1:
        yield Mistake(statement.place, f"it states {len(given)} statuses at once", allowed)
    elif not given and not text(statement.fields, "status_as_stated"):
        yield Mistake(statement.place, "it states no status", allowed)
