"""Small invented sources for tests: a few records and statements, built the way a loader builds them."""

from dataclasses import dataclass, field

from graph import ids
from graph.model import KINDS
from graph.records import Facts, Record, Recorded, Statement, Value

WHEN = Recorded("2022-10-01", "2022-10-01")


@dataclass
class Invented:
    """One invented source: tell it records and statements, then take its facts."""

    slug: str
    recorded: Recorded = WHEN
    records: list[Record] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    shared: list[Record] = field(default_factory=list)

    @property
    def source(self) -> Record:
        return Record("Source", f"source:{self.slug}", self.slug, "", self.recorded, {"name": f"Title of {self.slug}"})

    def record(self, kind: str, key: str, **properties: Value) -> str:
        """Tells a record and gives its id."""
        identifier = ids.record_id(KINDS[kind].prefix, self.slug, [key])
        self.records.append(Record(kind, identifier, self.slug, "para 1", self.recorded, properties))
        return identifier

    def officer(self, key: str, **properties: Value) -> str:
        named = str(properties.pop("name", key))
        return self.record("Officer", key, name=named, **properties)

    def investigation(self, key: str, **properties: Value) -> str:
        named = str(properties.pop("name", key))
        return self.record("Investigation", key, name=named, **properties)

    def states(
        self, from_id: str, type_name: str, to_id: str, locator: str = "para 2", key: str = "", **properties: Value
    ) -> str:
        """Tells a statement and gives its id."""
        identifier = ids.statement_id(type_name, self.slug, from_id, to_id, [key] if key else [])
        self.statements.append(
            Statement(type_name, identifier, from_id, to_id, self.slug, locator, self.recorded, properties)
        )
        return identifier

    def force(self, code: str) -> str:
        """A shared force, as a vocabulary gives it."""
        identifier = ids.shared_id("force", f"example/{code}")
        if identifier not in {record.id for record in self.shared}:
            named: dict[str, Value] = {"name": code}
            self.shared.append(Record("Force", identifier, "vocabulary:example@1", "", Recorded("2020", "2020"), named))
        return identifier

    @property
    def facts(self) -> Facts:
        return Facts(self.source, tuple(self.records), tuple(self.statements), tuple(self.shared))
