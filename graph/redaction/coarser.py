"""What a value becomes where it is made coarser: dates to years, forces to regions, small numbers to nothing."""

import re
from typing import Any

from graph.model.properties import FIGURE, PUBLIC_NAME, WHEN, Property
from graph.subgraph import Row

SMALLEST = 5
"""The smallest number of people or matters that is told."""

_YEAR = re.compile(r"\d{4}")
_INSTEAD = {"Force": ("region", "country"), "Body": ("body_kind",), "Offence": ("act",), "Source": ("source_kind",)}


def coarser(owner: str, each: Property, value: Any, row: Row) -> Any:  # noqa: ANN401 - any stored value
    """The coarser value, or None where there is none. `row` is the whole record or statement."""
    match each.redaction:
        case _ if each.redaction == WHEN:
            year = _YEAR.match(str(value))
            return year[0] if year else None
        case _ if each.redaction == FIGURE:
            return _figure(value, row)
        case _ if each.redaction == PUBLIC_NAME and each.name == "name":
            return next((row[name] for name in _INSTEAD.get(owner, ()) if row.get(name)), None)
    return None


def suppressed(value: Any) -> bool:  # noqa: ANN401 - any stored value
    """Whether it is a number too small to be told."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value < SMALLEST


def _figure(value: Any, row: Row) -> Any:  # noqa: ANN401 - any stored value
    """The figure itself; without it, how it was meant is dropped too."""
    if isinstance(value, str):
        return None if any(suppressed(row.get(name)) for name in ("size", "value")) else value
    return None if suppressed(value) else value
