"""Everything one source states, as columns: what graph.records.Facts is to a casebook, this is to a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from graph import ids
from graph.errors import LoadError
from graph.model import KINDS, TYPES
from graph.records import Record

Ends = tuple[str, str, str]
"""A statement's type, the label it runs from and the label it runs to."""


@dataclass(frozen=True, slots=True)
class RulePairs:
    """Records that a rule of the loader holds to be one thing: `pairs` has the columns left_id and right_id."""

    rule: str
    reason: str
    pairs: pl.DataFrame


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """`records` by label and `statements` by their ends, with the columns that graph.columns.rows makes.

    `source` is the Source record itself; `shared` the nodes of vocabularies that are touched; `rules` what the
    source's mapping decides by rule.
    """

    source: Record
    records: Mapping[str, pl.DataFrame]
    statements: Mapping[Ends, pl.DataFrame]
    shared: tuple[Record, ...] = ()
    rules: tuple[RulePairs, ...] = field(default=())


def check_columns(facts: ColumnFacts) -> None:
    """Raises LoadError unless ids are unique, and every statement runs where the model lets it, between records of
    the source or to a shared one. A loader finds a person's mistakes before this; it keeps a loader's own out."""
    known = {label: pl.DataFrame({"id": [each.id for each in facts.shared if each.kind == label]}) for label in KINDS}
    for label, frame in facts.records.items():
        _unique(label, frame)
        known[label] = pl.concat([frame.select("id"), known[label].cast(pl.String)])
        if not frame["id"].str.starts_with(f"{KINDS[label].prefix}:").all():
            raise LoadError(f"A record of {facts.source.source_id} has an id that is not of a {label}.")
    for (name, start, end), frame in facts.statements.items():
        _unique(name, frame)
        if not TYPES[name].allows(start, end):
            raise LoadError(f"The model has no {name} from {start} to {end}.")
        for column, label in (("from_id", start), ("to_id", end)):
            missing = frame.join(known[label].cast(pl.String), left_on=column, right_on="id", how="anti")
            if missing.height:
                raise LoadError(
                    f"{ids.quoted(missing['id'][0])} runs from or to a record that its source does not state."
                )


def _unique(what: str, frame: pl.DataFrame) -> None:
    if frame["id"].n_unique() != frame.height:
        raise LoadError(f"Two {what} have one id.")
