"""Who is subject of which investigation, by the column: what loaders.subjects derives of single statements."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from graph.columns.facts import ColumnFacts, Ends
from graph.columns.hashing import statement_ids
from graph.columns.parts import Parts, together
from graph.columns.rows import statement_rows
from graph.records import Recorded

_STRENGTH = {"inferred": 0, "alleged": 1, "stated": 2}
_KEPT = ("said_by", "restriction")
_HELD = ("status", "reason")


def with_subjects(facts: ColumnFacts, recorded: Recorded) -> ColumnFacts:
    """The facts with the SUBJECT_OF statements that follow from AGAINST and EXAMINED_IN and are not stated.

    The rule is that of loaders.subjects.derived_subjects: an allegation against several that is examined in several
    says nothing, a force is never a subject, and what is derived is no stronger than the weaker of the two.
    """
    examined = facts.statements.get(("EXAMINED_IN", "Allegation", "Investigation"))
    against = {
        label: parts
        for label in ("Officer", "Cohort", "Force")
        if (parts := facts.statements.get(("AGAINST", "Allegation", label))) is not None
    }
    if examined is None or not against:
        return facts
    derived = {label: examined.beside("from_id") for label in ("Officer", "Cohort")}
    for examinations, *accusations in together(examined, *against.values()):
        found = _paired(examinations, dict(zip(against, accusations, strict=True)))
        for label, parts in derived.items():
            parts.add(found.filter(pl.col("_label") == label).drop("_label"))
    statements = dict(facts.statements)
    for label, parts in derived.items():
        ends: Ends = ("SUBJECT_OF", label, "Investigation")
        whole = parts.beside()
        stated = statements.get(ends, Parts("from_id"))
        for rows, others in together(parts, stated):
            new = rows.join(others, on=["from_id", "to_id"], how="anti") if others.height else rows
            whole.add(others)
            whole.add(_rows(new, facts.source.source_id, recorded) if new.height else others.clear())
        if whole.height:
            statements[ends] = whole
    return replace(facts, statements=statements)


def _paired(examined: pl.DataFrame, against: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """What follows of allegations whose statements are all here: SUBJECT_OF by the label of its start, `_label`."""
    examinations = _strongest(examined)
    accusations = pl.concat([_strongest(each).with_columns(_label=pl.lit(label)) for label, each in against.items()])
    several = pl.len().over("from_id").alias("_several")
    paired = (
        accusations.with_columns(several)
        .join(examinations.with_columns(several), on="from_id", suffix="_examined", maintain_order="left")
        .filter((pl.col("_several") == 1) | (pl.col("_several_examined") == 1))
    )
    weaker = pl.col("_strength_examined") < pl.col("_strength")
    held = [pl.when(weaker).then(pl.col(f"{each}_examined")).otherwise(pl.col(each)).alias(each) for each in _HELD]
    return paired.select(
        pl.col("to_id").alias("from_id"),
        pl.col("to_id_examined").alias("to_id"),
        "locator",
        "_label",
        *_KEPT,
        *held,
        pl.col("from_id").alias("derived_from"),
    )


def _strongest(frame: pl.DataFrame) -> pl.DataFrame:
    """Of statements between the same two the strongest, of equals the one whose id sorts last."""
    for name in (*_KEPT, *_HELD):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name))
    strength = pl.col("status").fill_null("stated").replace_strict(_STRENGTH, return_dtype=pl.Int8)
    first = frame.with_columns(strength.alias("_strength"))
    ends = pl.struct("from_id", "to_id")
    if frame.select(ends.n_unique()).item() < frame.height:
        ordered = first.sort("_strength", "id", descending=True)
        first = ordered.unique(["from_id", "to_id"], keep="first", maintain_order=True)
    return first.select("from_id", "to_id", "locator", "_strength", *_KEPT, *_HELD)


def _rows(derived: pl.DataFrame, source_id: str, recorded: Recorded) -> pl.DataFrame:
    ends = (pl.col("from_id"), pl.col("to_id"))
    found = statement_ids(derived, "id", "SUBJECT_OF", source_id, ends, [pl.col("derived_from")])
    return statement_rows(found, "SUBJECT_OF", source_id, recorded)
