"""One stored value as text: the same in every format that has nothing but text, so that it is read back alike."""

import json
from typing import Any


def text_of(value: Any) -> str:  # noqa: ANN401 - any stored value
    """The value as text: true and false, a whole number without a point, a list as a JSON array."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case list() | tuple():
            return json.dumps(list(value), ensure_ascii=False)
    return str(value)
