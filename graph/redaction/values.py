"""Whether a value is what its property may hold: the same question before redaction and of the finished file."""

import re
from typing import Any

from graph.model.properties import WHEN, Property, PropertyType
from graph.vocabulary import CODE_PATTERN

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z?)?)?)?", re.ASCII)
_CODE = re.compile(CODE_PATTERN)
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", re.ASCII)


def is_open(each: Property) -> bool:
    """Whether it holds open text: what a source writes, not one of a few values or a number."""
    return each.type in (PropertyType.TEXT, PropertyType.TEXTS) and each.redaction != WHEN


def fits(each: Property, value: Any) -> bool:  # noqa: ANN401 - any stored value
    """Whether a property that is kept may hold this value; open text may hold anything."""
    match each.type:
        case PropertyType.CHOICE:
            return value in each.choices
        case PropertyType.CODE:
            return isinstance(value, str) and bool(_CODE.fullmatch(value))
        case PropertyType.BOOLEAN:
            return isinstance(value, bool) or value in ("true", "false")
        case PropertyType.INTEGER | PropertyType.NUMBER:
            return isinstance(value, int | float) or bool(_NUMBER.fullmatch(str(value)))
        case PropertyType.DATE:
            return bool(_DATE.fullmatch(str(value)))
    return each.redaction != WHEN or bool(_DATE.fullmatch(str(value)))
