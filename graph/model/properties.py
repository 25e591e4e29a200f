"""What a property is: its name, type, description and what it becomes at each level of redaction."""

from dataclasses import dataclass
from enum import Enum


class PropertyType(Enum):
    """How a value is stored. Dates are text: ISO prefixes of the precision known (graph.dates)."""

    TEXT = "text"
    TEXTS = "list of texts"
    CODE = "code"
    CHOICE = "choice"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ID = "id"


class Form(Enum):
    """What a value becomes when it is redacted."""

    KEPT = "kept"
    PSEUDONYM = "pseudonym"
    COARSER = "coarser"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, eq=False)
class Redaction:
    """The form of a property at the levels `names`, `persons` and `structure`, each stricter than the one before.

    Each is one kind of property and equal to itself alone: a date and a figure have the same forms and become coarser
    in different ways.
    """

    names: Form
    persons: Form
    structure: Form


KEPT = Redaction(Form.KEPT, Form.KEPT, Form.KEPT)
FREE_TEXT = Redaction(Form.DROPPED, Form.DROPPED, Form.DROPPED)
NAME = Redaction(Form.PSEUDONYM, Form.PSEUDONYM, Form.PSEUDONYM)
PART_OF_NAME = Redaction(Form.DROPPED, Form.DROPPED, Form.DROPPED)
PUBLIC_NAME = Redaction(Form.KEPT, Form.COARSER, Form.DROPPED)
IDENTIFIER = Redaction(Form.PSEUDONYM, Form.PSEUDONYM, Form.PSEUDONYM)
CLASSIFICATION = Redaction(Form.KEPT, Form.KEPT, Form.DROPPED)
TRAIT = Redaction(Form.KEPT, Form.DROPPED, Form.DROPPED)
WHEN = Redaction(Form.KEPT, Form.COARSER, Form.DROPPED)
FIGURE = Redaction(Form.KEPT, Form.COARSER, Form.DROPPED)


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record or statement.

    `family` names the vocabularies a CODE may come from (graph.vocabulary), `choices` what a CHOICE may be.
    `default` is what an absent value means, where it means something.
    """

    name: str
    type: PropertyType
    description: str
    redaction: Redaction
    family: str = ""
    choices: tuple[str, ...] = ()
    default: str | bool | None = None
    indexed: bool = False
