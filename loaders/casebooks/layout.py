"""How a casebook is laid out: which section holds which kind of record, and what may be nested under its entries.

All of it follows from the model. A section is named after its kind in the plural; under an entry stand the statements
that begin at it, each under its type in lower case (`served_in`, `subject_of`); and in a statement the other end is
named by its kind (`force: uk-police/merseyside`), so that what an end may be is seen at a glance.
"""

import re
from dataclasses import dataclass
from functools import cache

from graph.model import TYPES
from graph.model.identity import SAME_AS

SECTIONS: dict[str, str] = {
    "forces": "Force",
    "bodies": "Body",
    "officers": "Officer",
    "accounts": "Account",
    "cohorts": "Cohort",
    "chat_groups": "ChatGroup",
    "allegations": "Allegation",
    "investigations": "Investigation",
    "statistics": "Statistic",
}
"""The sections of a casebook whose entries state records, and the kind of each. Sources, denials and suggestions have
sections of a form of their own; offences come from vocabularies alone, messages from chat exports."""

REFERABLE: tuple[str, ...] = (*SECTIONS.values(), "Offence", "Source")
"""The kinds a casebook can refer to."""


def key_of(label: str) -> str:
    """The key by which a reference to that kind is written: `chat_group` for ChatGroup."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", label).lower()


LABEL_OF_KEY: dict[str, str] = {key_of(label): label for label in REFERABLE}
"""The kind behind the key of a reference."""


@dataclass(frozen=True, slots=True)
class Nested:
    """Statements that may stand under an entry: their type, and the keys one of which names the other end."""

    type: str
    ends: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key under which they stand: the type in lower case."""
        return self.type.lower()


@cache
def nested_under(label: str) -> tuple[Nested, ...]:
    """What may be nested under an entry of that kind, in the order of the model; decisions' SAME_AS never is."""
    found = []
    for each in TYPES.values():
        ends = tuple(key_of(end) for start, end in each.ends if start == label and end in REFERABLE)
        if ends and each is not SAME_AS:
            found.append(Nested(each.name, ends))
    return tuple(found)
