"""The messages that are kept, as columns: an export may hold a million, and they are never all held one by one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import polars as pl

from graph.columns.hashing import content_hash, length_prefixed_columns, record_ids
from graph.columns.rows import record_rows
from graph.model import KINDS
from loaders.chats.accounts import key_of
from loaders.chats.archives import MediaFile
from loaders.chats.keeping import KeptMessage
from loaders.chats.mapping import MappedChat

_PIECE = 20_000
"""Messages that are held one by one at once."""

_COLUMNS = {
    "account_id": pl.String(),
    "number": pl.Int64(),
    "line": pl.Int64(),
    "at": pl.String(),
    "text": pl.String(),
    "message_kind": pl.String(),
    "edited": pl.Boolean(),
    "file": pl.String(),
    "terms": pl.List(pl.String()),
}


def message_rows(kept: Iterable[KeptMessage], mapped: MappedChat, media: Iterable[MediaFile]) -> pl.DataFrame:
    """A row for each message that is kept, as graph.columns.rows makes it, in their order.

    A message's key is when, whose account and what: of several alike in all three, which of them it is.
    """
    source = mapped.facts.source
    frame = pl.concat([pl.DataFrame(schema=_COLUMNS), *_pieces(kept, mapped)])
    said = length_prefixed_columns([pl.col("text")])
    frame = frame.with_columns(content_hash(said).alias("_said"))
    alike = (pl.int_range(pl.len()).over("at", "account_id", "_said") + 1).cast(pl.String)
    frame = frame.with_columns(alike.alias("_which"))
    key = [pl.col(each) for each in ("at", "account_id", "_said", "_which")]
    frame = record_ids(frame, "id", KINDS["Message"].prefix, source.source_id, key).select(
        "id",
        pl.format("message {}, line {}", "number", "line").alias("locator"),
        pl.lit(mapped.group_id).alias("group_id"),
        *("account_id", "number", "at"),
        pl.col("text").replace("", None),
        "message_kind",
        pl.when("edited").then(True).alias("edited"),
        pl.col("file").replace("", None),
        _digests(media),
        pl.when(pl.col("terms").list.len() > 0).then("terms").alias("terms"),
    )
    return record_rows(frame, "Message", source.source_id, source.recorded)


def _pieces(kept: Iterable[KeptMessage], mapped: MappedChat) -> Iterator[pl.DataFrame]:
    messages = iter(kept)
    while piece := list(islice(messages, _PIECE)):
        yield pl.DataFrame(_values(piece, mapped), schema=_COLUMNS)


def _values(piece: Sequence[KeptMessage], mapped: MappedChat) -> dict[str, list[object]]:
    said = [each.message for each in piece]
    return {
        "account_id": [mapped.accounts[key_of(each.sender)] for each in said],
        "number": [each.number for each in said],
        "line": [each.line for each in said],
        "at": [each.at for each in said],
        "text": [each.text for each in said],
        "message_kind": [each.kind for each in said],
        "edited": [each.edited for each in said],
        "file": [each.file for each in said],
        "terms": [list(each.terms) for each in piece],
    }


def _digests(media: Iterable[MediaFile]) -> pl.Expr:
    known = {each.name: each.digest for each in media}
    return pl.col("file").replace_strict(known, default=None, return_dtype=pl.String).alias("file_digest")
