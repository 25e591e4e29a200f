"""Hashes of whole columns: the same texts, digests and ids that graph.ids makes for one."""

from collections.abc import Iterable, Sequence
from functools import cache

import polars as pl
import polars_hash

from graph.ids import ALPHABET, length_prefixed

_SHIFTS = (50, 40, 30, 20, 10, 0)
"""Where the six pairs of base32 digits stand in 60 bits."""


def part(text: str) -> pl.Expr:
    """The same length-prefixed part in every row."""
    return pl.lit(length_prefixed([text]))


def column_part(text: pl.Expr) -> pl.Expr:
    """A column of texts as length-prefixed parts; null where the text is null."""
    return pl.concat_str([text.str.len_bytes().cast(pl.String), pl.lit(":"), text])


def length_prefixed_columns(parts: Iterable[str | pl.Expr]) -> pl.Expr:
    """graph.ids.length_prefixed for every row: constants and columns of texts, which hold no nulls."""
    return pl.concat_str([part(each) if isinstance(each, str) else column_part(each) for each in parts])


def with_digest(frame: pl.DataFrame, text: pl.Expr, *, name: str, prefix: str) -> pl.DataFrame:
    """The frame with a column `name`: `prefix`, a colon and the 26 base32 digits of the SHA-256 over `text`."""
    hexadecimal = frame.select(sha256(text)).to_series()
    digits = _base32(hexadecimal)
    return frame.with_columns(pl.concat_str([pl.lit(f"{prefix}:"), digits]).alias(name))


def content_hash(text: pl.Expr) -> pl.Expr:
    """graph.ids.content_hash for every row, over texts that are length-prefixed already."""
    return sha256(text).str.slice(0, 32)


def sha256(text: pl.Expr) -> pl.Expr:
    """The SHA-256 of each text as 64 hexadecimal digits."""
    hashed: pl.Expr = polars_hash.concat_str([text]).chash.sha2_256()
    return hashed


def record_ids(frame: pl.DataFrame, name: str, prefix: str, source_id: str, key: Sequence[pl.Expr]) -> pl.DataFrame:
    """The frame with graph.ids.record_id of each row as the column `name`; `key` are columns of texts."""
    return with_digest(frame, length_prefixed_columns((source_id, prefix, *key)), name=name, prefix=prefix)


def statement_ids(
    frame: pl.DataFrame,
    name: str,
    type_name: str,
    source_id: str,
    ends: tuple[pl.Expr, pl.Expr],
    key: Sequence[pl.Expr],
) -> pl.DataFrame:
    """The frame with graph.ids.statement_id of each row as the column `name`."""
    text = length_prefixed_columns((source_id, type_name, *ends, *key))
    return with_digest(frame, text, name=name, prefix=type_name.lower())


def _base32(hexadecimal: pl.Series) -> pl.Series:
    """The first 130 bits as base32 digits, two at a time: they are read out of the hash as three numbers."""
    first, second, third = (
        hexadecimal.str.slice(start, size).str.to_integer(base=16, dtype=pl.UInt64)
        for start, size in ((0, 15), (15, 15), (30, 3))
    )
    pairs = _pairs()
    numbers = [(first, shift) for shift in _SHIFTS] + [(second, shift) for shift in _SHIFTS] + [(third, 2)]
    parts = [pairs.gather((number // (1 << shift)) % 1024) for number, shift in numbers]
    return pl.select(pl.concat_str(parts)).to_series()


@cache
def _pairs() -> pl.Series:
    return pl.Series([high + low for high in ALPHABET for low in ALPHABET])
