"""An investigation as it is compared: itself, and the allegations that it examines."""

from collections import defaultdict
from dataclasses import dataclass

from graph.identity.other_kinds.things import Thing, things
from graph.stores.store import Store

_EXAMINED = (
    "MATCH (a:Allegation)-[:EXAMINED_IN]->(i:Investigation)\n"
    "RETURN i.id AS id, coalesce(a.category, '') AS category, coalesce(a.standard, '') AS standard, "
    "coalesce(a.incident_from, '') AS incident"
)


@dataclass(frozen=True, slots=True)
class Case:
    """An investigation with codes of categories and of standards (SCHEME/CODE), and days of incidents, of what it
    examines."""

    thing: Thing
    categories: frozenset[str]
    standards: frozenset[str]
    incidents: frozenset[str]

    @property
    def opened(self) -> str:
        """When it was opened, as precisely as is known; empty where it is not."""
        return str(self.thing.properties.get("opened") or "")

    @property
    def days(self) -> frozenset[str]:
        """When something was done in it, as precisely as is known: steps, outcomes, its end."""
        closed = self.thing.properties.get("closed")
        return self.thing.days | {str(closed)} if closed else self.thing.days

    @property
    def whole_days(self) -> frozenset[str]:
        """Those of them that are known to the day."""
        return frozenset(day for day in self.days if len(day) == len("2021-03-03"))

    def told_before(self, other: "Case") -> tuple[str, str] | None:
        """The last day on which this one is known to have gone on and the later one on which the other was opened;
        None where it was not opened later."""
        stated = self.thing.properties
        known = max([*self.days, str(stated.get("recorded_to") or stated["recorded_from"])])
        opened = other.opened
        return (known, opened) if opened and opened[: len(known)] > known[: len(opened)] else None


def cases(store: Store) -> dict[str, Case]:
    """All investigations by id, but those that stand for several."""
    examined: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    frame = store.read_columns(_EXAMINED)
    for one, *told in frame.select("id", "category", "standard", "incident").rows() if frame.height else ():
        examined[one].append((told[0], told[1], told[2]))
    found = {}
    for each in things(store, "Investigation"):
        if not each.properties.get("how_many"):
            stated = [frozenset(values) - {""} for values in zip(*examined.get(each.id, []), strict=True)]
            found[each.id] = Case(each, *(stated or [frozenset()] * 3))
    return found
