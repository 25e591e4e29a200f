"""One suggestion as a page of text: both records side by side, what differs, why, and what a decision would change."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from crossprobe.output.terminal import harmless, one_line
from graph.identity.effects import effect_text
from graph.identity.suggesting import PROBABLE
from graph.identity.suggestions import Suggestion
from graph.identity.waiting import Waiting
from graph.ids import quoted
from graph.model import record_properties
from graph.sentences import called
from queries.showing import Shown

_KEPT_BY_US = frozenset(
    {
        "id", "canonical_id", "source_id", "locator", "content_hash", "name_folded",
        "recorded_from", "recorded_to", "recorded_basis",
    }
)  # fmt: skip
_STATED_LINES = 6

NOBODY_ELSE = "No other officer of that name in the same force."


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page shows of a suggestion: the two records with all that is stated of them, the sentences of what is
    linked to them, and the namesakes of either in its forces."""

    waiting: Waiting
    left: Shown
    right: Shown
    left_stated: Sequence[str]
    right_stated: Sequence[str]
    namesakes: Sequence[str]


def page_text(sheet: Sheet, *, place: str, width: int) -> str:
    """The page, harmless to a terminal; `place` is where one is among the suggestions, `width` in signs."""
    told = sheet.waiting.suggestion
    lines = [f"{place}  {_likely(told)}, suggested by {told.model}", ""]
    for title, left, right, mark in _rows(sheet):
        lines += _side_by_side(title, left, right, mark, width)
    lines += ["", *_listed("For", told.reasons), *_listed("Against", told.against)]
    if sheet.left.label == sheet.right.label == "Officer":
        lines += _listed("Namesakes", sheet.namesakes or (NOBODY_ELSE,))
    lines += _listed("If same", (effect_text(sheet.waiting.change),))
    return harmless("\n".join(lines)) + "\n"


def _likely(told: Suggestion) -> str:
    if told.score is None:
        return "no score"
    # What is weighed by hand orders the pairs, and says nothing of how many such pairs are right.
    return f"{'probability' if told.model in PROBABLE else 'weak, score'} {told.score:.3f}"


def _rows(sheet: Sheet) -> list[tuple[str, str, str, str]]:
    """Title, left, right, and the mark: = where both state the same, ≠ where they differ, blank where one is silent."""
    left, right = sheet.left, sheet.right
    rows = [
        ("record", quoted(left.properties["id"]), quoted(right.properties["id"]), " "),
        ("called", called(left.label, left.properties), called(right.label, right.properties), " "),
        ("source", _source(left), _source(right), " "),
        ("told", _told(left), _told(right), " "),
    ]
    names = dict.fromkeys(each.name for label in (left.label, right.label) for each in record_properties(label))
    for name in names:
        one, two = _words(left.properties.get(name)), _words(right.properties.get(name))
        if name not in _KEPT_BY_US and (one or two):
            rows.append((name.replace("_", " "), one, two, "=" if one == two else "≠" if one and two else " "))
    most = max(len(sheet.left_stated), len(sheet.right_stated))
    for number in range(min(most, _STATED_LINES)):
        rows.append(("stated", _at(sheet.left_stated, number), _at(sheet.right_stated, number), " "))
    if most > _STATED_LINES:
        rows.append(("", _more(sheet.left_stated), _more(sheet.right_stated), " "))
    return rows


def _at(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _more(lines: Sequence[str]) -> str:
    return f"and {len(lines) - _STATED_LINES} more" if len(lines) > _STATED_LINES else ""


def _source(shown: Shown) -> str:
    source = str(shown.properties.get("source_id") or "")
    title = shown.sources.get(source, {}).get("name")
    parts = [f"{title} ({source})" if title else source, shown.properties.get("locator")]
    return ", ".join(str(each) for each in parts if each)


def _told(shown: Shown) -> str:
    """When the source stated it: one day, or the first and the last that it can have been."""
    begin, end = (str(shown.properties.get(each) or "") for each in ("recorded_from", "recorded_to"))
    return f"{begin} to {end}" if end and end != begin else begin


def _words(value: Any) -> str:  # noqa: ANN401 - any stored value
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _side_by_side(title: str, left: str, right: str, mark: str, width: int) -> list[str]:
    column = max((width - 22) // 2, 16)
    cells = [wrap(one_line(each), column) or [""] for each in (left, right)]
    height = max(map(len, cells))
    lines = []
    for number in range(height):
        one, two = (_at(cell, number) for cell in cells)
        lines.append(
            f"{title if number == 0 else '':<17}{mark if number == 0 else ' '}  {one:<{column}}  {two}".rstrip()
        )
    return lines


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return [f"{title if number == 0 else '':<11}{one_line(each)}" for number, each in enumerate(lines)]
