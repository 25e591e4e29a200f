"""People: officers, chat accounts, and cohorts of a stated size."""

from graph.model.kinds import Origin, RecordKind
from graph.model.properties import (
    CLASSIFICATION,
    FIGURE,
    FREE_TEXT,
    IDENTIFIER,
    PART_OF_NAME,
    TRAIT,
    WHEN,
    Property,
    PropertyType,
)
from graph.numbers import BOUNDS

_PERSON_KIND = Property(
    "person_kind",
    PropertyType.CHOICE,
    "How the person serves; absent: the source does not say.",
    CLASSIFICATION,
    choices=("officer", "special", "staff", "officer_or_staff"),
)

OFFICER = RecordKind(
    "Officer",
    "officer",
    "A person serving, or who served, with the police (officer, special, staff), as one source identifies them.",
    Origin.SOURCE,
    (
        _PERSON_KIND,
        Property("first_name", PropertyType.TEXT, "First names as the source writes them.", PART_OF_NAME),
        Property("middle_initial", PropertyType.TEXT, "Middle initials.", PART_OF_NAME),
        Property("last_name", PropertyType.TEXT, "Surname as the source writes it.", PART_OF_NAME),
        Property("suffix", PropertyType.TEXT, "Suffix of the name: JR, II.", PART_OF_NAME),
        Property("gender", PropertyType.TEXT, "Gender as the source writes it.", TRAIT),
        Property("ethnicity", PropertyType.TEXT, "Ethnicity or race as the source writes it.", TRAIT),
        Property("birth_year", PropertyType.INTEGER, "Year of birth.", TRAIT),
        Property("age", PropertyType.TEXT, "Age as the source states it: 'in his 60s'.", TRAIT),
        Property("appointed", PropertyType.DATE, "Date of appointment.", WHEN),
        Property("number", PropertyType.TEXT, "Official number (collar, warrant, employee).", IDENTIFIER, indexed=True),
        Property("number_kind", PropertyType.TEXT, "What the number is, and whose.", TRAIT),
    ),
    same_as=frozenset({"Officer", "Account"}),
)

ACCOUNT = RecordKind(
    "Account",
    "account",
    "A chat account. It becomes an officer's only by decision.",
    Origin.SOURCE,
    (
        Property("platform", PropertyType.TEXT, "The service: WhatsApp, Telegram.", CLASSIFICATION),
        Property("handle", PropertyType.TEXT, "Number in E.164 or user name.", IDENTIFIER, indexed=True),
        Property("former_handles", PropertyType.TEXTS, "Numbers or names it had before, oldest first.", FREE_TEXT),
        Property(
            "exporter", PropertyType.BOOLEAN, "True for the account of the phone that was exported.", CLASSIFICATION
        ),
    ),
    same_as=frozenset({"Officer", "Account"}),
)

COHORT = RecordKind(
    "Cohort",
    "cohort",
    "A stated number of people who could each be a record: 'six serving officers', 'about 12 women'. A figure in a "
    "total is a Statistic, not a Cohort.",
    Origin.SOURCE,
    (
        Property("size", PropertyType.INTEGER, "How many people, as stated; absent: not stated.", FIGURE),
        Property("bound", PropertyType.CHOICE, "How the size is meant.", FIGURE, choices=BOUNDS),
        Property("unit", PropertyType.TEXT, "What is counted, in a word: officers, women.", CLASSIFICATION),
        _PERSON_KIND,
        Property(
            "relation",
            PropertyType.CHOICE,
            "Who they are to the police.",
            CLASSIFICATION,
            choices=("colleague", "public"),
        ),
    ),
    same_as=frozenset({"Cohort"}),
)

KINDS = (OFFICER, ACCOUNT, COHORT)
