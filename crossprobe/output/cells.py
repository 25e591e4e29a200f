"""One value as text: short and readable in a table, whole and exact everywhere else."""

import json
import re
from typing import Any

from crossprobe.output.result import Column
from graph import ids

_RECORD_ID = re.compile(rf"[a-z][a-z_-]*:[{ids.ALPHABET}]{{{ids.DIGITS}}}")


def shown(value: Any, column: Column) -> str:  # noqa: ANN401 - whatever a row holds
    """The value in a table for people: ids as they are quoted, codes by their label, times to the
    minute, a list one item a line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() if column.type in {"code", "codes"}:
            from graph.vocabulary import label_of

            return label_of(value)
        case str() if column.type == "time":
            return value[:16].replace("T", " ")
        case str() if column.type == "digest":
            return value[:10]
        case str() if _RECORD_ID.fullmatch(value):
            return ids.quoted(value)
        case list() | tuple():
            return "\n".join(shown(each, column) for each in value)
        case dict():
            return ", ".join(f"{name}: {shown(each, column)}" for name, each in value.items() if each is not None)
    return exact(value)


def exact(value: Any) -> str:  # noqa: ANN401 - whatever a row holds
    """The value in a cell of a file: nothing is shortened, absent is empty, lists are parted by semicolons."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case list() | tuple() if not any(isinstance(each, list | tuple | dict) for each in value):
            return "; ".join(exact(each) for each in value)
        case list() | tuple() | dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)
