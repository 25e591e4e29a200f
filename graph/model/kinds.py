"""What a record kind and a statement type are; the families of the model declare theirs with these."""

from dataclasses import dataclass
from enum import Enum

from graph.model.properties import Property


class Origin(Enum):
    """Who writes records of a kind."""

    SOURCE = "a source states it"
    SHARED = "a vocabulary gives it; sources share it"
    BOOK = "crossprobe keeps it about its own work"


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of node. `prefix` begins its ids and gives the label back; `properties` are its own, without the common.

    `same_as` lists the kinds whose records people may decide to be the same thing.
    """

    label: str
    prefix: str
    description: str
    origin: Origin
    properties: tuple[Property, ...] = ()
    same_as: frozenset[str] = frozenset()

    def property(self, name: str) -> Property | None:
        """The property of that name, or None."""
        return next((each for each in self.properties if each.name == name), None)


@dataclass(frozen=True, slots=True)
class StatementType:
    """A kind of relationship: which labels it may run between (`ends`, pairs of from and to), and its sentence.

    `sentence` holds `{from}` and `{to}` and reads as what a source states; `properties` are its own, without the
    common ones.
    """

    name: str
    description: str
    ends: tuple[tuple[str, str], ...]
    sentence: str
    properties: tuple[Property, ...] = ()

    def property(self, name: str) -> Property | None:
        """The property of that name, or None."""
        return next((each for each in self.properties if each.name == name), None)

    def allows(self, from_label: str, to_label: str) -> bool:
        """Whether a statement of this type may run from the one label to the other."""
        return (from_label, to_label) in self.ends


def every(from_labels: tuple[str, ...], to_labels: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """All pairs of the labels: the ends of a type that may join each with each."""
    return tuple((start, end) for start in from_labels for end in to_labels)
