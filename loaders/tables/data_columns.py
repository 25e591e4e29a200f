"""Whether files have the columns a mapping uses, and no other than it uses or deliberately ignores."""

from collections.abc import Mapping

import polars as pl

from graph.errors import InvalidInputError, Problem
from graph.yaml_documents import Document
from loaders.tables.files import ROW, SHORT
from loaders.tables.mapping_file import TableMapping
from loaders.tables.uses import uses


def check_columns(mapping: TableMapping, frames: Mapping[str, pl.DataFrame]) -> None:
    """Raises InvalidInputError with every column that is missing, and every one that is neither used nor ignored.

    A record entry without a key uses every column: all its cells are its key.
    """
    form, document = mapping.form, mapping.document
    used: dict[str, set[str]] = {name: set() for name in form.tables}
    problems = []
    for each in uses(form):
        table, column = _where(each.table, each.column, form.tables[each.table].join)
        used[table].add(column)
        if column not in frames[table].columns:
            what = f"the file of {table} has no column {column!r}"
            problems.append(document.problem(each.place, what, _listed(frames[table])))
    whole = {each.table for each in form.records.values() if not each.key}
    for name, table_ in form.tables.items():
        problems += _not_there(document, name, [*table_.ignore], frames[name])
        for column in frames[name].columns:
            if (
                column not in used[name]
                and column not in table_.ignore
                and column not in (ROW, SHORT)
                and name not in whole
            ):
                what = f"column {column!r} is neither used nor ignored"
                problems.append(document.problem(("tables", name), what, "use it, or name it under ignore"))
    if problems:
        raise InvalidInputError(sorted(set(problems), key=lambda each: (each.line, each.what)))


def _where(table: str, column: str, joined: Mapping[str, object]) -> tuple[str, str]:
    other, dot, name = column.partition(".")
    return (other, name) if dot and other in joined else (table, column)


def _not_there(document: Document, name: str, ignored: list[str], frame: pl.DataFrame) -> list[Problem]:
    return [
        document.problem(("tables", name, "ignore", place), f"there is no column {each!r} to ignore", _listed(frame))
        for place, each in enumerate(ignored)
        if each not in frame.columns
    ]


def _listed(frame: pl.DataFrame) -> str:
    return "columns: " + ", ".join(each for each in frame.columns if each not in (ROW, SHORT))
