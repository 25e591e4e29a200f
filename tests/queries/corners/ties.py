"""Corner of the question which groups tie investigations together."""

from contextlib import nullcontext

from tests.queries.corners.corner import Corner


def groups_tying_investigations() -> Corner:
    """Groups that would tie two investigations, or would be all that does, but for one condition."""
    told = Corner("groups-tying-investigations")
    group = told.record("ChatGroup", "tying", name="tying")
    about, by_allegation, by_member = (told.investigation(key) for key in ("about", "by allegation", "by member"))
    for each in (about, by_allegation, by_member):
        told.states(each, "LINKED_TO", told.investigation(f"elsewhere {each}"))
    told.states(about, "CONCERNS", group)
    told.states(told.officer("subject"), "SUBJECT_OF", about)
    told.states(told.officer("another subject"), "SUBJECT_OF", by_allegation)
    _alleged(told, "an allegation", by_allegation, group)
    member = told.officer("member")
    told.states(member, "MEMBER_OF", group)
    told.states(member, "SUBJECT_OF", by_member)
    with told.later():
        told.states(about, "CONCERNS", group, key="again")
        told.states(told.investigation("about, later"), "CONCERNS", group)
        told.states(member, "MEMBER_OF", group, key="again")
        told.states(member, "SUBJECT_OF", by_member, key="again")
    _alleged(told, "examined later", by_allegation, group, late="EXAMINED_IN")
    _alleged(told, "concerns later", by_allegation, group, late="CONCERNS")
    _alleged(told, "examined later, elsewhere", told.investigation("examined later"), group, late="EXAMINED_IN")
    _alleged(told, "concerns later, elsewhere", told.investigation("concerns later"), group, late="CONCERNS")
    for late in ("MEMBER_OF", "SUBJECT_OF"):
        officer, case = told.officer(f"{late} later"), told.investigation(f"{late} later")
        for kind, end in (("MEMBER_OF", group), ("SUBJECT_OF", case)):
            with told.later() if kind == late else nullcontext():
                told.states(officer, kind, end)

    _two_about(told, "a conversation of two", one_to_one=True)
    one, other = _two_about(told, "linked")
    told.states(one, "LINKED_TO", other)
    one, other = _two_about(told, "linked later")
    with told.later():
        told.states(one, "LINKED_TO", other)
    for key, later in (("both", None), ("the first later", 0), ("the second later", 1)):
        officer = told.officer(f"subject of {key}")
        for place, case in enumerate(sorted(_two_about(told, f"one subject, {key}"))):
            with told.later() if place == later else nullcontext():
                told.states(officer, "SUBJECT_OF", case)
    with told.later():
        told.states(told.officer("stated later"), "MEMBER_OF", told.record("ChatGroup", "later", name="later"))
    return told


def _two_about(told: Corner, key: str, *, one_to_one: bool = False) -> tuple[str, str]:
    group = told.record("ChatGroup", key, name=key, **({"one_to_one": True} if one_to_one else {}))
    cases = told.investigation(f"{key}, one"), told.investigation(f"{key}, other")
    for each in cases:
        told.states(each, "CONCERNS", group)
    return cases


def _alleged(told: Corner, key: str, case: str, group: str, *, late: str = "") -> None:
    allegation = told.record("Allegation", key, description=key)
    for kind, end in (("EXAMINED_IN", case), ("CONCERNS", group)):
        with told.later() if kind == late else nullcontext():
            told.states(allegation, kind, end)
