"""What rows call records: keys, and the ids that follow from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from graph.columns.hashing import length_prefixed_columns, record_ids
from graph.model import KINDS
from loaders.tables.conditions import all_hold
from loaders.tables.files import ROW
from loaders.tables.models import Condition, RecordEntry, Value
from loaders.tables.values import Compiled, compiled

OCCURRENCE = "_occurrence"


@dataclass(slots=True)
class Ids:
    """The rows of one table with a column for each id that is asked for; each is hashed once.

    Rows with the same cells must all be here where those are a key. Invariant: an id hashes the source, the kind and
    the key alone, so rows of two tables that give one kind one key name one record.
    """

    rows: pl.DataFrame
    source_id: str
    records: Mapping[str, RecordEntry]
    _made: dict[tuple[str, ...], str]

    def __init__(self, rows: pl.DataFrame, source_id: str, records: Mapping[str, RecordEntry]) -> None:
        self.rows = rows
        self.source_id = source_id
        self.records = records
        self._made = {}

    def column(self, name: str, key: Sequence[Value] = (), where: Sequence[Condition] = ()) -> str:
        """The column with the id of the record entry `name` in each row, by `key` or the entry's own; null where a
        part of the key is empty or bad (see `key_problems`).

        It need only be there in rows in which the conditions `where` hold: where the entry's own are among them, it is
        null in the rows that state no such record.
        """
        entry = self.records[name]
        values = list(key) or entry.key
        prefix = KINDS[entry.kind].prefix
        stated = entry.where if all(each in where for each in entry.where) else []
        known = (prefix, *(each.model_dump_json() for each in (*values, *stated)))
        if known not in self._made:
            column = f"_id{len(self._made)}"
            parts = key_parts(values) if values else self._cells()
            if stated:
                parts = [pl.when(all_hold(stated)).then(each) for each in parts]
            self.rows = record_ids(self.rows, column, prefix, self.source_id, parts)
            self._made[known] = column
        return self._made[known]

    def _cells(self) -> list[pl.Expr]:
        self.rows = self.rows.with_columns(all_cells(self.rows.columns).alias(OCCURRENCE))
        number = pl.int_range(pl.len()).over(OCCURRENCE, order_by=ROW).cast(pl.String)
        return [pl.col(OCCURRENCE), number]


def all_cells(columns: Sequence[str]) -> pl.Expr:
    """All cells of a row as one text; what was joined to it is not its own."""
    cells = [each for each in columns if not each.startswith("_") and "." not in each]
    return length_prefixed_columns([pl.col(each).fill_null("") for each in sorted(cells)])


def key_parts(values: Sequence[Value]) -> list[pl.Expr]:
    """The parts of a key as texts; null where one is empty or not what it must be."""
    return [each.stated for each in _compiled(values)]


def key_problems(values: Sequence[Value]) -> list[tuple[pl.Expr, pl.Expr, str]]:
    """Where a key cannot be one: a condition, what stands there, and the reason."""
    problems = []
    for each in _compiled(values):
        problems.append((each.absent, each.original, "the key is empty"))
        if each.bad is not None:
            problems.append((each.bad, each.original, each.reason))
    return problems


def _compiled(values: Sequence[Value]) -> list[Compiled]:
    return [compiled(each, None, None) for each in values]
