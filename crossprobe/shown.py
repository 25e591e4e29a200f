"""Which records and statements an answer shows, by their ids, wherever in it they stand."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from graph import ids

_IDS = re.compile(rf"\b[a-z][a-z_-]*:[{ids.ALPHABET}]{{{ids.DIGITS}}}\b")


def shown_ids(answer: Any) -> list[str]:  # noqa: ANN401 - whatever a room gives back
    """Every id in the answer, each once, sorted; looks into dataclasses, lists, dicts and texts."""
    found: set[str] = set()
    for text in _texts(answer):
        found.update(_IDS.findall(text))
    return sorted(found)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    match value:
        case str():
            if ":" in value:
                yield value
        case dict():
            for name, each in value.items():
                yield from _texts(name)
                yield from _texts(each)
        case list() | tuple() | set() | frozenset():
            for each in value:
                yield from _texts(each)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))
