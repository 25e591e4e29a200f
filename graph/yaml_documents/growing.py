"""Mappings and lists while they are read: each keeps its values, their lines, and what is wrong with its keys."""

import sys
from dataclasses import dataclass, field
from typing import Any

from graph.yaml_documents.document import Mark, shown

MAX_KEY = 200
"""How many characters a key may have."""

Complaint = tuple[str, str]
"""What is wrong, and what is allowed."""

UNREADABLE = "?"
"""What a place is called whose key is no text."""


@dataclass(slots=True)
class GrowingList:
    """A list that is not finished."""

    line: int
    value: list[Any] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def step(self) -> int | None:
        """Where in it the next value will stand."""
        return len(self.value)

    def put(self, value: Any, mark: Mark) -> Complaint | None:  # noqa: ANN401 - text, None, list or mapping
        """Takes the next value; there is nothing to complain of."""
        self.value.append(value)
        self.marks.append(mark)
        return None


@dataclass(slots=True)
class GrowingMapping:
    """A mapping that is not finished. What is put is by turns a key and its value.

    Invariant: the first value of a key stays; values of keys that were complained of are read and dropped.
    """

    line: int
    value: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    step: str | None = None
    step_line: int = 0
    kept: bool = True

    def put(self, value: Any, mark: Mark) -> Complaint | None:  # noqa: ANN401 - text, None, list or mapping
        """Takes a key or the value of the last one; gives what is wrong with a key."""
        if self.step is None:
            return self._begin(value, _line(mark))
        if self.kept:
            self.value[self.step] = value
            # Keys are what people look for: a value's line is that of its key.
            self.marks[self.step] = self.step_line if isinstance(mark, int) else (self.step_line, mark[1])
        self.step = None
        return None

    def _begin(self, key: Any, line: int) -> Complaint | None:  # noqa: ANN401 - whatever stands where a key should
        self.step, self.step_line, self.kept = UNREADABLE, line, False
        if not isinstance(key, str) or not key:
            return "a key must be a text", "key: value"
        if len(key) > MAX_KEY:
            return f"the key {shown(key)} has {len(key):,} characters", f"at most {MAX_KEY}"
        self.step = sys.intern(key)
        if key == "<<":
            return "<< is a merge key", "write the values out"
        if key in self.value:
            first = _line(self.marks[key])
            return f"the key {shown(key)} stands here a second time; the first is in line {first}", "each key once"
        self.kept = True
        return None


def _line(mark: Mark) -> int:
    return mark if isinstance(mark, int) else mark[0]
