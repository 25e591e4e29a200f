"""Where things stand: a citation says which source states something, at which place, on whose word."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids
from graph.dates import not_after
from graph.model import LABEL_OF_PREFIX, TYPES
from graph.stores.store import Store

_ID = re.compile(rf"\b([a-z_-]+):[{ids.ALPHABET}]{{{ids.DIGITS}}}(?![{ids.ALPHABET}])")
_END_WITHIN = re.compile(r"\.( [a-z][a-z ]*:)")
"""A description's full stop where a text goes on after it: `The case. arose from: ...`."""

_TYPE_OF_PREFIX = {name.lower(): name for name in TYPES}
_RECORDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nRETURN properties(n) AS stated"
_STATEMENTS = "MATCH ()-[r:{type}]->()\nWHERE r.id IN $ids\nRETURN properties(r) AS stated"
_CITED = ("id", "source_id", "locator", "said_by", "status", "recorded_from", "recorded_to")
_EVERY_STATEMENT = "MATCH ()-[r:{type}]->()\nRETURN " + ", ".join(
    f"coalesce(r.{each}, '') AS {each}" for each in _CITED
)

_MANY = 100
"""Statements of one type from which on all of that type are read as columns: a list is looked through for each."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One statement or record, where it stands, and in `about`, in a few words, what is stated.

    `status` is stated, alleged or inferred; `said_by` is None where it is the source's own word.
    """

    id: str
    source: str
    locator: str
    said_by: str | None
    status: str
    recorded_to: str
    about: str = ""

    def __str__(self) -> str:
        """As it stands in a table: `SOURCE, PLACE (alleged; says WHO): ABOUT`."""
        place = f"{self.source}, {self.locator}" if self.locator else self.source
        marks = [] if self.status == "stated" else [self.status]
        marks += [f"says {self.said_by}"] if self.said_by else []
        return place + (f" ({'; '.join(marks)})" if marks else "") + (f": {self.about}" if self.about else "")

    @property
    def as_read(self) -> tuple[str, int, str, str, str]:
        """What orders citations as people read them: by source, then by place as people count."""
        digits = "".join(sign for sign in self.locator.partition(",")[0] if sign.isdigit())
        return self.source, int(digits or 0), self.locator, self.about, self.id

    def possibly_later_than(self, known: str) -> bool:
        """Whether the source may have stated it only after `known`."""
        return not not_after(self.recorded_to, known)


def citation(stated: Mapping[str, Any], about: str = "") -> Citation:
    """The citation of a stored statement or record, from its properties."""
    return Citation(
        id=stated["id"],
        source=stated.get("source_id") or stated["id"],
        locator=stated.get("locator") or "",
        said_by=stated.get("said_by") or None,
        status=stated.get("status") or "stated",
        recorded_to=stated.get("recorded_to") or stated.get("recorded_from") or "",
        about=_END_WITHIN.sub(r"\1", about),
    )


def ids_in(values: Iterable[Any]) -> set[str]:
    """Every whole id of a record or statement in the values, and in the lists and maps among them."""
    found: set[str] = set()
    for value in values:
        if isinstance(value, str):
            found.update(match[0] for match in _ID.finditer(value))
        elif isinstance(value, Mapping):
            found |= ids_in(value.values())
        elif isinstance(value, list | tuple):
            found |= ids_in(value)
    return found


def cite(store: Store, wanted: Iterable[str]) -> dict[str, Citation]:
    """The citations of records and statements, by id; what is not stored, or is no such id, is left out.

    A record is found by an index; statements of one type are looked through once, however many are wanted.
    """
    by_prefix: dict[str, list[str]] = {}
    for each in sorted(set(wanted)):
        by_prefix.setdefault(ids.prefix_of(each), []).append(each)
    found: dict[str, Citation] = {}
    for prefix, some in by_prefix.items():
        if prefix in LABEL_OF_PREFIX:
            text = _RECORDS.format(label=LABEL_OF_PREFIX[prefix])
        elif prefix not in _TYPE_OF_PREFIX:
            continue
        elif len(some) > _MANY:
            found.update(_cite_many(store, _TYPE_OF_PREFIX[prefix], some))
            continue
        else:
            text = _STATEMENTS.format(type=_TYPE_OF_PREFIX[prefix])
        for (stated,) in store.read(text, {"ids": some}).rows:
            found[stated["id"]] = citation(stated)
    return found


def cite_rows(store: Store, named: Iterable[Iterable[str]]) -> list[list[Citation]]:
    """For each row, of which `named` holds the ids of what it is about, the citations of these, as they are read."""
    rows = [set(each) for each in named]
    found = cite(store, set().union(*rows))
    return [sorted((found[one] for one in some if one in found), key=lambda each: each.as_read) for some in rows]


def _cite_many(store: Store, statement_type: str, wanted: list[str]) -> dict[str, Citation]:
    import polars as pl  # only long answers need columns

    frame = store.read_columns(_EVERY_STATEMENT.format(type=statement_type))
    if not frame.width:
        return {}
    return {row["id"]: citation(row) for row in frame.filter(pl.col("id").is_in(wanted)).iter_rows(named=True)}
