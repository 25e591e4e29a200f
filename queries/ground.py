"""What lies between two records, read hop by hop over typed patterns: the ground that routes are searched on.

No path is asked of the database: engines differ in what a condition on one means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.errors import UsageError
from graph.ids import prefix_of
from graph.model import KINDS, LABEL_OF_PREFIX, TYPES
from graph.model import routes as rules
from graph.routes import Asked, Found, find_routes
from graph.stores.store import Store
from graph.subgraph import SubgraphRecord, SubgraphStatement
from queries.denials import denials, named
from queries.stored import by_label, records_of
from queries.times import Times

LINKS_READ = 300_000
"""Links that are looked through for one answer at most."""

DECISIONS = "UNWIND $ids AS id\nMATCH (d:Decision {id: id})\nRETURN properties(d) AS record"
_NEAR = (
    "UNWIND $ids AS id\nMATCH (a:{label} {{id: id}})-[r:{types}]-(b)\n"
    "RETURN type(r) AS type, r.id AS id, a.id AS near, b.id AS far, b.canonical_id AS canonical_id,\n"
    "  startNode(r).id = a.id AS outward, r.status AS status, r.state AS state, r.not_held AS not_held,\n"
    "  r.source_id AS source_id{dates}"
)
_DATES = "".join(
    f", r.{each} AS {each}" for each in ("valid_from", "valid_to", "current", "recorded_from", "recorded_to")
)


@dataclass
class Ground:
    """Records and statements read so far, by id, and the ids of decisions that hold some of the records to be one.

    Of a statement only what the search needs is read.
    """

    store: Store
    asked: Asked
    times: Times
    _records: dict[str, SubgraphRecord] = field(default_factory=dict)
    _statements: dict[str, SubgraphStatement] = field(default_factory=dict)
    _same: set[str] = field(default_factory=set)
    _levels: dict[str, list[set[str]]] = field(default_factory=dict)

    def reach(self, end: str, hops: int) -> None:
        """Reads every link that begins less than `hops` statements from the record.

        Raises UsageError where these are more than LINKS_READ.
        """
        if end not in self._levels:
            self._records.update({each.id: each for each in records_of(self.store, [end])})
            self._levels[end] = [{end}]
        levels = self._levels[end]
        while len(levels) <= hops:
            seen = set().union(*levels)
            levels.append(self._beside(levels[-1], seen) - seen)

    def routes(self, start: str, end: str) -> Found:
        """The routes over what was read."""
        self._join_where_they_meet()
        decisions = records_read(self.store, "Decision", DECISIONS, {"ids": sorted(self._same)}) if self._same else []
        # What denials name is mostly another source's record of a thing, which no link need lead to.
        records = {**named(self.store, self.denials), **self._records}.values()
        statements = self._statements.values()
        return find_routes(records, statements, decisions, self.denials, start, end, self.asked)

    @cached_property
    def denials(self) -> list[SubgraphRecord]:
        """Every denial stated by then."""
        return denials(self.store, self.times)

    @cached_property
    def _crossed(self) -> frozenset[str]:
        closed = () if self.asked.through_hubs else rules.CROSSED_IF_ASKED
        return frozenset(KINDS) - {*rules.NEVER_CROSSED, *closed}

    @cached_property
    def _walked(self) -> str:
        """The types that can be walked between kinds that may be crossed, as they stand in a pattern."""
        inside = (name for name in rules.WEIGHTS if any(set(pair) <= self._crossed for pair in TYPES[name].ends))
        return "|".join((*inside, "SAME_AS"))

    def _beside(self, level: set[str], seen: set[str]) -> set[str]:
        """Reads the links of the records, and of all that are one with any of them, and gives the other ends."""
        found: set[str] = set()
        while level:
            seen |= level
            alike = set()
            for row in self._near(level, self._walked, _DATES if self.times != Times() else ""):
                if row["type"] == "SAME_AS":
                    alike.add(self._held_as_one(row))
                elif label(row["far"]) in self._crossed and self.times.hold(row):
                    start, end = (row["near"], row["far"]) if row["outward"] else (row["far"], row["near"])
                    self._statements[row["id"]] = SubgraphStatement(row["type"], start, end, row)
                    found.add(self._keep(row["far"], row["canonical_id"]))
            level = alike - seen
        return found

    def _join_where_they_meet(self) -> None:
        """Reads the identities among what was reached and not read on from: records of one canonical id."""
        alike: dict[str, set[str]] = {}
        for each in self._records.values():
            alike.setdefault(each.canonical_id, set()).add(each.id)
        level = {one for group in alike.values() if len(group) > 1 for one in group}
        seen: set[str] = set()
        while level:
            seen |= level
            level = {self._held_as_one(row) for row in self._near(level, "SAME_AS", "")} - seen

    def _held_as_one(self, row: Mapping[str, Any]) -> str:
        self._same.add(row["id"])
        return self._keep(row["far"], row["canonical_id"])

    def _near(self, level: set[str], types: str, dates: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for kind, some in by_label(level):
            text = _NEAR.format(label=kind, types=types, dates=dates)
            answered = self.store.read(text, {"ids": some}, row_limit=LINKS_READ)
            rows += answered.dicts()
            if answered.cut or len(self._statements) + len(rows) > LINKS_READ:
                raise UsageError(
                    f"More than {LINKS_READ:,} links lie between them.", do="Ask for a shorter route, with --links."
                )
        return rows

    def _keep(self, record_id: str, canonical_id: str | None) -> str:
        self._records[record_id] = SubgraphRecord(label(record_id), {"id": record_id, "canonical_id": canonical_id})
        return record_id


def label(record_id: str) -> str:
    """The label behind a whole id."""
    return LABEL_OF_PREFIX[prefix_of(record_id)]


def records_read(
    store: Store, kind: str, text: str, parameters: Mapping[str, Any] | None = None
) -> list[SubgraphRecord]:
    """The records of one kind that a text returns the properties of."""
    return [SubgraphRecord(kind, row) for (row,) in store.read(text, parameters).rows]
