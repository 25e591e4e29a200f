"""Invented facts as columns, and a clock that a test moves."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import polars as pl

from graph.columns.facts import ColumnFacts, Ends, RulePairs
from graph.loads.checks import label_of
from graph.records import Facts
from graph.rows import record_row, statement_row


def as_columns(facts: Facts, *rules: RulePairs) -> ColumnFacts:
    """The same facts, as a loader of tables would hand them over."""
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    statements: dict[Ends, list[dict[str, Any]]] = defaultdict(list)
    for record in facts.records:
        records[record.kind].append(record_row(record))
    for each in facts.statements:
        statements[each.type, label_of(each.from_id), label_of(each.to_id)].append(statement_row(each))
    return ColumnFacts(
        facts.source,
        {
            label: pl.DataFrame(rows, infer_schema_length=None).cast({pl.Null: pl.String})
            for label, rows in records.items()
        },
        {
            ends: pl.DataFrame(rows, infer_schema_length=None).cast({pl.Null: pl.String})
            for ends, rows in statements.items()
        },
        facts.shared,
        rules,
    )


@dataclass
class Clock:
    """Tells the same second until a test moves it."""

    second: int = 0

    def __call__(self) -> str:
        return f"2026-01-01T{self.second // 3600:02}:{self.second // 60 % 60:02}:{self.second % 60:02}Z"
