"""The schemes a mapping looks codes up in: shipped ones, those of its vocabulary files, and those its tables hold."""

from collections.abc import Mapping

import polars as pl

from graph.vocabulary.codes import Code, Scheme
from loaders.tables.files import TableFile
from loaders.tables.mapping_file import TableMapping
from loaders.tables.models import TableScheme


def schemes_of(mapping: TableMapping, files: Mapping[str, TableFile]) -> dict[str, Scheme]:
    """Every scheme that the mapping names, by name."""
    found = {each.name: each for each in mapping.vocabularies.schemes()}
    return {**found, **{name: _held(name, each, files[each.table]) for name, each in mapping.form.schemes.items()}}


def _held(name: str, entry: TableScheme, file: TableFile) -> Scheme:
    rows = pl.concat(
        [
            each.select(entry.code, entry.label).drop_nulls(entry.code).unique(entry.code, maintain_order=True)
            for each in file.pieces()
        ]
    ).unique(entry.code, maintain_order=True)
    codes = {code: Code(name, code, label or code, "read") for code, label in rows.iter_rows()}
    return Scheme(name, "", entry.family, name, f"held by the table {entry.table}", entry.table, codes)
