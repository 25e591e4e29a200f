"""Dates, times and durations of Neo4j as ISO text, written as the embedded engine writes them."""

import re

from neo4j.time import Date, DateTime, Duration, Time

TEMPORAL = (Date, DateTime, Duration, Time)

_NO_FRACTION = re.compile(r"\.0+(?!\d)")
_EMPTY_THOUSANDTHS = re.compile(r"(?<=\d{3})(?:000){1,2}(?!\d)")
_TRAILING_ZEROS = re.compile(r"(?<=[1-9])0+(?=S)")
_NO_SECONDS = re.compile(r"(?<=:\d\d):00(?![.\d])")


def iso_text(value: Date | DateTime | Duration | Time) -> str:
    """The shortest ISO form with fractions in thousandths: 2021-03-04, 05:06Z, 2021-03-04T05:06:07.120+01:00, P1Y2M.

    A named time zone stands behind the offset in square brackets.
    """
    text = _NO_FRACTION.sub("", value.iso_format())
    if isinstance(value, Duration):
        return _TRAILING_ZEROS.sub("", text) if "." in text else text
    if isinstance(value, Date):
        return text
    if "." in text:
        text = _EMPTY_THOUSANDTHS.sub("", text)
    zone = getattr(value.tzinfo, "zone", None) if isinstance(value, DateTime) else None
    text = _NO_SECONDS.sub("", text).replace("+00:00", "Z")
    return text if zone in (None, "UTC") else f"{text}[{zone}]"
