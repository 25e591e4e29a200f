"""What a rule holds to be one thing and the records themselves contradict: a suggestion for a person, no decision."""

from collections.abc import Mapping

import polars as pl

from graph.columns.hashing import record_ids
from graph.columns.rows import record_rows
from graph.model import KINDS
from graph.records import Recorded
from loaders.tables.models import SameRule


def reason(rule: SameRule) -> str:
    """Why the rule decides, with the fields that would have vetoed it."""
    if not rule.unless:
        return f"{rule.reason} No field is declared that would veto it."
    return f"{rule.reason} Nothing stated differs of what would veto it: {', '.join(map(_words, rule.unless))}."


def suggestions(
    found: Mapping[str, pl.DataFrame], rules: Mapping[str, SameRule], source_id: str, recorded: Recorded
) -> pl.DataFrame:
    """The Suggestion records for the pairs (left_id, right_id, differs) that each rule found and may not decide on."""
    told = []
    for name, pairs in found.items():
        fields = pl.col("differs").list.eval(pl.element().str.replace_all("_", " ", literal=True)).list.join(", ")
        told.append(
            pairs.filter(pl.col("differs").list.len() > 0).select(
                "left_id",
                "right_id",
                pl.lit(f"rule {source_id}/{name}").alias("model"),
                pl.concat_list(pl.lit(rules[name].reason)).alias("reasons"),
                pl.concat_list(pl.concat_str(pl.lit("What is stated differs: "), fields, pl.lit("."))).alias("against"),
                pl.lit(True).alias("conflict"),
                pl.lit(f"rule {name}").alias("locator"),
            )
        )
    whole = pl.concat(told)
    key = [pl.col(each) for each in ("model", "left_id", "right_id")]
    return record_rows(
        record_ids(whole, "id", KINDS["Suggestion"].prefix, source_id, key), "Suggestion", source_id, recorded
    )


def _words(name: str) -> str:
    return name.replace("_", " ")
