"""Finds the conditions of a Cypher text: what follows a WHERE or AND at the beginning of a line.

Those below a comment that begins `// Saves time:` are none: they leave out early what no answer could hold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BEGINS = re.compile(r"^[ ]*(?:WHERE|AND) ", re.MULTILINE)
_SAVING = re.compile(r"^[ ]*// Saves time: .*\n(?:[ ]*(?:WHERE|AND) .*\n)*[ ]*\Z", re.MULTILINE)
_OPENING, _CLOSING = "([{", ")]}"


@dataclass(frozen=True)
class Condition:
    """One condition: where it stands in the text. A block in brackets is one, and so is each line inside it."""

    start: int
    end: int
    text: str

    def dropped_from(self, cypher: str) -> str:
        """The text as if the condition were not there."""
        return f"{cypher[: self.start]}true{cypher[self.end :]}"


def conditions(cypher: str) -> Iterator[Condition]:
    """All conditions of the text, in order."""
    for match in _BEGINS.finditer(cypher):
        if _SAVING.search(cypher[: match.start()]):
            continue
        end = _end(cypher, match.end())
        yield Condition(match.end(), end, " ".join(cypher[match.end() : end].split()))


def _end(cypher: str, start: int) -> int:
    depth, quoted = 0, False
    for place in range(start, len(cypher)):
        sign = cypher[place]
        quoted ^= sign == "'"
        if quoted:
            continue
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth < 0 or (depth == 0 and sign == "\n"):
            return place
    return len(cypher)
