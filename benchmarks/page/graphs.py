"""Invented graphs of a given number of items: officers of ten forces, their investigations and allegations."""

import random

from graph.subgraph import Header, Row, Subgraph, SubgraphRecord, SubgraphStatement

SEED = 11
WHEN = "2022-10-01"


def graph_of(items: int) -> Subgraph:
    """A subgraph of so many records: two in five officers, as many investigations, the rest allegations; about one
    and a half links an item, with dates over five years."""
    chance = random.Random(SEED)  # noqa: S311 - nothing here is secret
    officers = [_record("Officer", number, name=f"Officer {number}") for number in range(items * 2 // 5)]
    cases = [
        _record("Investigation", number, name=f"Case {number}", opened=_day(chance)) for number in range(items * 2 // 5)
    ]
    forces = [_record("Force", number, name=f"Force {number}") for number in range(10)]
    left = items - len(officers) - len(cases) - len(forces)
    allegations = [_record("Allegation", number, description=f"Allegation {number}") for number in range(left)]
    ends = [("SERVED_IN", each, chance.choice(forces)) for each in officers]
    ends += [("SUBJECT_OF", chance.choice(officers), each) for each in cases]
    ends += [("AGAINST", each, chance.choice(officers)) for each in allegations]
    ends += [("EXAMINED_IN", each, chance.choice(cases)) for each in allegations[::2]]
    statements = [
        SubgraphStatement(name, start.id, end.id, {**_stated(f"s{number:06}"), "valid_from": _day(chance)})
        for number, (name, start, end) in enumerate(ends)
    ]
    source = SubgraphRecord("Source", {"id": "source:invented", "source_id": "invented", "name": "An invented source"})
    records = tuple(sorted((*officers, *cases, *forces, *allegations), key=lambda each: each.id))
    header = Header(title=f"{items} items", selection="--all", taken_at=f"{WHEN}T00:00:00Z")
    return Subgraph(records, tuple(statements), (), (), (), (source,), (), header)


def _record(label: str, number: int, **properties: str) -> SubgraphRecord:
    return SubgraphRecord(label, {**_stated(f"{label.lower()}:{number:026}"), **properties})


def _stated(identifier: str) -> Row:
    return {"id": identifier, "source_id": "invented", "locator": "row 1", "recorded_from": WHEN}


def _day(chance: random.Random) -> str:
    return f"{chance.randint(2017, 2021)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
