"""Statements about allegations and figures: against whom, examined where, under which law, counting what."""

from graph.model.kinds import StatementType, every
from graph.model.properties import CLASSIFICATION, FREE_TEXT, Property, PropertyType

# (:Allegation)-[:AGAINST]->(:Officer|Cohort|Force)
AGAINST = StatementType(
    "AGAINST",
    "Whom the allegation is made against. Whether conduct was proven is only ever in finding.",
    every(("Allegation",), ("Officer", "Cohort", "Force")),
    "{from} is made against {to}",
    (
        Property("finding", PropertyType.CODE, "Finding, as scheme and code.", CLASSIFICATION, family="finding"),
        Property("finding_as_stated", PropertyType.TEXT, "Finding in the source's words.", FREE_TEXT),
        Property("coded_by", PropertyType.TEXT, "Who or what put the code to the words.", FREE_TEXT),
    ),
)

# (:Allegation)-[:EXAMINED_IN]->(:Investigation)
EXAMINED_IN = StatementType(
    "EXAMINED_IN",
    "The investigation that examines the allegation.",
    every(("Allegation",), ("Investigation",)),
    "{from} is examined in {to}",
)

# (:Allegation|Investigation)-[:CONCERNS]->(:ChatGroup)
CONCERNS = StatementType(
    "CONCERNS",
    "A chat group that an allegation or investigation is about.",
    every(("Allegation", "Investigation"), ("ChatGroup",)),
    "{from} concerns {to}",
)

# (:Allegation)-[:UNDER]->(:Offence)
UNDER = StatementType(
    "UNDER",
    "The law the conduct is looked at under.",
    every(("Allegation",), ("Offence",)),
    "{from} is looked at under {to}",
)

# (:Allegation)-[:RAISED_BY]->(:Body|Source|Cohort)
RAISED_BY = StatementType(
    "RAISED_BY",
    "Who raised the allegation.",
    every(("Allegation",), ("Body", "Source", "Cohort")),
    "{from} was raised by {to}",
)

# (:Cohort)-[:AFFECTED_BY]->(:Allegation)
AFFECTED_BY = StatementType(
    "AFFECTED_BY",
    "People who would have been harmed or affected by the conduct.",
    every(("Cohort",), ("Allegation",)),
    "{from} would be affected by {to}",
)

# (:Statistic)-[:COUNTS]->(:Force|Body|ChatGroup)
COUNTS = StatementType(
    "COUNTS",
    "Whose people or matters the figure counts.",
    every(("Statistic",), ("Force", "Body", "ChatGroup")),
    "{from} counts for {to}",
)

# (:Statistic)-[:STATED_IN]->(:Source)
STATED_IN = StatementType(
    "STATED_IN",
    "Where the figure was first published, where that is another source.",
    every(("Statistic",), ("Source",)),
    "{from} is stated in {to}",
)

# (:Source)-[:CITES]->(:Source)
CITES = StatementType(
    "CITES",
    "One source rests on another: they do not corroborate each other.",
    every(("Source",), ("Source",)),
    "{from} cites {to}",
)

TYPES = (AGAINST, EXAMINED_IN, CONCERNS, UNDER, RAISED_BY, AFFECTED_BY, COUNTS, STATED_IN, CITES)
