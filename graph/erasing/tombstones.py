"""Tombstones: HMACs of the ids of erased records, under the database's own key. A load counts such rows as excluded."""

import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.records import Facts, Value
from graph.stores.store import Transaction

if TYPE_CHECKING:  # only loading tables needs columns
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
        gone = {each.id for each in facts.records if each.id in self or self._named(each.properties)}
        records = tuple(each for each in facts.records if each.id not in gone)
        statements = tuple(each for each in facts.statements if not {each.from_id, each.to_id} & gone)
        excluded = len(gone) + len(facts.statements) - len(statements)
        touched = {each.to_id for each in statements}
        untouched = {each.to_id for each in facts.statements} - touched
        shared = tuple(each for each in facts.shared if each.id not in untouched)
        return replace(facts, records=records, statements=statements, shared=shared), excluded

    def _named(self, properties: Mapping[str, Value]) -> bool:
        return any(str(properties[name]) in self for name in NAMING if name in properties)

    def without_columns(self, facts: "ColumnFacts") -> "tuple[ColumnFacts, int]":
        """The same for facts in columns."""
        if not self.erased:
            return facts, 0
        import polars as pl

        named = (
            frame[name].drop_nulls().unique()
            for frame in facts.records.values()
            for name in ("id", *NAMING)
            if name in frame.columns
        )
        gone = pl.Series("gone", [each for ids in named for each in ids if each in self], pl.String).implode()
        records = {
            label: frame.filter(
                ~pl.any_horizontal(
                    pl.col(each).is_in(gone).fill_null(value=False) for each in ("id", *NAMING) if each in frame.columns
                )
            )
            for label, frame in facts.records.items()
        }
        statements = {
            ends: frame.filter(~(pl.col("from_id").is_in(gone) | pl.col("to_id").is_in(gone)))
            for ends, frame in facts.statements.items()
        }
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


def _hmac(key: str, record_id: str) -> str:
    return hmac.digest(bytes.fromhex(key), record_id.encode(), "sha256").hex()
