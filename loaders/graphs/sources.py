"""From the lines of a file to what each of its sources states, exactly as it was stated."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.columns.facts import ColumnFacts
from graph.errors import CrossprobeError, LoadError
from graph.records import Record, Recorded
from graph.rows import record_row
from loaders.graphs.columns import Columns
from loaders.graphs.lines import HeaderLine, RecordLine, StatementLine
from loaders.graphs.reading import Line

_OURS = frozenset(
    {"id", "canonical_id", "source_id", "locator", "recorded_from", "recorded_to", "recorded_basis"}
    | {"content_hash", "name_folded", "held"}
)


@dataclass
class WholeFile:
    """Everything a file holds: what sources state as columns; sources and shared records, loads, decisions and the
    suggestions of our models, which are few, one by one."""

    columns: Columns
    whole: bool = False
    sources: dict[str, Record] = field(default_factory=dict)
    shared: dict[str, Record] = field(default_factory=dict)
    loads: list[Mapping[str, Any]] = field(default_factory=list)
    decisions: list[Mapping[str, Any]] = field(default_factory=list)
    suggestions: list[Mapping[str, Any]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Takes a line. Raises LoadError where it is not the model's."""
        if isinstance(line, HeaderLine):
            self.whole = line.whole
            return
        row = line.properties
        if isinstance(line, StatementLine):
            self.columns.add(line.type, {**row, "from_id": line.from_id, "to_id": line.to_id})
        elif line.part == "loads":
            # Of a part, it must not pass for the load of the whole input: that would never be loaded again.
            self.loads.append({name: value for name, value in row.items() if self.whole or name != "digest"})
        elif line.part == "decisions":
            self.decisions.append(row)
        elif line.label == "Suggestion" and not row.get("content_hash"):  # a model's of ours: no source states it
            self.suggestions.append(row)
        elif line.label == "Source" and row.get("held"):
            self.sources[str(row.get("source_id"))] = _record(line)
        elif line.label == "Source" or str(row.get("source_id")).startswith("vocabulary:"):
            self.shared[str(row["id"])] = _record(line)
        else:
            self.columns.add(line.label, row)

    def facts(self) -> list[ColumnFacts]:
        """What each source states, in the order of their ids.

        Raises LoadError where a row is not the model's or not what its content hash says, or where its source is not
        in the file.
        """
        self.columns.finish()
        stating = {*self.columns.records, *self.columns.statements}
        for slug in sorted(stating - self.sources.keys()):
            raise LoadError(f"The source {slug} states something in the file and is not in it.")
        return [
            ColumnFacts(source, self.columns.records[slug], self.columns.statements[slug], self._touched(slug))
            for slug, source in sorted(self.sources.items())
        ]

    def _touched(self, slug: str) -> tuple[Record, ...]:
        """The shared records and the other sources that the source's statements run to."""
        several = (parts.only("to_id").frames() for parts in self.columns.statements[slug].values())
        ends = {end for frames in several for rows in frames for end in rows["to_id"].unique().to_list()}
        others = {each.id: each for other, each in self.sources.items() if other != slug}
        known = self.shared | others
        return tuple(known[end] for end in sorted(ends & known.keys()))


def _record(line: RecordLine) -> Record:
    row = line.properties
    start = _text(row, "recorded_from")
    recorded = Recorded(start, _text(row, "recorded_to") or start, row.get("recorded_basis") or "stated")  # type: ignore[arg-type]
    stated = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    own = {name: value for name, value in stated.items() if name not in _OURS}
    record = Record(line.label, _text(row, "id"), _text(row, "source_id"), _text(row, "locator"), recorded, own)
    try:
        again = record_row(record)["content_hash"]
    except CrossprobeError as error:
        raise LoadError(f"{record.id}: {error.what}") from None
    if again != row.get("content_hash"):
        raise LoadError(f"{record.id} is not what its content hash says: it was changed.")
    return record


def _text(row: Mapping[str, Any], name: str) -> str:
    return str(row.get(name) or "")
