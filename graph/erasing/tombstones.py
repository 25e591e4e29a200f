"""Tombstones: HMACs of the ids of erased records, under the database's own key. A load counts such rows as excluded."""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from graph.records import Facts
from graph.stores.store import Transaction

if TYPE_CHECKING:  # only loading tables needs columns
    import polars as pl

    from graph.columns.facts import ColumnFacts

NAMING = ("account_id", "group_id", "left_id", "right_id", "from_id", "to_id")
"""Properties by which a record without relationships (a message, a denial, a suggestion) names another."""

_DATABASE = {"id": "database:this"}
_READ = "MATCH (d:Database {id: $id}) RETURN d.erasure_key AS key, coalesce(d.erased, []) AS erased"
_WRITE = "MATCH (d:Database {id: $id}) SET d.erasure_key = $key, d.erased = $erased RETURN d.id AS id"


@dataclass(frozen=True, slots=True)
class Tombstones:
    """What was erased from one database; without the ids themselves."""

    key: str
    erased: frozenset[str]

    def __contains__(self, record_id: str) -> bool:
        """Whether the record was erased."""
        return bool(self.erased) and _hmac(self.key, record_id) in self.erased

    def without(self, facts: Facts) -> tuple[Facts, int]:
        """The facts without erased records and what touches them, and how many of both that leaves out."""
        if not self.erased:
            return facts, 0
        gone = {each.id for each in facts.records if each.id in self or self.named_in(each.properties)}
        records = tuple(each for each in facts.records if each.id not in gone)
        statements = tuple(each for each in facts.statements if not {each.from_id, each.to_id} & gone)
        excluded = len(gone) + len(facts.statements) - len(statements)
        touched = {each.to_id for each in statements}
        untouched = {each.to_id for each in facts.statements} - touched
        shared = tuple(each for each in facts.shared if each.id not in untouched)
        return replace(facts, records=records, statements=statements, shared=shared), excluded

    def named_in(self, properties: Mapping[str, Any]) -> bool:
        """Whether a record without relationships names one that was erased."""
        return any(str(properties[name]) in self for name in NAMING if name in properties)

    def without_columns(self, facts: "ColumnFacts") -> "tuple[ColumnFacts, int]":
        """The same for facts in columns."""
        if not self.erased:
            return facts, 0
        import polars as pl

        named = (
            frame[name].drop_nulls().unique()
            for parts in facts.records.values()
            for frame in parts.only("id", *NAMING).frames()
            for name in frame.columns
        )
        gone = pl.Series("gone", [each for ids in named for each in ids if each in self], pl.String).implode()
        records = {
            label: parts.each(
                partial(
                    _without,
                    named=pl.any_horizontal(
                        pl.col(each).is_in(gone).fill_null(value=False)
                        for each in ("id", *NAMING)
                        if each in parts.columns
                    ),
                )
            )
            for label, parts in facts.records.items()
        }
        ends_gone = pl.col("from_id").is_in(gone) | pl.col("to_id").is_in(gone)
        statements = {ends: parts.each(partial(_without, named=ends_gone)) for ends, parts in facts.statements.items()}
        rules = tuple(
            replace(each, pairs=each.pairs.filter(~(pl.col("left_id").is_in(gone) | pl.col("right_id").is_in(gone))))
            for each in facts.rules
        )
        before = sum(each.height for each in (*facts.records.values(), *facts.statements.values()))
        after = sum(each.height for each in (*records.values(), *statements.values()))
        return replace(facts, records=records, statements=statements, rules=rules), before - after


def tombstones(tx: Transaction) -> Tombstones:
    """Those of this database."""
    rows = tx.run(_READ, _DATABASE).rows
    return Tombstones(str(rows[0][0] or ""), frozenset(rows[0][1])) if rows else Tombstones("", frozenset())


def remember(tx: Transaction, record_ids: Iterable[str]) -> None:
    """Leaves a tombstone for each record. Call it after `take_turn`."""
    known = tombstones(tx)
    key = known.key or secrets.token_hex(32)
    erased = known.erased | {_hmac(key, each) for each in record_ids}
    tx.run(_WRITE, {**_DATABASE, "key": key, "erased": sorted(erased)})


def _without(rows: "pl.DataFrame", named: "pl.Expr") -> "pl.DataFrame":
    return rows.filter(~named)


def _hmac(key: str, record_id: str) -> str:
    return hmac.digest(bytes.fromhex(key), record_id.encode(), "sha256").hex()
