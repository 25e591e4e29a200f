"""An answer to a saved question: its rows, and everything that must be said beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from queries.citations import Citation
from queries.format import Query
from queries.parameters import Value

EVIDENCE = "evidence"
"""The column that is added to an answer whose evidence was read: for each row its citations, as texts."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """The sources of loads that were not complete before or after the question, and of those that became complete
    between: with any of them, the same question asked again may have another answer."""

    unfinished: tuple[str, ...]
    finished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of plain values, one a declared column, in the query's order.

    `citations` has as many items as `rows`: what each row rests on, or nothing where `cited` is false and nobody
    asked; `evidence_left_out` is true where that is so because the rows are too many. `parameters` are all that were
    bound, with defaults. `denominator` is the number of which the query's `denominator.counts` speaks. `cut` is true
    where the row limit ended the answer early. `later` counts the rows something of which may have been stated only
    after the date `known`; it is None where no such date was given.
    """

    query: Query
    parameters: Mapping[str, Value]
    rows: tuple[tuple[Any, ...], ...]
    cited: bool
    citations: tuple[tuple[Citation, ...], ...]
    denominator: int
    cut: bool
    evidence_left_out: bool
    later: int | None
    meanwhile: Meanwhile

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Name and type of each column of `table`: the declared ones, then evidence where it was read."""
        declared = tuple((each.name, each.type) for each in self.query.columns)
        return (*declared, (EVIDENCE, "texts")) if self.cited else declared

    @property
    def table(self) -> list[tuple[Any, ...]]:
        """The rows, with their evidence as texts where it was read, each text once."""
        if not self.cited:
            return list(self.rows)
        return [
            (*row, list(dict.fromkeys(str(each) for each in cited)))
            for row, cited in zip(self.rows, self.citations, strict=True)
        ]

    @property
    def notes(self) -> tuple[str, ...]:
        """What must be said before the rows, one line each: loads, row limit, denominator, dates, caveats."""
        lines = []
        if self.meanwhile.unfinished:
            lines.append(f"Not complete: the load of {', '.join(self.meanwhile.unfinished)} is unfinished.")
        if self.meanwhile.finished:
            lines.append(f"While this was asked, the load of {', '.join(self.meanwhile.finished)} became complete.")
        if self.cut:
            lines.append(f"Only the first {len(self.rows):,} rows are shown: there are more.")
        lines.append(f"Out of {self.denominator:,} {self.query.denominator.counts}.")
        if self.evidence_left_out:
            lines.append(f"What {len(self.rows):,} rows rest on takes a while to read: ask for it with --citations.")
        if self.later is not None:
            lines.append(f"{self.later:,} of the rows rest on something that may have been stated later.")
            lines.append("Who is held to be one person, and what to be one case, is as decided today.")
        return (*lines, *self.query.caveats)

    @property
    def no_rows(self) -> str:
        """The sentence that stands in place of rows, where there is none."""
        return self.query.no_rows(self.denominator, dict(self.parameters))
