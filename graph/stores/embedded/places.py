"""Records and statements by where they lie: the engine's own language reads a type from one end of its file to the
other, while Cypher jumps to each statement and then to each of its ends.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model import KINDS
from graph.stores.store import END, PLACE, START

if TYPE_CHECKING:
    import polars as pl

_STATEMENTS = "SELECT FROM `{name}`"
_RECORDS = "SELECT {columns} FROM `{name}`"
_ENDS = {"@out": START, "@in": END}


def scanning(name: str, properties: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The text that reads a kind or type, and what of its rows is wanted; nothing where the text names it."""
    if name not in KINDS:
        return _STATEMENTS.format(name=name), (*_ENDS, *properties)
    wanted = (f"@rid AS `{PLACE}`", *(f"`{each}` AS `{each}`" for each in properties))
    return _RECORDS.format(columns=", ".join(wanted), name=name), ()


def placed(batch: "pl.DataFrame") -> "pl.DataFrame":
    """The rows as texts. A column that holds nothing in one batch may hold booleans in the next."""
    import polars as pl

    return batch.select(
        pl.Series(each.name, each.to_list(), dtype=pl.String) if each.dtype == pl.Object else each.cast(pl.String)
        for each in batch.get_columns()
    ).rename(_ENDS, strict=False)


def nothing_of(name: str, properties: Sequence[str]) -> "pl.DataFrame":
    """No rows, in the columns."""
    import polars as pl

    places = (PLACE,) if name in KINDS else (START, END)
    return pl.DataFrame(schema=dict.fromkeys((*places, *properties), pl.String))
