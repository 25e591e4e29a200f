"""What the entries of a mapping state, gathered piece after piece, in parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from graph.columns.facts import Ends
from graph.columns.parts import Parts
from graph.columns.spool import Spool
from loaders.tables.files import ROW
from loaders.tables.models import MappingFile, StatementEntry
from loaders.tables.same import compared
from loaders.tables.stating import Stated, Stating

PLACE = "_place"
"""The column that holds the row and its table as one number, so that no two rows of a load have the same."""

ENTRY = "_entry"
"""The column that holds the number of the entry that stated it, in the order of tables and, in each, of entries."""

TABLE = "_table"
"""The column that holds the number of a table, taken out of PLACE."""

_ROWS = 2**40
"""More rows than a table has."""


def place(table: int) -> pl.Expr:
    """The PLACE of the rows in the column ROW of the table with that number."""
    return (pl.lit(table, pl.Int64) * _ROWS + pl.col(ROW)).alias(PLACE)


def table_and_row() -> tuple[pl.Expr, pl.Expr]:
    """What `place` put together: the number of the table and the row."""
    return (pl.col(PLACE) // _ROWS).alias(TABLE), (pl.col(PLACE) % _ROWS).alias(ROW)


@dataclass(slots=True)
class Gathered:
    """Records by label, cut by id; statements by their ends, cut by where they start; and by rule the ids of records
    with what is compared of them, cut by id. All but the last have PLACE and ENTRY."""

    form: MappingFile
    spool: Spool
    records: dict[str, Parts] = field(default_factory=dict)
    statements: dict[Ends, Parts] = field(default_factory=dict)
    compared: dict[str, Parts] = field(default_factory=dict)

    def take(self, stating: Stating) -> None:
        """Takes what a piece of a table states."""
        form = self.form
        table = list(form.tables).index(stating.table)
        for number, (name, record) in enumerate(form.records.items()):
            if record.table == stating.table:
                parts = self.records.setdefault(record.kind, Parts("id", self.spool))
                parts.add(_placed(stating.record(name, record), table, number))
        for number, statement in enumerate(form.statements):
            if statement.table == stating.table:
                parts = self.statements.setdefault(self._ends(statement), Parts("from_id", self.spool))
                parts.add(_placed(stating.statement(statement), table, number))
        for rule, same in form.same.items():
            for name, key in same.by.items():
                if form.records[name].table == stating.table:
                    self.compared.setdefault(rule, Parts("id", self.spool)).add(compared(stating.ids, name, key))

    def _ends(self, statement: StatementEntry) -> Ends:
        start, end = (
            self.form.records[each.record].kind if each.record else str(each.kind)
            for each in (statement.from_, statement.to)
        )
        return statement.type, start, end


def keyless(form: MappingFile, table: str) -> bool:
    """Whether rows of the table state records that have all its cells for a key."""
    ends: Sequence[str | None] = [
        end.record for each in form.statements if each.table == table for end in (each.from_, each.to) if not end.key
    ]
    return any(not each.key and (each.table == table or name in ends) for name, each in form.records.items())


def _placed(stated: Stated, table: int, entry: int) -> pl.DataFrame:
    number = pl.lit(table * 1_000_000 + entry, pl.Int64).alias(ENTRY)
    return stated.rows.with_columns(place(table), number).drop(ROW)
