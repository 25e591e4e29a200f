"""What a store promises, whichever engine stands behind it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # only loading tables needs columns
    import polars as pl

    from graph.columns.parts import Parts
    from graph.model.constraints import Index

DEFAULT_TIMEOUT = 60.0
"""Seconds a reading query may take unless the caller says otherwise."""

DEFAULT_ROW_LIMIT = 1_000_000
"""Rows a reading query may give back unless the caller says otherwise."""

PLACE, START, END = "@place", "@start", "@end"
"""Columns of what is read by `columns_of`: no property of the model is called so."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to one reading query. Values are None, bool, int, float, str, and lists and dicts of these.

    `cut` is true where the row limit ended the answer early; it is never silently so: who prints it says it.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    cut: bool = False

    def dicts(self) -> list[dict[str, Any]]:
        """Each row as a dict keyed by column, in column order."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Engine:
    """What a store is: `name` (embedded or neo4j), the engine's version, and the address it was opened by."""

    name: str
    version: str
    address: str


@dataclass(frozen=True, slots=True)
class Filling:
    """Everything that an empty database is to hold.

    `records` come by label, cut by id, and every one of them before the first of the `statements`: by type, label of
    the start and label of the end, cut by from_id. `indexes` are those of the model. `finish` runs when all of it can
    be read and before anybody else can see it.
    """

    indexes: "Sequence[Index]"
    records: "Iterable[tuple[str, Parts]]"
    statements: "Iterable[tuple[str, str, str, Parts]]"
    finish: Callable[[], None]


class Transaction(Protocol):
    """One writing transaction. Texts come from graph.model only; values travel as parameters only."""

    def run(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        """Runs one statement, reading or writing, and gives its rows. Sees what this transaction wrote before."""
        ...

    def run_rows(self, cypher: str, rows: Sequence[Mapping[str, Any]]) -> int:
        """Runs a text that begins `UNWIND $rows AS row` and ends `RETURN count(*) AS written`; gives that number.

        Rows go over in batches of the engine's best size. The caller compares the number with len(rows): a
        statement whose end is missing must not vanish silently.
        """
        ...

    def run_frame(self, cypher: str, frame: "pl.DataFrame") -> int:
        """As run_rows, for rows that are columns: a row of the frame is a `row` of the text, null where it is null."""
        ...


class Store(Protocol):
    """A database. Reading is read-only by construction; writing happens in transactions only."""

    @property
    def engine(self) -> Engine: ...

    @property
    def creating_at_once(self) -> int:
        """How many transactions that only create records, or statements between records, may be under way at once."""
        ...

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        """Runs a trusted text (the catalogue's, the model's) read-only.

        Raises TooLongError at the timeout, InvalidQueryError where the engine cannot run the text,
        UnreachableError where the connection is lost.
        """
        ...

    def read_columns(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> "pl.DataFrame":
        """All rows of a trusted text as columns, however many, in no order; for texts that return texts, never null.

        The text names each column by AS. Millions of rows come over several times faster so than by `read`.
        """
        ...

    def columns_of(self, name: str, properties: Sequence[str], *, timeout: float = DEFAULT_TIMEOUT) -> "pl.DataFrame":
        """All records of a kind, or all statements of a type, in no order: the wanted properties as texts, null where
        there is none (a boolean is true or false; no lists), and where they lie.

        A record's place stands in PLACE, those of a statement's two ends in START and END: whole numbers to join by,
        which mean nothing else and hold until somebody writes. The way to read most of a graph, since each thing is
        read once, where it lies, and not again from each thing that leads to it. Raises TooLongError after `timeout`
        seconds.
        """
        ...

    def counts(self) -> Mapping[str, int]:
        """How many records of each kind and statements of each type are stored, whoever states them."""
        ...

    def scan(self, name: str, source_id: str | None) -> "Iterator[pl.DataFrame]":
        """What is stored of a source, or of all, of one kind of record or type of statement: id, content_hash and
        locator, in as many pieces as the engine gives it.

        It reads everything of that kind or type: the way to read most of it, not little of much.
        """
        ...

    def every(self, name: str) -> Iterator[dict[str, Any]]:
        """All records of a kind, or all statements of a type, in no order: what is stored of each, and of a statement
        its two ends as `from_id` and `to_id`. The way to read most of them, not few of many.
        """
        ...

    def read_untrusted(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float = DEFAULT_TIMEOUT,
        row_limit: int = DEFAULT_ROW_LIMIT,
    ) -> Rows:
        """As `read`, for a text typed by anyone: the guard looks at it first and raises RefusedQueryError."""
        ...

    def plan_untrusted(self, cypher: str, *, timeout: float = DEFAULT_TIMEOUT) -> str:
        """How the engine would answer a text typed by anyone, in its own words, without running it. Raises as
        `read_untrusted` does."""
        ...

    def transaction(self) -> AbstractContextManager[Transaction]:
        """One writing transaction: committed when the block ends, rolled back when it raises."""
        ...

    def fill(self, filling: Filling) -> bool:
        """Fills the database if it is empty and this engine can do it all at once: then everything is there, or
        nothing is, however it ends. False, and nothing is done, where it holds records already or there is no such way.
        """
        ...

    def prepare(self, statements: Sequence[str]) -> None:
        """Runs schema statements (constraints, indexes), each idempotent and outside any transaction."""
        ...

    def compact(self) -> bool:
        """Rewrites the files so that nothing deleted is left in them once they are closed; false where the engine
        keeps its files to itself."""
        ...

    def close(self) -> None:
        """Closes cleanly; the store cannot be used afterwards."""
        ...
