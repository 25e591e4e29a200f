"""What one file seems to state, as lines of a mapping."""

import re
from collections.abc import Callable, Iterator, Sequence

import polars as pl

from loaders.tables.suggesting.columns import Seen, comment, depends, quoted, roles, seen, template

_BRACES = re.compile(r"[{}]")
_PERSON = ("first_name", "last_name", "name")


class Draft:
    """The lines for one file: `table()` once `state` was called, `records` and `statements`.

    Invariant: every column is used by a line or stands under `ignore`. One whose name holds a brace cannot be named.
    """

    def __init__(self, name: str, file: str, frame: pl.DataFrame, header: int = 1) -> None:
        self.name = name
        self._header = header
        self.records: list[str] = []
        self.statements: list[str] = []
        self._file = file
        self._frame = frame
        self._columns = seen(frame)
        self._roles = roles([each for each in self._columns if not _BRACES.search(each.name)])
        self._used: set[str] = set()
        named = [self._roles[each] for each in _PERSON if each in self._roles]
        self._person = [self._roles["officer"]] if "officer" in self._roles else named
        self._case = [self._roles["case"]] if "case" in self._roles else []

    def distinctness(self) -> float:
        """How nearly each row has a case of its own: such a file states the cases, others name them."""
        return self._case[0].distinct / self._frame.height if self._case else 0

    def table(self) -> Iterator[str]:
        """The table, with every column that nothing uses under `ignore`."""
        yield f"  {self.name}:"
        yield f"    file: {quoted(self._file)}  # {self._frame.height:,} rows"
        if self._header > 1:
            yield f"    header: {self._header}  # the names of columns seem to stand there, below titles"
        left = [each for each in self._columns if each.name not in self._used]
        if left:
            yield "    ignore:  # what is neither used nor ignored is a mistake; use what you need, leave the rest here"
            yield from (f"      - {quoted(each.name)}  # {_line(comment(each))}" for each in left)

    def state(self, owned: dict[tuple[str, str], str]) -> None:
        """Writes the lines. `owned` says which record entry states what a column of that name names, and is added to:
        of one thing only one file states properties, or they would contradict each other."""
        officer = self._owner("officer", self._person, owned, self._of_officer)
        case = self._owner("case", self._case, owned, self._of_case)
        if officer and case:
            self._allege(officer, case)
        if self._person and "force" in self._roles:
            self.statements += [
                "  # Where they serve needs a code for each force: see SERVED_IN in the guide, and the column",
                f"  # {_line(self._roles['force'].name)} ({_line(comment(self._roles['force']))}).",
            ]

    def _owner(
        self, what: str, key: Sequence[Seen], owned: dict[tuple[str, str], str], state: Callable[[], Iterator[str]]
    ) -> str:
        if not key:
            return ""
        known = (what, "\n".join(each.name for each in key))
        if known not in owned:
            owned[known] = f"{self.name}_{what}"
            self.records += [*state()]
        return owned[known]

    def _of_officer(self) -> Iterator[str]:
        yield from self._entry("officer", "Officer", self._person, "  # what tells one person from another")
        yield "    properties:"
        yield "      person_kind: officer  # or special, staff; leave it out where it is not known"
        for role in (*_PERSON, "officer"):
            if role in self._roles:
                yield from self._property("number" if role == "officer" else role, self._roles[role], self._person)

    def _of_case(self) -> Iterator[str]:
        yield from self._entry("case", "Investigation", self._case)
        yield "    properties:"
        yield f"      reference: {self._take(self._case[0])}"
        for role in ("opened", "closed"):
            if role in self._roles:
                yield from self._property(role, self._roles[role], self._case)

    def _allege(self, officer: str, case: str) -> None:
        category = [self._roles["category"]] if "category" in self._roles else []
        parts = [*self._case, *self._person, *category]
        self.records += [*self._entry("allegation", "Allegation", parts)]
        if category:
            self.records += [
                "    properties:",
                f"      category_as_stated: {self._take(category[0])}",
                "      # with codes: category: { text: ..., look_up: iopc-2020 }; see crossprobe vocab list",
            ]
        ends = f"{{ record: {self.name}_allegation }}"
        to_officer = f"{{ record: {officer}, key: {self._key(self._person)} }}"
        to_case = f"{{ record: {case}, key: {self._key(self._case)} }}"
        self.statements += [*self._link("AGAINST", ends, to_officer, parts)]
        self.statements += ["    properties:", "      status: alleged  # an allegation is not a finding"]
        if "finding" in self._roles:
            self.statements += self._property("finding_as_stated", self._roles["finding"], parts)
        self.statements += [*self._link("EXAMINED_IN", ends, to_case, parts)]
        if "outcome" in self._roles and depends(self._frame, [*self._case, *self._person], self._roles["outcome"]):
            self.statements += [*self._link("SUBJECT_OF", to_officer, to_case, [*self._case, *self._person])]
            self.statements += ["    properties:", f"      outcome_as_stated: {self._take(self._roles['outcome'])}"]

    def _entry(self, what: str, kind: str, key: Sequence[Seen], why: str = "") -> Iterator[str]:
        yield f"  {self.name}_{what}:"
        yield f"    kind: {kind}"
        yield f"    table: {self.name}"
        yield from self._where(key)
        yield f"    key: {self._key(key)}{why}"

    def _link(self, kind: str, start: str, end: str, key: Sequence[Seen]) -> Iterator[str]:
        yield f"  - type: {kind}"
        yield f"    table: {self.name}"
        yield from self._where(key)
        yield f"    from: {start}"
        yield f"    to: {end}"

    def _where(self, key: Sequence[Seen]) -> Iterator[str]:
        """Rows without a key state no such thing; else they would be rejected, whatever else they state."""
        blank = [each for each in key if each.filled < self._frame.height]
        if blank:
            yield "    where:"
            yield from (f"      - {{ column: {quoted(each.name)}, present: true }}" for each in blank)

    def _property(self, name: str, column: Seen, key: Sequence[Seen]) -> Iterator[str]:
        if not depends(self._frame, key, column):
            yield f"      # {name}: {_line(column.name)} differs between rows of one {_line(key[0].name)}"
            return
        formats = column.formats or ()
        extra = {"formats": f"[{quoted(formats[0])}]"} if formats else {}
        other = f"  # or {', '.join(formats[1:])}?" if formats[1:] else ""
        yield f"      {name}: {self._take(column, extra)}{other}"
        if name == "number":
            yield f"      number_kind: {quoted(column.name)}  # whose numbers these are"

    def _key(self, columns: Sequence[Seen]) -> str:
        return f"[{', '.join(self._take(each) for each in columns)}]"

    def _take(self, column: Seen, extra: dict[str, str] | None = None) -> str:
        self._used.add(column.name)
        return template(column, extra)


def _line(text: str) -> str:
    """The text as it may stand in a comment: on one line, nothing hidden."""
    return "".join(each if each.isprintable() else " " for each in text)
