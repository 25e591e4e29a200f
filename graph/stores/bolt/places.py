"""Records and statements by where they lie: the number that Neo4j gives each node."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import KINDS
from graph.stores.store import END, PLACE, START

if TYPE_CHECKING:
    import polars as pl

_RECORDS = "MATCH (x:{name})\nRETURN toString(id(x)) AS place"
_STATEMENTS = "MATCH (a)-[x:{name}]->(b)\nRETURN toString(id(a)) AS start, toString(id(b)) AS end"


def placed(name: str, properties: Sequence[str]) -> tuple[str, list[str]]:
    """The text that reads a kind or type, and what its columns are called. No null comes over in a list: it is ''."""
    text, places = (_RECORDS, [PLACE]) if name in KINDS else (_STATEMENTS, [START, END])
    read = [f", coalesce(toString(x.{each}), '') AS p{number}" for number, each in enumerate(properties)]
    return text.format(name=name) + "".join(read), [*places, *properties]


def as_columns(found: "pl.DataFrame", called: Sequence[str]) -> "pl.DataFrame":
    """The rows under their names, null where there is nothing."""
    import polars as pl

    named = found.rename(dict(zip(found.columns, called, strict=True))).select(pl.when(pl.all() != "").then(pl.all()))
    return named.cast(dict.fromkeys({PLACE, START, END} & {*called}, pl.Int64))
