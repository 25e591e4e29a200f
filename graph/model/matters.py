"""What people are said to have done and how it is looked into: groups, allegations, investigations, denials."""

from graph.model.kinds import Origin, RecordKind
from graph.model.properties import (
    CLASSIFICATION,
    FIGURE,
    FREE_TEXT,
    IDENTIFIER,
    KEPT,
    WHEN,
    Property,
    PropertyType,
)

_HOW_MANY = Property(
    "how_many",
    PropertyType.TEXT,
    "'several' (or a stated number) where a source speaks of a set; such a record is never decided the same as one.",
    CLASSIFICATION,
)

CHAT_GROUP = RecordKind(
    "ChatGroup",
    "chat-group",
    "A chat group as one source describes it.",
    Origin.SOURCE,
    (
        Property("platform", PropertyType.TEXT, "The service: WhatsApp, Telegram.", CLASSIFICATION),
        Property("former_names", PropertyType.TEXTS, "Names it had before, oldest first.", FREE_TEXT),
        Property(
            "one_to_one",
            PropertyType.BOOLEAN,
            "True for a conversation of two people, which is no group: they share nothing by it but each other.",
            CLASSIFICATION,
        ),
        _HOW_MANY,
    ),
    same_as=frozenset({"ChatGroup"}),
)

MESSAGE = RecordKind(
    "Message",
    "message",
    "A message that was loaded because somebody asked for it. It names its group and account and has no "
    "relationships, so no route runs over it.",
    Origin.SOURCE,
    (
        Property("group_id", PropertyType.ID, "The group it was sent to.", IDENTIFIER, indexed=True),
        Property("account_id", PropertyType.ID, "The account that sent it.", IDENTIFIER, indexed=True),
        Property("number", PropertyType.INTEGER, "Which entry of the export it is, from 1.", FIGURE),
        Property("at", PropertyType.DATE, "When, on the clock of the phone that was exported.", WHEN),
        Property("text", PropertyType.TEXT, "What was written.", FREE_TEXT),
        Property(
            "message_kind",
            PropertyType.TEXT,
            "What it is: text, image, video, audio, document, location, poll, deleted ...",
            CLASSIFICATION,
        ),
        Property("edited", PropertyType.BOOLEAN, "Whether the export says that it was edited.", CLASSIFICATION),
        Property("file", PropertyType.TEXT, "Name of the attached file.", FREE_TEXT),
        Property("file_digest", PropertyType.TEXT, "SHA-256 of the attached file, where it was at hand.", FREE_TEXT),
        Property("terms", PropertyType.TEXTS, "Terms it was found by; absent: loaded as context.", FREE_TEXT),
    ),
)

ALLEGATION = RecordKind(
    "Allegation",
    "allegation",
    "What somebody is said to have done, as one source states it. An allegation is not a finding.",
    Origin.SOURCE,
    (
        Property(
            "category",
            PropertyType.CODE,
            "Category, as scheme and code.",
            CLASSIFICATION,
            family="allegation-category",
        ),
        Property("category_as_stated", PropertyType.TEXT, "The category in the source's words.", FREE_TEXT),
        Property(
            "category_group", PropertyType.TEXT, "The wider group the source puts the category in.", CLASSIFICATION
        ),
        Property(
            "standard",
            PropertyType.CODE,
            "Standard of professional behaviour it would breach.",
            CLASSIFICATION,
            family="standard",
        ),
        Property("platform", PropertyType.TEXT, "The service it was done by, if any.", CLASSIFICATION),
        Property("incident", PropertyType.TEXT, "Reference or title of the incident.", FREE_TEXT),
        Property("incident_from", PropertyType.DATE, "When it happened, or the earliest it can have.", WHEN),
        Property("incident_to", PropertyType.DATE, "The latest it can have happened.", WHEN),
    ),
    same_as=frozenset({"Allegation"}),
)

INVESTIGATION = RecordKind(
    "Investigation",
    "investigation",
    "An investigation (the press says probe) as one source describes it.",
    Origin.SOURCE,
    (
        Property("reference", PropertyType.TEXT, "Official reference or complaint number.", IDENTIFIER, indexed=True),
        Property(
            "matter_type",
            PropertyType.CODE,
            "Complaint, conduct matter, recordable conduct matter, death or serious injury.",
            CLASSIFICATION,
            family="matter-type",
        ),
        Property(
            "mode", PropertyType.CODE, "Local, directed, independent.", CLASSIFICATION, family="investigation-mode"
        ),
        Property("opened", PropertyType.DATE, "When it began.", WHEN),
        Property("closed", PropertyType.DATE, "When it ended.", WHEN),
        Property(
            "state",
            PropertyType.CHOICE,
            "How far it had got when the source stated it; absent: not stated.",
            CLASSIFICATION,
            choices=("open", "proceedings_pending", "concluded", "discontinued"),
        ),
        _HOW_MANY,
    ),
    same_as=frozenset({"Investigation"}),
)

DENIAL = RecordKind(
    "Denial",
    "denial",
    "A source says that two things are not linked. It names both and has no relationships, so no path can cross it.",
    Origin.SOURCE,
    (
        Property("from_id", PropertyType.ID, "The one record.", IDENTIFIER, indexed=True),
        Property("to_id", PropertyType.ID, "The other record.", IDENTIFIER, indexed=True),
        Property(
            "of",
            PropertyType.CHOICE,
            "What is denied: any link, being the same, or a particular statement.",
            KEPT,
            choices=("link", "identity", "membership", "subject"),
        ),
        Property("as_stated", PropertyType.TEXT, "The denial, in our words.", FREE_TEXT),
    ),
)

KINDS = (CHAT_GROUP, MESSAGE, ALLEGATION, INVESTIGATION, DENIAL)
