"""A finished page read back, so that its redaction is checked on what leaves and not on what was meant."""

import json
import re
from collections.abc import Iterator
from typing import Any

from graph.redaction.cells import Cell

_ISLAND = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)

_OURS = frozenset({"rules", "kinds", "types", "statuses", "options", "tool", "digest"})
"""Parts of the data that are the same in every page, or say nothing of what is in it."""

_PROSE = frozenset({"title", "marking", "text", "full", "name", "called", "first"})


def read_back(page: str) -> Iterator[Cell]:
    """Every text in the page's data, as the page's own word: none of them may hold a name, a number or an old id."""
    (island,) = _ISLAND.findall(page)
    yield from _texts("", json.loads(island))


def _texts(name: str, value: Any) -> Iterator[Cell]:  # noqa: ANN401 - whatever JSON holds
    match value:
        case dict():
            for key, each in value.items():
                if key not in _OURS:
                    yield Cell("", "key", key)
                    yield from _texts(key, each)
        case list():
            for each in value:
                yield from _texts(name, each)
        case str() if value:
            yield Cell("", "title" if name in _PROSE else "value", value)
