"""Statements about people: where they serve, their status, their groups, and who is counted among whom."""

from graph.model.common import INTERVAL
from graph.model.kinds import StatementType, every
from graph.model.properties import CLASSIFICATION, FIGURE, FREE_TEXT, IDENTIFIER, WHEN, Property, PropertyType

# (:Officer|Cohort)-[:SERVED_IN]->(:Force|Body)
SERVED_IN = StatementType(
    "SERVED_IN",
    "Somebody serves or served with a force or body.",
    every(("Officer", "Cohort"), ("Force", "Body")),
    "{from} served with {to}",
    (
        Property("rank", PropertyType.CODE, "Rank, as scheme and code.", CLASSIFICATION, family="rank"),
        Property("rank_as_stated", PropertyType.TEXT, "Rank in the source's words.", FREE_TEXT),
        Property("role", PropertyType.TEXT, "Role: firearms, detective, immigration official.", CLASSIFICATION),
        Property("left_as_stated", PropertyType.TEXT, "How the service ended, in the source's words.", FREE_TEXT),
        *INTERVAL,
    ),
)

# (:Officer|Cohort)-[:HAD_STATUS]->(:Force|Body)
HAD_STATUS = StatementType(
    "HAD_STATUS",
    "Duty status, service status or listing of somebody at a force or body: three vocabularies, one a statement.",
    every(("Officer", "Cohort"), ("Force", "Body")),
    "{from} had a status at {to}",
    (
        Property(
            "duty_status", PropertyType.CODE, "Full, restricted, suspended.", CLASSIFICATION, family="duty-status"
        ),
        Property(
            "service_status",
            PropertyType.CODE,
            "Serving, resigned, retired, dismissed.",
            CLASSIFICATION,
            family="service-status",
        ),
        Property("list", PropertyType.CODE, "Barred or advisory list.", CLASSIFICATION, family="list"),
        Property("status_as_stated", PropertyType.TEXT, "The status in the source's words.", FREE_TEXT),
        Property(
            "not_held",
            PropertyType.BOOLEAN,
            "True where the source states that somebody does not have the status: 'has not been suspended'.",
            CLASSIFICATION,
        ),
        *INTERVAL,
    ),
)

# (:Officer|Account|Cohort)-[:MEMBER_OF]->(:ChatGroup)
MEMBER_OF = StatementType(
    "MEMBER_OF",
    "Somebody is or was a member of a chat group.",
    every(("Officer", "Account", "Cohort"), ("ChatGroup",)),
    "{from} was a member of {to}",
    (
        Property("role", PropertyType.TEXT, "Role in the group: creator, admin, member.", CLASSIFICATION),
        Property(
            "how",
            PropertyType.TEXT,
            "How it began; in a chat export: created, added, joined, joined by link, made admin, no longer admin.",
            CLASSIFICATION,
        ),
        Property("began_by", PropertyType.ID, "The account that added it.", IDENTIFIER),
        Property(
            "how_ended",
            PropertyType.TEXT,
            "How it ended; in a chat export: left, removed, or where the role changed: made admin, no longer admin.",
            CLASSIFICATION,
        ),
        Property("ended_by", PropertyType.ID, "The account that removed it.", IDENTIFIER),
        Property("messages", PropertyType.INTEGER, "Messages sent, where counted.", FIGURE),
        Property("first_message", PropertyType.DATE, "First message.", WHEN),
        Property("last_message", PropertyType.DATE, "Last message.", WHEN),
        Property("days", PropertyType.TEXTS, "Messages by day, each as day and number: '2024-05-14 3'.", FREE_TEXT),
        *INTERVAL,
    ),
)

# (:Officer)-[:COUNTED_IN]->(:Cohort|Statistic)
COUNTED_IN = StatementType(
    "COUNTED_IN",
    "Somebody is one of the people of a cohort or a figure.",
    every(("Officer",), ("Cohort", "Statistic")),
    "{from} is counted in {to}",
)

# (:Cohort)-[:PART_OF]->(:Cohort)  (:Statistic)-[:PART_OF]->(:Statistic)  (:Body)-[:PART_OF]->(:Force|Body)
PART_OF = StatementType(
    "PART_OF",
    "A cohort within a cohort, a figure within a figure, a department within a force.",
    (("Cohort", "Cohort"), ("Statistic", "Statistic"), ("Body", "Force"), ("Body", "Body")),
    "{from} is part of {to}",
)

TYPES = (SERVED_IN, HAD_STATUS, MEMBER_OF, COUNTED_IN, PART_OF)
