"""What may stand in the fields of a casebook: each property of the model as the type that pydantic checks.

Choices, dates, codes and descriptions come from the model, so what a casebook may say is what the model can hold. In a
file every value is text; what the text means is said here.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core.core_schema import CoreSchema, with_info_after_validator_function

from graph.dates import checked_date
from graph.model.properties import Property, PropertyType
from graph.numbers import stated_number
from graph.vocabulary.codes import CODE_PATTERN
from graph.vocabulary.vocabularies import Vocabularies

VOCABULARIES = "vocabularies"
"""The key of pydantic's validation context under which the vocabularies at hand are passed."""

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$"
_NUMBER_PATTERN = r"^((about|at least|more than|at most) )?[0-9][0-9,]*(\.[0-9]+)?$"
_LARGEST = 2**53  # every whole number up to it is exact in both engines and in JSON


def _kept_number(text: str) -> str:
    stated_number(text, "")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, Field(pattern=SLUG_PATTERN, max_length=100)]
Date = Annotated[str, AfterValidator(checked_date), Field(json_schema_extra={"pattern": _DATE_PATTERN})]
Number = Annotated[str, AfterValidator(_kept_number), Field(json_schema_extra={"pattern": _NUMBER_PATTERN})]
"""A number with its bound, as graph.numbers reads it: `921`, `at least 921`, `about 12`."""

STATED_NUMBERS = frozenset({"size", "value"})
"""The properties that are written together with their bound; each is two properties in the model."""


@dataclass(frozen=True, slots=True)
class OfFamily:
    """Marks a text that is a code of one family: it is looked up in the vocabularies that reading was given."""

    family: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's protocol
        return with_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"enum": shipped_codes(self.family)}, {**handler(schema), "pattern": CODE_PATTERN}]}

    def _known(self, text: str, info: ValidationInfo) -> str:
        vocabularies: Vocabularies = (info.context or {}).get(VOCABULARIES) or Vocabularies()
        return vocabularies.code(text, self.family).text


def shipped_codes(family: str) -> list[str]:
    """Every shipped code of the family with its scheme: what an editor offers. Declared ones may stand there too."""
    return [code.text for scheme in Vocabularies().schemes(family) for code in scheme.codes.values()]


def field_of(each: Property) -> tuple[Any, Any]:
    """The type and the default of one property, as pydantic's create_model takes them; every property may be absent."""
    return _type_of(each) | None, Field(None, description=each.description)


def _type_of(each: Property) -> Any:  # noqa: ANN401 - a type made while running
    if each.name in STATED_NUMBERS:
        return Number
    match each.type:
        case PropertyType.DATE:
            return Date
        case PropertyType.CODE:
            return Annotated[Text, OfFamily(each.family)]
        case PropertyType.CHOICE:
            return Literal[each.choices]
        case PropertyType.INTEGER:
            return Annotated[int, Field(ge=0, le=_LARGEST)]
        case PropertyType.NUMBER:
            return Annotated[float, Field(ge=0, le=_LARGEST)]
        case PropertyType.BOOLEAN:
            return bool
        case PropertyType.TEXTS:
            return Annotated[list[Text], Field(min_length=1)]
        case _:
            return Text
