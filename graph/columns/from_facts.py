"""The facts of one source as columns, for a loader that states few records one by one and many by the column."""

from collections import defaultdict
from typing import Any

import polars as pl

from graph.columns.facts import ColumnFacts, Ends, RulePairs
from graph.columns.parts import Parts
from graph.loads.checks import label_of
from graph.records import Facts
from graph.rows import record_row, statement_row


def as_columns(facts: Facts, *rules: RulePairs) -> ColumnFacts:
    """The same facts as columns, and what rules decide of them. Raises what record_row and label_of raise."""
    records: dict[str, list[dict[str, Any]]] = defaultdict(list)
    statements: dict[Ends, list[dict[str, Any]]] = defaultdict(list)
    for record in facts.records:
        records[record.kind].append(record_row(record))
    for each in facts.statements:
        statements[each.type, label_of(each.from_id), label_of(each.to_id)].append(statement_row(each))
    return ColumnFacts(
        facts.source,
        {label: Parts.of("id", _frame(rows)) for label, rows in records.items()},
        {ends: Parts.of("from_id", _frame(rows)) for ends, rows in statements.items()},
        facts.shared,
        rules,
    )


def _frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, infer_schema_length=None).cast({pl.Null: pl.String})
