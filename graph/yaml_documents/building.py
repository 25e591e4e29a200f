"""From the parser's events to plain values with their lines. No constructor of the YAML library ever runs."""

from collections.abc import Callable
from typing import Any, NoReturn

import yaml

from graph.errors import InvalidInputError, Problem
from graph.hidden_characters import hidden_characters
from graph.yaml_documents.document import MAX_PROBLEMS, Document, Mark, path_text, shown
from graph.yaml_documents.growing import GrowingList, GrowingMapping
from graph.yaml_documents.syntax import syntax_problem

MAX_DEPTH = 40
"""How deep mappings and lists may be nested; a casebook needs five."""

MAX_VALUES = 500_000
"""How many values a document may hold; with their lines they take some 80 MB. A casebook of 1 MB holds 50,000."""

PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)
"""The parser in C where the YAML library was built with it, else the one in Python, ten times slower."""


def build(text: str, file: str) -> tuple[Document, list[Problem]]:
    """The one document in the text, and the mistakes beside which it could still be read.

    Raises InvalidInputError where it could not: no YAML, nothing in it, several documents, deeper than MAX_DEPTH,
    more than MAX_VALUES values or MAX_PROBLEMS problems.
    """
    building = _Building(file)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            building.take(event)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the parser in Python lets chr() fail on \U00110000
        raise InvalidInputError([*building.problems, syntax_problem(error, file)]) from None
    if building.root is None or building.root[0] is None:
        raise InvalidInputError([*building.problems, Problem(file, 0, "", "it is empty", "keys with values")])
    return Document(file, *building.root), building.problems


class _Building:
    """What was read so far: the mappings and lists that are open, outermost first, and the mistakes."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self.root: tuple[Any, Mark] | None = None
        self._file = file
        self._open: list[GrowingList | GrowingMapping] = []
        self._values = 0
        self._take: dict[type, Callable[[Any, int], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: lambda event, line: self._begin(event, GrowingList(line)),
            yaml.MappingStartEvent: lambda event, line: self._begin(event, GrowingMapping(line)),
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def take(self, event: Any) -> None:  # noqa: ANN401 - the library's events have no common type
        """Takes the next event of the parser."""
        take = self._take.get(type(event))
        if take:
            take(event, event.start_mark.line + 1)

    def _scalar(self, event: Any, line: int) -> None:  # noqa: ANN401 - see take
        self._refuse_marks(event, line)
        if event.style == '"' and (hidden := next(hidden_characters(event.value), None)):
            self._problem(line, f"an escape stands for the hidden character {hidden}", "leave it out")
        absent = event.value == "" and event.style in (None, "")
        self._put(None if absent else event.value, line)

    def _begin(self, event: Any, growing: GrowingList | GrowingMapping) -> None:  # noqa: ANN401 - see take
        self._refuse_marks(event, growing.line)
        if len(self._open) >= MAX_DEPTH:
            self._stop(growing.line, f"it is nested more than {MAX_DEPTH} deep", "lists and mappings less deep")
        self._open.append(growing)

    def _end(self, _event: Any, _line: int) -> None:  # noqa: ANN401 - see take
        done = self._open.pop()
        self._put(done.value, (done.line, done.marks))

    def _alias(self, event: Any, line: int) -> None:  # noqa: ANN401 - see take
        what = f"{shown('*' + event.anchor)} is an alias"
        self._problem(line, what, "the value itself; a text with * in front: in quotes")
        self._put(None, line)

    def _document(self, _event: Any, line: int) -> None:  # noqa: ANN401 - see take
        if self.root is not None:
            self._stop(line, "a second document begins here", "one document in a file")

    def _put(self, value: Any, mark: Mark) -> None:  # noqa: ANN401 - text, None, list or mapping
        line = mark if isinstance(mark, int) else mark[0]
        self._values += 1
        if self._values > MAX_VALUES:
            self._stop(line, f"it holds more than {MAX_VALUES:,} values", "several files")
        if not self._open:
            self.root = value, mark
        elif complaint := self._open[-1].put(value, mark):
            self._problem(line, *complaint)

    def _refuse_marks(self, event: Any, line: int) -> None:  # noqa: ANN401 - see take
        if event.anchor is not None:
            what = f"{shown('&' + event.anchor)} is an anchor"
            self._problem(line, what, "leave it out; a text with & in front: in quotes")
        if event.tag is not None:
            self._problem(line, f"{shown(event.tag)} is a tag", "leave it out; a text with ! in front: in quotes")

    def _problem(self, line: int, what: str, allowed: str) -> None:
        path = path_text(tuple(each.step for each in self._open if each.step is not None))
        self.problems.append(Problem(self._file, line, path, what, allowed))
        if len(self.problems) >= MAX_PROBLEMS:
            self._stop(line, "reading stopped here: there may be more mistakes", "mend those above first")

    def _stop(self, line: int, what: str, allowed: str) -> NoReturn:
        raise InvalidInputError([*self.problems, Problem(self._file, line, "", what, allowed)])
