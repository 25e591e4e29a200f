"""From the rows of a table to the columns of records and statements that they state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.columns.hashing import statement_ids
from graph.columns.rows import record_rows, statement_rows
from graph.model import KINDS, record_properties, statement_properties
from graph.model.properties import Property
from graph.records import Recorded
from graph.vocabulary.codes import Scheme
from loaders.casebooks.fields import STATED_NUMBERS
from loaders.tables.conditions import all_hold
from loaders.tables.files import ROW
from loaders.tables.keys import Ids, key_parts, key_problems
from loaders.tables.models import Condition, RecordEntry, Reference, StatementEntry, Value
from loaders.tables.rejects import Rejects
from loaders.tables.values import Compiled, bound_of, compiled

NAMED = frozenset({"Officer", "Account", "Force", "Body"})
"""Kinds that a name identifies: one without a name, number or handle is not identified."""

_NAME_PARTS = ("first_name", "middle_initial", "last_name", "suffix")


@dataclass(frozen=True, slots=True)
class Stated:
    """What one entry of the mapping states: rows to write, each with ROW, the row of `table` it stands in."""

    table: str
    rows: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Stating:
    """Maps entries over the rows of one table."""

    table: str
    ids: Ids
    recorded: Recorded
    schemes: Mapping[str, Scheme]
    rejects: Rejects

    def record(self, name: str, entry: RecordEntry) -> Stated:
        """The records of one entry; rows without a key or with bad values are rejected."""
        column = self.ids.column(name, where=entry.where)
        known = {each.name: each for each in record_properties(entry.kind)}
        stated = self._stated(entry, known, [(name, entry.key)], {"id": pl.col(column)})
        rows = record_rows(_identified(stated.drop(ROW), entry.kind), entry.kind, self.ids.source_id, self.recorded)
        return Stated(self.table, rows.with_columns(stated[ROW]))

    def statement(self, entry: StatementEntry) -> Stated:
        """The statements of one entry; rows without an end or with bad values are rejected."""
        ends = {"from_id": self._end(entry.from_, entry.where), "to_id": self._end(entry.to, entry.where)}
        keys = [
            (each.record, each.key or self.ids.records[each.record].key)
            for each in (entry.from_, entry.to)
            if each.record
        ]
        known = {each.name: each for each in statement_properties(entry.type)}
        key = {f"_key{place}": part for place, part in enumerate(key_parts(entry.key))}
        stated = self._stated(entry, known, [*keys, ("key", entry.key)], {**ends, **key}, self._codes(entry))
        source = self.ids.source_id
        parts = [pl.col(each) for each in key]
        stated = statement_ids(stated, "id", entry.type, source, (pl.col("from_id"), pl.col("to_id")), parts)
        rows = statement_rows(stated.drop(ROW, *key), entry.type, source, self.recorded)
        return Stated(self.table, rows.with_columns(stated[ROW]))

    def _end(self, end: Reference, where: Sequence[Condition]) -> pl.Expr:
        if end.record is not None:
            return pl.col(self.ids.column(end.record, end.key, where))
        return pl.concat_str([pl.lit(f"{KINDS[end.kind or ''].prefix}:"), self._code(end).stated])

    def _code(self, end: Reference) -> Compiled:
        assert end.code is not None  # noqa: S101 - the form has seen to it
        return compiled(end.code, None, self.schemes.get(end.code.look_up))

    def _codes(self, entry: StatementEntry) -> list[tuple[str, pl.Expr, pl.Expr, str]]:
        found = []
        for end in (entry.from_, entry.to):
            if end.kind is not None:
                code = self._code(end)
                found.append((end.kind.lower(), code.absent, code.original, "there is no code"))
                if code.bad is not None:
                    found.append((end.kind.lower(), code.bad, code.original, code.reason))
        return found

    def _stated(
        self,
        entry: RecordEntry | StatementEntry,
        known: Mapping[str, Property],
        keys: Sequence[tuple[str, Sequence[Value]]],
        columns: Mapping[str, pl.Expr],
        problems: Sequence[tuple[str, pl.Expr, pl.Expr, str]] = (),
    ) -> pl.DataFrame:
        rows = self.ids.rows.filter(all_hold(entry.where)) if entry.where else self.ids.rows
        unkeyed = rows.filter(pl.any_horizontal([each.is_null() for each in columns.values()]))
        self._reject(unkeyed, [(name, *problem) for name, key in keys for problem in key_problems(key)])
        found = list(problems)
        values = {}
        for name, value in entry.properties.items():
            each = compiled(value, known[name], self.schemes.get(value.look_up))
            values[name] = each.stated
            if each.bad is not None:
                found.append((name, each.bad, each.original, each.reason))
            if name in STATED_NUMBERS and "bound" not in entry.properties:
                values["bound"] = pl.when(each.stated.is_not_null()).then(bound_of(each.original))
            if value.look_up:
                values.update(_beside(name, value, each.original, each.stated, entry, known, self.ids.source_id))
        self._reject(rows, found)
        locator = pl.concat_str([pl.lit(f"{self.table} row "), pl.col(ROW).cast(pl.String)])
        kept = self.rejects.without(self.table, rows)
        made = {**columns, "locator": locator, **values}
        return kept.select(pl.col(ROW), *(each.alias(name) for name, each in made.items()))

    def _reject(self, rows: pl.DataFrame, problems: Sequence[tuple[str, pl.Expr, pl.Expr, str]]) -> None:
        """Rejects those of the rows that have one of the problems: field, condition, what stands there, reason."""
        if not (rows.height and problems):
            return
        checked = rows.select(pl.col(ROW), *(each[1].alias(str(place)) for place, each in enumerate(problems)))
        for place, (field, _, original, reason) in enumerate(problems):
            self.rejects.add(self.table, rows.filter(checked[str(place)]), field, original, reason)


def _beside(
    name: str,
    value: Value,
    original: pl.Expr,
    code: pl.Expr,
    entry: RecordEntry | StatementEntry,
    known: Mapping[str, Property],
    source_id: str,
) -> dict[str, pl.Expr]:
    """What stands beside a code that was looked up: the source's own words, and who put the code to them."""
    found = {}
    if (words := f"{name}_as_stated") in known and words not in entry.properties:
        found[words] = original
    if "coded_by" in known and "coded_by" not in entry.properties:
        found["coded_by"] = pl.when(code.is_not_null()).then(pl.lit(f"mapping of {source_id}, by {value.look_up}"))
    return found


def _identified(frame: pl.DataFrame, kind: str) -> pl.DataFrame:
    if kind not in NAMED:
        return frame
    parts = [each for each in _NAME_PARTS if each in frame.columns]
    if parts and "name" not in frame.columns:
        whole = pl.concat_str([pl.col(each) for each in parts], separator=" ", ignore_nulls=True)
        frame = frame.with_columns(pl.when(whole != "").then(whole).alias("name"))
    if "identified" in frame.columns:
        return frame
    said = [pl.col(each).is_not_null() for each in ("name", "number", "handle") if each in frame.columns]
    nameless = ~pl.any_horizontal(said) if said else pl.lit(True)
    if "why_unidentified" in frame.columns:
        nameless = nameless | pl.col("why_unidentified").is_not_null()
    return frame.with_columns(pl.when(nameless).then(pl.lit(False)).alias("identified"))
