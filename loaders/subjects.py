"""Who is subject of which investigation, read from allegations where the pairing is certain."""

from collections import defaultdict
from collections.abc import Iterable

from graph.ids import prefix_of, statement_id
from graph.model.organisations import FORCE
from graph.records import Statement, Value

_STRENGTH = ("inferred", "alleged", "stated")

Ends = dict[str, dict[str, Statement]]


def derived_subjects(statements: Iterable[Statement]) -> list[Statement]:
    """The SUBJECT_OF statements that follow from a source's AGAINST and EXAMINED_IN and that it does not state itself.

    An allegation against one, or examined in one investigation, leaves no doubt who is subject of what; against
    several and examined in several it does, and then nothing follows. A derived statement names its allegation, has
    locator, voice and date of the AGAINST it rests on, and is no stronger than the weaker of the two. A force is
    never a subject, nor is a member of a cohort because the cohort is one.
    """
    against: Ends = defaultdict(dict)
    examined: Ends = defaultdict(dict)
    stated: set[tuple[str, str]] = set()
    for each in statements:
        if each.type == "SUBJECT_OF":
            stated.add((each.from_id, each.to_id))
        elif each.type in ("AGAINST", "EXAMINED_IN"):
            ends = (against if each.type == "AGAINST" else examined)[each.from_id]
            ends[each.to_id] = max(ends.get(each.to_id, each), each, key=lambda one: (_strength(one), one.id))
    derived = []
    for allegation, persons in against.items():
        investigations = examined.get(allegation, {})
        if len(persons) > 1 and len(investigations) > 1:
            continue
        for person, accusation in persons.items():
            for investigation, examination in investigations.items():
                if prefix_of(person) != FORCE.prefix and (person, investigation) not in stated:
                    derived.append(_subject_of(accusation, examination))
    return derived


def _strength(statement: Statement) -> int:
    return _STRENGTH.index(str(statement.properties.get("status", "stated")))


def _subject_of(against: Statement, examined: Statement) -> Statement:
    weaker = min(against, examined, key=_strength)
    kept = {name: against.properties[name] for name in ("said_by", "restriction") if name in against.properties}
    held = {name: weaker.properties[name] for name in ("status", "reason") if name in weaker.properties}
    properties: dict[str, Value] = {**kept, **held, "derived_from": against.from_id}
    ends = (against.to_id, examined.to_id)
    return Statement(
        "SUBJECT_OF",
        statement_id("SUBJECT_OF", against.source_id, *ends, (against.from_id,)),
        *ends,
        against.source_id,
        against.locator,
        against.recorded,
        properties,
    )
