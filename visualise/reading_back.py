"""A finished page read back, so that its redaction is checked on what leaves and not on what was meant."""

import json
import re
from collections.abc import Iterator
from typing import Any

from graph.redaction.cells import Cell

_ISLAND = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)

_OURS = frozenset(
    {"rules", "kinds", "types", "statuses", "options", "tool", "digest", "redaction", "shape", "smooth", "arrows"}
)
"""Parts of the data that are the same in every page, or say nothing of what is in it."""

_TYPED = ("title", "marking")
"""What its maker typed."""


def read_back(page: str) -> Iterator[Cell]:
    """Every text in the page's data, as the page's own word: none of them may hold a name, a number or an old id."""
    (island,) = _ISLAND.findall(page)
    data = json.loads(island)
    yield from (Cell("", name, data.pop(name)) for name in _TYPED)
    yield from (Cell("", "source", slug) for slug in data["sources"])
    for text in _texts(data):
        yield Cell("", "text", text)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    match value:
        case dict():
            for name, each in value.items():
                if name not in _OURS:
                    yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)
        case str() if value:
            yield value
