"""Reads officers with what is compared of them, from a store into columns."""

import polars as pl

from graph.identity.compare.preparing import STATED
from graph.stores.store import Store

_TEXTS = (
    "source_id", "name", "first_name", "middle_initial", "last_name", "suffix", "gender", "ethnicity", "appointed",
    "number", "number_kind",
)  # fmt: skip
_OFFICERS = (
    "MATCH (o:Officer)\nWHERE coalesce(o.identified, true)\nRETURN o.id AS id, "
    + ", ".join(f"coalesce(o.{name}, '') AS {name}" for name in _TEXTS)
    + ", coalesce(toString(o.birth_year), '') AS birth_year"
)
_SERVICE = (
    "MATCH (o:Officer)-[s:SERVED_IN]->(f:{label})\nRETURN o.id AS id, f.canonical_id AS place, "
    "coalesce(f.name, '') AS name, coalesce(s.rank, s.rank_as_stated, '') AS rank, coalesce(s.valid_from, '') AS since"
)


def stated_officers(store: Store) -> pl.DataFrame:
    """Every identified officer, with the columns of compare.preparing.STATED.

    Of several units or ranks the latest counts.
    """
    people = _texts(store, _OFFICERS, ("id", *_TEXTS, "birth_year"))
    forces, bodies = (
        _texts(store, _SERVICE.format(label=label), ("id", "place", "name", "rank", "since"))
        for label in ("Force", "Body")
    )
    latest = pl.concat([forces, bodies]).sort("id", "since", "rank", nulls_last=False)
    joined = (
        people.join(_last(latest, "rank"), on="id", how="left")
        .join(_last(bodies.sort("id", "since", "name", nulls_last=False), "name", "unit"), on="id", how="left")
        .join(forces.group_by("id").agg(pl.col("place").unique().sort().alias("forces")), on="id", how="left")
    )
    return joined.select(pl.col(name).cast(kind) for name, kind in STATED.items())


def _texts(store: Store, text: str, names: tuple[str, ...]) -> pl.DataFrame:
    """The rows of a text that gives texts, in the order of all columns; an empty text is an absent one."""
    frame = store.read_columns(text)
    if not frame.height:
        return pl.DataFrame(schema=dict.fromkeys(names, pl.String))
    given = frame.select(pl.col(name).cast(pl.String) for name in names)
    return given.select(pl.when(pl.col(name) != "").then(pl.col(name)).alias(name) for name in names)


def _last(service: pl.DataFrame, column: str, name: str = "") -> pl.DataFrame:
    known = service.filter(pl.col(column).is_not_null())
    return known.group_by("id", maintain_order=True).agg(pl.col(column).last().alias(name or column))
