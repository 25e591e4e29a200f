"""Which values may go to an engine beside a text: those that both engines hold alike."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from graph.errors import InvalidQueryError

WHOLE_NUMBERS = range(-(2**63), 2**63)


def sendable(parameters: Mapping[str, Any] | None) -> dict[str, Any]:
    """The parameters, or {} for None.

    Raises InvalidQueryError for a whole number beyond 64 bits, infinity and NaN, a text with half a character (a lone
    surrogate), and anything that is not None, bool, int, float, str, or a list or dict of these.
    """
    for name, value in (parameters or {}).items():
        trouble = _trouble(value)
        if trouble:
            raise InvalidQueryError(f"The value of ${name} cannot be sent: {trouble}.", do="Give another value.")
    return dict(parameters or {})


def _trouble(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return "" if isfinite(value) else "it is no finite number"
    if isinstance(value, int):
        return "" if value in WHOLE_NUMBERS else "the number is larger than any database holds"
    if isinstance(value, str):
        return "" if value.isascii() or _is_whole(value) else "the text holds half a character"
    if isinstance(value, Mapping):
        return _trouble([*value.keys(), *value.values()])
    if isinstance(value, list | tuple):
        return next((trouble for entry in value if (trouble := _trouble(entry))), "")
    return f"it is neither text, number, list nor map but {type(value).__name__}"


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
