"""The constraints and indexes of the model, as Cypher that both engines take."""

from dataclasses import dataclass

from graph.model import KINDS, record_properties


@dataclass(frozen=True, slots=True)
class Index:
    """Finds records of the kind `label` by the property `of`, which holds texts; `unique` makes it a constraint."""

    label: str
    of: str
    unique: bool = False

    @property
    def name(self) -> str:
        return f"{self.label.lower()}_{self.of}"

    @property
    def text(self) -> str:
        """The statement that makes it; it can be run again."""
        if self.unique:
            what = f"CONSTRAINT {self.name} IF NOT EXISTS FOR (n:{self.label}) REQUIRE n.{self.of} IS UNIQUE"
        else:
            what = f"INDEX {self.name} IF NOT EXISTS FOR (n:{self.label}) ON (n.{self.of})"
        return f"CREATE {what}"


def indexes() -> list[Index]:
    """A constraint for the id of each kind, and an index for each of its indexed properties."""
    found = []
    for label in KINDS:
        found.append(Index(label, "id", unique=True))
        found += [Index(label, each.name) for each in record_properties(label) if each.indexed]
    return found


def constraints() -> list[str]:
    """The statements that make all of them."""
    return [each.text for each in indexes()]
