"""Everything one source states, as columns: what graph.records.Facts is to a casebook, this is to a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from graph import ids
from graph.columns.parts import Parts, together
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

    Records are cut by `id`, statements by `from_id`: what has one id is in one part. `source` is the Source record
    itself; `shared` the nodes of vocabularies that are touched; `rules` what the source's mapping decides by rule.
    """

    source: Record
    records: Mapping[str, Parts]
    statements: Mapping[Ends, Parts]
    shared: tuple[Record, ...] = ()
    rules: tuple[RulePairs, ...] = field(default=())


def check_columns(facts: ColumnFacts) -> None:
    """Raises LoadError unless ids are unique, and every statement runs where the model lets it, between records of
    the source or to a shared one. A loader finds a person's mistakes before this; it keeps a loader's own out."""
    single = (facts.source, *facts.shared)
    for label, parts in facts.records.items():
        for rows in parts.only("id").frames():
            _unique(label, rows)
            if not rows["id"].str.starts_with(f"{KINDS[label].prefix}:").all():
                raise LoadError(f"A record of {facts.source.source_id} has an id that is not of a {label}.")
    for (name, start, end), parts in facts.statements.items():
        for rows in parts.only("id").frames():
            _unique(name, rows)
        if not TYPES[name].allows(start, end):
            raise LoadError(f"The model has no {name} from {start} to {end}.")
        for column, label in (("from_id", start), ("to_id", end)):
            shared = pl.DataFrame({"id": [each.id for each in single if each.kind == label]}).cast(pl.String)
            own = facts.records.get(label, Parts("id")).only("id")
            for rows, known in together(parts.only(column).cut_by(column), own):
                whole = pl.concat([known.cast(pl.String), shared], how="diagonal")
                missing = rows.join(whole, left_on=column, right_on="id", how="anti")
                if missing.height:
                    raise LoadError(
                        f"{ids.quoted(missing[column][0])} runs from or to a record that its source does not state."
                    )


def _unique(what: str, frame: pl.DataFrame) -> None:
    if frame["id"].n_unique() != frame.height:
        raise LoadError(f"Two {what} have one id.")
