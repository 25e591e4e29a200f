"""The properties every record and every statement carries: where it stands, when it was recorded, whose word it is."""

from graph.model.properties import (
    CLASSIFICATION,
    FREE_TEXT,
    IDENTIFIER,
    KEPT,
    NAME,
    WHEN,
    Property,
    PropertyType,
)

_ID = Property("id", PropertyType.ID, "The record's or statement's own id; quote this one.", IDENTIFIER)
_SOURCE_ID = Property(
    "source_id", PropertyType.TEXT, "The slug of the source that states it.", IDENTIFIER, indexed=True
)
_LOCATOR = Property("locator", PropertyType.TEXT, "Where in the source: para 4, row 17, message 203.", FREE_TEXT)
_RECORDED = (
    Property("recorded_from", PropertyType.DATE, "When the source stated it, or the earliest it can have.", WHEN),
    Property(
        "recorded_to",
        PropertyType.DATE,
        "The latest the source can have stated it; absent where it equals recorded_from.",
        WHEN,
    ),
    Property(
        "recorded_basis",
        PropertyType.CHOICE,
        "Whether the recorded date is stated, bounded or only the day of loading.",
        KEPT,
        choices=("stated", "bounded", "loaded"),
        default="stated",
    ),
)
_CONTENT_HASH = Property(
    "content_hash",
    PropertyType.TEXT,
    "128 bits over what the source states; leaves out locator, load and canonical_id.",
    FREE_TEXT,
)
_SAID_BY = Property("said_by", PropertyType.TEXT, "Whose word it is inside the source; absent: its own.", FREE_TEXT)
_RESTRICTION = Property(
    "restriction",
    PropertyType.CHOICE,
    "What limits passing it on.",
    KEPT,
    choices=("reporting", "anonymity", "active_proceedings"),
)

RECORD_PROPERTIES: tuple[Property, ...] = (
    _ID,
    Property(
        "canonical_id",
        PropertyType.ID,
        "The id shared by records that decisions hold to be one thing. Count by it, group by it, never quote it.",
        IDENTIFIER,
        indexed=True,
    ),
    _SOURCE_ID,
    _LOCATOR,
    *_RECORDED,
    _CONTENT_HASH,
)
"""Kept by crossprobe on every record of every kind."""

STATED_PROPERTIES: tuple[Property, ...] = (
    Property("name", PropertyType.TEXT, "The name as the source writes it; absent where it names nobody.", NAME),
    Property("name_folded", PropertyType.TEXT, "The name as it is searched (derived).", FREE_TEXT),
    Property("description", PropertyType.TEXT, "What the source says of it, in our words.", FREE_TEXT),
    Property(
        "identified",
        PropertyType.BOOLEAN,
        "False where the source does not say who or which it is.",
        CLASSIFICATION,
        default=True,
    ),
    Property(
        "why_unidentified",
        PropertyType.CHOICE,
        "Why it is not identified.",
        CLASSIFICATION,
        choices=("withheld", "not_stated", "unknown"),
    ),
    _SAID_BY,
    _RESTRICTION,
)
"""What any source may state of any record."""

STATEMENT_PROPERTIES: tuple[Property, ...] = (
    _ID,
    _SOURCE_ID,
    _LOCATOR,
    *_RECORDED,
    _CONTENT_HASH,
)
"""Kept by crossprobe on every statement of every type."""

STATED_LINK_PROPERTIES: tuple[Property, ...] = (
    Property(
        "status",
        PropertyType.CHOICE,
        "How the source holds the link: as fact, as an allegation, or as a reading with a reason. Not a finding.",
        KEPT,
        choices=("stated", "alleged", "inferred"),
        default="stated",
    ),
    Property("reason", PropertyType.TEXT, "Why the link is inferred.", FREE_TEXT),
    Property("as_stated", PropertyType.TEXT, "What the source says of the link, in our words.", FREE_TEXT),
    _SAID_BY,
    _RESTRICTION,
)
"""What any source may state of any link."""

INTERVAL: tuple[Property, ...] = (
    Property("valid_from", PropertyType.DATE, "When it began; absent: not stated.", WHEN),
    Property("valid_to", PropertyType.DATE, "When it ended; absent: not stated.", WHEN),
    Property(
        "current",
        PropertyType.BOOLEAN,
        "Whether it held when the source stated it. False without an end date: former, nobody says since when.",
        CLASSIFICATION,
    ),
)
"""The time of a statement that lasts."""
