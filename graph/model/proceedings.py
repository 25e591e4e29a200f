"""Statements about investigations: who is subject or witness, what steps were taken, how it began, who leads."""

from graph.model.kinds import StatementType, every
from graph.model.properties import CLASSIFICATION, FREE_TEXT, IDENTIFIER, WHEN, Property, PropertyType

# (:Officer|Cohort)-[:SUBJECT_OF]->(:Investigation)
SUBJECT_OF = StatementType(
    "SUBJECT_OF",
    "Somebody's conduct is investigated. Being a subject is not a finding.",
    every(("Officer", "Cohort"), ("Investigation",)),
    "{from} is a subject of {to}",
    (
        Property(
            "strand", PropertyType.CHOICE, "Criminal or conduct.", CLASSIFICATION, choices=("criminal", "conduct")
        ),
        Property(
            "severity",
            PropertyType.CODE,
            "What the conduct would amount to if proved (severity assessment; no finding).",
            CLASSIFICATION,
            family="severity",
        ),
        Property("outcome", PropertyType.CODE, "Outcome, as scheme and code.", CLASSIFICATION, family="outcome"),
        Property("outcome_as_stated", PropertyType.TEXT, "Outcome in the source's words.", FREE_TEXT),
        Property("coded_by", PropertyType.TEXT, "Who or what put the code to the words.", FREE_TEXT),
        Property("outcome_date", PropertyType.DATE, "When the outcome was given.", WHEN),
        Property(
            "derived_from", PropertyType.ID, "The allegation it is derived from, where it is derived.", IDENTIFIER
        ),
    ),
)

# (:Officer|Cohort)-[:STEP]->(:Investigation)
STEP = StatementType(
    "STEP",
    "A step taken or due about somebody in an investigation: notice, arrest, bail, charge, hearing.",
    every(("Officer", "Cohort"), ("Investigation",)),
    "{from} had a step in {to}",
    (
        Property("kind", PropertyType.CODE, "Kind of step, as scheme and code.", CLASSIFICATION, family="step"),
        Property("at", PropertyType.DATE, "When, as precisely as stated.", WHEN),
        Property("at_as_stated", PropertyType.TEXT, "When, in the source's words.", FREE_TEXT),
        Property(
            "state",
            PropertyType.CHOICE,
            "Whether it has happened.",
            CLASSIFICATION,
            choices=("happened", "pending", "ruled_out"),
            default="happened",
        ),
    ),
)

# (:Officer)-[:WITNESS_IN]->(:Investigation)
WITNESS_IN = StatementType(
    "WITNESS_IN",
    "Somebody is a witness in an investigation.",
    every(("Officer",), ("Investigation",)),
    "{from} is a witness in {to}",
)

# (:Investigation)-[:CONDUCTED_BY]->(:Force|Body)
CONDUCTED_BY = StatementType(
    "CONDUCTED_BY",
    "Who leads the investigation.",
    every(("Investigation",), ("Force", "Body")),
    "{from} is conducted by {to}",
)

# (:Investigation)-[:REFERRED_BY]->(:Force|Body)
REFERRED_BY = StatementType(
    "REFERRED_BY",
    "Who referred the matter.",
    every(("Investigation",), ("Force", "Body")),
    "{from} was referred by {to}",
    (
        Property("kind", PropertyType.CODE, "Mandatory, voluntary, called in.", CLASSIFICATION, family="referral"),
        Property("at", PropertyType.DATE, "When.", WHEN),
    ),
)

# (:Investigation)-[:AROSE_FROM]->(:Investigation)
AROSE_FROM = StatementType(
    "AROSE_FROM",
    "The one investigation began with what came to light in the other. They stay separate investigations.",
    every(("Investigation",), ("Investigation",)),
    "{from} arose from {to}",
)

# (:Investigation)-[:LINKED_TO]->(:Investigation)
LINKED_TO = StatementType(
    "LINKED_TO",
    "A source says that two investigations are linked. They stay separate investigations.",
    every(("Investigation",), ("Investigation",)),
    "{from} is linked to {to}",
)

TYPES = (SUBJECT_OF, STEP, WITNESS_IN, CONDUCTED_BY, REFERRED_BY, AROSE_FROM, LINKED_TO)
