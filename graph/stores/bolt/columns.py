"""Many rows over Bolt: as lists, a few thousand rows in each, since row by row takes ten times as long."""

import re
from typing import TYPE_CHECKING, Any

from neo4j import Transaction

if TYPE_CHECKING:
    import polars as pl

_NAMED = re.compile(r"\bAS (\w+)")
_CHUNKS = 64
"""Lists a column comes in: enough that none of them is large on the server."""


def columns(transaction: Transaction, cypher: str, parameters: dict[str, Any]) -> "pl.DataFrame":
    """All rows of a trusted text that returns texts under names (`RETURN n.id AS id, ...`), as columns in no order."""
    import polars as pl

    names = _NAMED.findall(cypher.rpartition("RETURN")[2])
    lists = ", ".join(f"collect({name}) AS {name}" for name in names)
    text = f"CALL () {{\n{cypher}\n}}\nWITH *, toInteger(rand() * {_CHUNKS}) AS chunk\nRETURN chunk, {lists}"
    schema = dict.fromkeys(names, pl.String)
    frames = [
        pl.DataFrame(dict(zip(names, record.values()[1:], strict=True)), schema=schema)
        for record in transaction.run(text, parameters)
    ]
    return pl.concat(frames) if frames else pl.DataFrame(schema=schema)
