"""Whether files have the columns a mapping uses, and no other than it uses or deliberately ignores."""

from collections.abc import Mapping, Sequence

from graph.errors import InvalidInputError, Problem
from graph.yaml_documents import Document
from loaders.tables.mapping_file import TableMapping
from loaders.tables.uses import uses


def check_columns(mapping: TableMapping, columns: Mapping[str, Sequence[str]]) -> None:
    """Raises InvalidInputError with every column that is missing, and every one that is neither used nor ignored.

    `columns` are those of each table's file, as the mapping names them. A record entry without a key uses every column:
    all its cells are its key.
    """
    form, document = mapping.form, mapping.document
    used: dict[str, set[str]] = {name: set() for name in form.tables}
    problems = []
    for each in uses(form):
        table, column = _where(each.table, each.column, form.tables[each.table].join)
        used[table].add(column)
        if column not in columns[table]:
            what = f"the file of {table} has no column {column!r}"
            problems.append(document.problem(each.place, what, _listed(columns[table])))
    whole = {each.table for each in form.records.values() if not each.key}
    for name, table_ in form.tables.items():
        problems += _not_there(document, name, [*table_.ignore], columns[name])
        for column in columns[name]:
            if column not in used[name] and column not in table_.ignore and name not in whole:
                what = f"column {column!r} is neither used nor ignored"
                problems.append(document.problem(("tables", name), what, "use it, or name it under ignore"))
    if problems:
        raise InvalidInputError(sorted(set(problems), key=lambda each: (each.line, each.what)))


def _where(table: str, column: str, joined: Mapping[str, object]) -> tuple[str, str]:
    other, dot, name = column.partition(".")
    return (other, name) if dot and other in joined else (table, column)


def _not_there(document: Document, name: str, ignored: list[str], columns: Sequence[str]) -> list[Problem]:
    return [
        document.problem(("tables", name, "ignore", place), f"there is no column {each!r} to ignore", _listed(columns))
        for place, each in enumerate(ignored)
        if each not in columns
    ]


def _listed(columns: Sequence[str]) -> str:
    return "columns: " + ", ".join(columns)
