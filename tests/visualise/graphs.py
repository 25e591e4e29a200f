"""Small subgraphs for tests of the page, told like sources and taken without a database."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.records import Value
from graph.rows import record_row, statement_row
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement
from tests.invented import Invented

APART = frozenset({"Denial", "Suggestion"})


@dataclass
class Told:
    """Invented sources, and decisions by the ids they join; `subgraph` is all of it."""

    sources: list[Invented] = field(default_factory=list)
    decisions: list[SubgraphRecord] = field(default_factory=list)
    loads: list[SubgraphRecord] = field(default_factory=list)

    def source(self, slug: str = "article") -> Invented:
        source = Invented(slug)
        self.sources.append(source)
        return source

    def decided(self, left: str, right: str, judgement: str = "same", basis: str = "person", **more: Value) -> None:
        row = {"left_id": left, "right_id": right, "judgement": judgement, "basis": basis, "by": "A. Reviewer"}
        state = "applied" if judgement == "same" else "none"
        row |= {"id": f"decision:{left}+{right}", "at": "2026-01-01T00:00:00Z", "reason": "same number", "state": state}
        self.decisions.append(SubgraphRecord("Decision", {**row, **more}))

    def unfinished(self, slug: str) -> None:
        self.loads.append(SubgraphRecord("Load", {"id": f"load:{slug}", "of_source": slug, "state": "running"}))

    def subgraph(self, about: Iterable[str] = (), **header: Any) -> Subgraph:  # noqa: ANN401
        canonical = _canonical(self.decisions)
        rows = [SubgraphRecord(each.kind, record_row(each)) for each in self._records()]
        rows = [
            SubgraphRecord(each.label, {"canonical_id": canonical.get(each.id, each.id), **each.properties})
            for each in rows
        ]
        statements = [
            SubgraphStatement(each.type, each.from_id, each.to_id, statement_row(each))
            for source in self.sources
            for each in source.statements
        ]
        given: dict[str, Any] = {
            "title": "A picture",
            "selection": "--all",
            "taken_at": "2026-01-02T00:00:00Z",
            **header,
        }
        return Subgraph(
            records=_sorted(each for each in rows if each.label not in APART),
            statements=tuple(sorted(statements, key=lambda each: each.id)),
            denials=_sorted(each for each in rows if each.label == "Denial"),
            decisions=_sorted(self.decisions),
            suggestions=_sorted(each for each in rows if each.label == "Suggestion"),
            sources=_sorted(SubgraphRecord("Source", record_row(each.source)) for each in self.sources),
            loads=_sorted(self.loads),
            header=Header(about=tuple(about), **given),
        )

    def _records(self) -> Iterable[Any]:
        shared = {each.id: each for source in self.sources for each in source.shared}
        return [each for source in self.sources for each in source.records] + list(shared.values())


def _canonical(decisions: Iterable[SubgraphRecord]) -> dict[str, str]:
    same: dict[str, str] = {}
    for each in decisions:
        if each.properties["state"] == "applied":
            left, right = str(each.properties["left_id"]), str(each.properties["right_id"])
            ends = {same.get(left, left), same.get(right, right)}
            least = min(ends)
            same.update(
                {
                    name: least
                    for name, root in {**same, left: left, right: right}.items()
                    if root in ends or name in ends
                }
            )
    return same


def _sorted(records: Iterable[SubgraphRecord]) -> tuple[SubgraphRecord, ...]:
    return tuple(sorted(records, key=lambda each: each.id))


def label_of(code: str) -> str:
    """A code's label, without reading any vocabulary."""
    return code.rpartition("/")[2].capitalize()


def ordinary() -> Told:
    """Two officers of two sources who are one by decision, in separate investigations; one denied, one suggested.

    Ash (Northvale) is a subject of the first and, as Asche, of the second investigation; Birch of the first, alleged.
    Twice stated that Ash serves in Northvale. A cohort of about 6, an unnamed officer, a chat group under restriction.
    """
    told = Told()
    one, two = told.source("article"), told.source("paper")
    ash, birch = one.officer("Ash", number="007"), one.officer("Birch")
    first, second = one.investigation("First case", opened="2020-02"), two.investigation("Second case")
    asche = two.officer("Asche")
    force = one.force("northvale")
    two.force("northvale")
    group = one.record("ChatGroup", "g", name="The night shift", restriction="reporting")
    cohort = one.record("Cohort", "c", size=6, bound="about", unit="officers", description="About six officers.")
    unnamed = one.record("Officer", "u", identified=False, why_unidentified="withheld", description="A sergeant.")
    one.states(ash, "SERVED_IN", force, valid_from="2018", valid_to="2019-06")
    two.states(asche, "SERVED_IN", force, "page 3", valid_from="2020", current=True)
    one.states(birch, "SERVED_IN", force)
    one.states(ash, "SUBJECT_OF", first, said_by="the force")
    two.states(asche, "SUBJECT_OF", second, status="inferred", reason="The same collar number")
    one.states(birch, "SUBJECT_OF", first, status="alleged")
    one.states(cohort, "MEMBER_OF", group)
    one.states(unnamed, "MEMBER_OF", group, role="admin")
    one.states(birch, "MEMBER_OF", group)
    two.record(
        "Denial",
        "d",
        from_id=second,
        to_id=group,
        of="link",
        as_stated="The force says they have nothing to do with each other.",
    )
    two.record(
        "Suggestion", "s", left_id=min(birch, unnamed), right_id=max(birch, unnamed), score=0.83, reasons=("one rank",)
    )
    told.decided(min(ash, asche), max(ash, asche))
    return told
