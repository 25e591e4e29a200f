"""Decisions that two records are or are not one thing, and suggestions that they might be."""

from graph.model.kinds import Origin, RecordKind, StatementType
from graph.model.properties import CLASSIFICATION, FREE_TEXT, IDENTIFIER, KEPT, WHEN, Property, PropertyType

_PAIR = (
    Property("left_id", PropertyType.ID, "The record whose id sorts first.", IDENTIFIER, indexed=True),
    Property("right_id", PropertyType.ID, "The record whose id sorts second.", IDENTIFIER, indexed=True),
)

DECISION = RecordKind(
    "Decision",
    "decision",
    "Somebody's word that two records are one thing or are not. Withdrawn, never deleted.",
    Origin.BOOK,
    (
        *_PAIR,
        Property("judgement", PropertyType.CHOICE, "The word.", KEPT, choices=("same", "different", "unsure")),
        Property("by", PropertyType.TEXT, "Who decided.", FREE_TEXT),
        Property("basis", PropertyType.CHOICE, "What decided.", KEPT, choices=("person", "rule", "score")),
        Property("rule", PropertyType.TEXT, "The rule's or the model's name, where one decided.", CLASSIFICATION),
        Property("at", PropertyType.TEXT, "When (UTC).", WHEN),
        Property("reason", PropertyType.TEXT, "Why.", FREE_TEXT),
        Property("withdrawn_at", PropertyType.TEXT, "When it was taken back (UTC); absent: it is live.", WHEN),
        Property("withdrawn_by", PropertyType.TEXT, "Who took it back.", FREE_TEXT),
        Property("withdrawn_reason", PropertyType.TEXT, "Why it was taken back.", FREE_TEXT),
        Property(
            "state",
            PropertyType.CHOICE,
            "applied; dormant (an end is absent); unsatisfied (it would join a refuted pair); none for other "
            "judgements and withdrawn ones.",
            KEPT,
            choices=("applied", "dormant", "unsatisfied", "none"),
        ),
    ),
)

SUGGESTION = RecordKind(
    "Suggestion",
    "suggestion",
    "A mere suggestion that two records are one thing: drawn, never walked, until a person decides.",
    Origin.SOURCE,
    (
        *_PAIR,
        Property("score", PropertyType.NUMBER, "Probability, where a model gave one.", KEPT),
        Property("reasons", PropertyType.TEXTS, "Why, in sentences.", FREE_TEXT),
        Property("against", PropertyType.TEXTS, "What speaks against it, in sentences.", FREE_TEXT),
        Property("conflict", PropertyType.BOOLEAN, "True where no score may link the two by itself.", KEPT),
        Property(
            "model", PropertyType.TEXT, "Name and version of the model, or 'source' where a source says so.", KEPT
        ),
        Property("inputs", PropertyType.TEXT, "Digest of the loads that the model saw.", FREE_TEXT),
    ),
)

SAME_AS = StatementType(
    "SAME_AS",
    "Two records are one thing, by a live decision. Its id is the decision's id; read it in both directions.",
    (
        *((label, label) for label in ("Officer", "Account", "Cohort", "Force", "ChatGroup")),
        *((label, label) for label in ("Allegation", "Investigation")),
        ("Officer", "Account"),
        ("Account", "Officer"),
    ),
    "{from} and {to} were decided to be the same",
)

KINDS = (DECISION, SUGGESTION)
