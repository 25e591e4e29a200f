"""Sources, the figures they publish, and the loads that brought them in."""

from graph.model.kinds import Origin, RecordKind
from graph.model.properties import (
    CLASSIFICATION,
    FIGURE,
    FREE_TEXT,
    IDENTIFIER,
    KEPT,
    PUBLIC_NAME,
    WHEN,
    Property,
    PropertyType,
)
from graph.numbers import BOUNDS

SOURCE = RecordKind(
    "Source",
    "source",
    "One document, export, data set or answer that states facts; or one that such a source cites.",
    Origin.SHARED,
    (
        Property("name", PropertyType.TEXT, "Its title, in our words where it is prose.", PUBLIC_NAME),
        Property("publisher", PropertyType.TEXT, "Who published or disclosed it.", PUBLIC_NAME),
        Property(
            "source_kind",
            PropertyType.CHOICE,
            "What it is.",
            CLASSIFICATION,
            choices=("article", "report", "foi_answer", "statement", "data_set", "case_export", "chat_export", "other"),
        ),
        Property("published_from", PropertyType.DATE, "Date of publication, or the earliest it can be.", WHEN),
        Property("published_to", PropertyType.DATE, "Date of publication, or the latest it can be.", WHEN),
        Property("url", PropertyType.TEXT, "Where it was published.", FREE_TEXT),
        Property("note", PropertyType.TEXT, "What a reader of it should know.", FREE_TEXT),
        Property("reference", PropertyType.TEXT, "Exhibit reference, as it was given.", IDENTIFIER),
        Property("digest", PropertyType.TEXT, "SHA-256 of the exhibit as it was given.", IDENTIFIER),
        Property("extracted_by", PropertyType.TEXT, "Who took it from the device.", FREE_TEXT),
        Property("extracted", PropertyType.DATE, "When it was taken from the device.", WHEN),
        Property(
            "time_zone",
            PropertyType.TEXT,
            "Time zone of its times, as declared; absent: nobody declared one, and none is guessed.",
            CLASSIFICATION,
        ),
        Property("media", PropertyType.INTEGER, "Files beside the text of a chat export; they are not kept.", FIGURE),
        Property("media_digest", PropertyType.TEXT, "SHA-256 over names and digests of these files.", IDENTIFIER),
        Property("held", PropertyType.BOOLEAN, "Whether its facts are loaded here; else it is only cited.", KEPT),
    ),
)

STATISTIC = RecordKind(
    "Statistic",
    "statistic",
    "A published figure: a claim about many, compared with the cases held, never counted as people.",
    Origin.SOURCE,
    (
        Property("measure", PropertyType.TEXT, "What is counted, in a few words.", CLASSIFICATION),
        Property("value", PropertyType.NUMBER, "The figure.", FIGURE),
        Property("bound", PropertyType.CHOICE, "How the figure is meant.", FIGURE, choices=BOUNDS),
        Property("unit", PropertyType.TEXT, "officers, cases, allegations, %.", CLASSIFICATION),
        Property(
            "rounding", PropertyType.NUMBER, "To what a percentage was rounded: 1 is whole per cents.", CLASSIFICATION
        ),
        Property("population", PropertyType.TEXT, "Of whom or of what.", CLASSIFICATION),
        Property("period_from", PropertyType.DATE, "First day of the period counted.", WHEN),
        Property("period_to", PropertyType.DATE, "Last day of the period counted, included.", WHEN),
        Property("definition", PropertyType.TEXT, "What the publisher counts, in our words.", FREE_TEXT),
        Property("as_stated", PropertyType.TEXT, "The figure as it stands there, in our words.", FREE_TEXT),
    ),
)

LOAD = RecordKind(
    "Load",
    "load",
    "One run of a loader on one source.",
    Origin.BOOK,
    (
        Property("of_source", PropertyType.TEXT, "Slug of the source loaded.", IDENTIFIER, indexed=True),
        Property("loader", PropertyType.TEXT, "casebook, table, chat or graph.", KEPT),
        Property("state", PropertyType.CHOICE, "Whether it is complete.", KEPT, choices=("running", "finished")),
        Property("digest", PropertyType.TEXT, "Digest of the input.", FREE_TEXT),
        Property("started", PropertyType.TEXT, "When it began (UTC).", KEPT),
        Property("finished", PropertyType.TEXT, "When it was complete (UTC).", KEPT),
        Property("lease_until", PropertyType.TEXT, "Until when a running load keeps others out (UTC).", KEPT),
        Property(
            "compared_by", PropertyType.TEXT, "The models that have compared what was loaded with all else.", KEPT
        ),
        Property("holder", PropertyType.TEXT, "Which process holds the lease of a running load.", FREE_TEXT),
        *(
            Property(name, PropertyType.INTEGER, f"How many records and statements were {name}.", KEPT)
            for name in ("read", "new", "changed", "moved", "unchanged", "excluded", "rejected", "gone")
        ),
    ),
)

DATABASE = RecordKind(
    "Database",
    "database",
    "The database itself: one node, which loads and decisions lock before they write, so that two at once take turns.",
    Origin.BOOK,
    (
        Property("model_version", PropertyType.TEXT, "Version of the model it was made with.", KEPT),
        Property("revision", PropertyType.INTEGER, "Raised by every load and decision.", KEPT),
        Property(
            "access_logs",
            PropertyType.TEXTS,
            "Where each access log stood when it last changed this database: its id, its lines, its last digest.",
            FREE_TEXT,
        ),
        Property("erasure_key", PropertyType.TEXT, "The key under which it is remembered what was erased.", FREE_TEXT),
        Property(
            "erased", PropertyType.TEXTS, "HMACs of the ids of erased records: they are not loaded again.", FREE_TEXT
        ),
    ),
)

KINDS = (SOURCE, STATISTIC, LOAD, DATABASE)
