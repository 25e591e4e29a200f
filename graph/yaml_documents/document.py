"""A document: its values, and the line of each."""

from dataclasses import dataclass
from typing import Any

from graph.errors import Problem

Place = tuple[str | int, ...]
"""A place in a document: keys of mappings and, from 0, places in lists."""

MAX_PROBLEMS = 100
"""How many mistakes of one kind are listed; a person mends those first, and hostile files have millions."""

SHOWN = 60
"""How many characters of a value a problem quotes; the rest is cut off, whatever a file holds."""

Mark = int | tuple[int, "dict[str, Mark] | list[Mark]"]
"""The line of a text, or the line of a mapping or list with the marks of what it holds."""


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document as it stands in a file.

    `file` is how the file is shown to people; `value` is a plain tree of dict, list, str and None, which nobody
    changes; `marks` has the shape of `value`.
    """

    file: str
    value: Any
    marks: Mark

    def line(self, path: Place) -> int:
        """The line, from 1, where the value stands: that of its key, and where it is absent its nearest parent's."""
        mark = self.marks
        for part in path:
            if isinstance(mark, int):
                break
            inside = mark[1]
            if isinstance(inside, dict):
                if part not in inside:
                    break
                mark = inside[str(part)]
            elif isinstance(part, int) and 0 <= part < len(inside):
                mark = inside[part]
            else:
                break
        return mark if isinstance(mark, int) else mark[0]

    def problem(self, path: Place, what: str, allowed: str = "") -> Problem:
        """A mistake at the place: what is wrong, and what is allowed."""
        return Problem(self.file, self.line(path), path_text(path), what, allowed)


def path_text(path: Place) -> str:
    """The place as people read it: `officers[2].served_in[0].rank`."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


def shown(value: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    """The value as problems quote it."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 3] + "...")
