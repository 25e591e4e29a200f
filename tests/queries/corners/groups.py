"""Corners of the question which members groups share."""

from tests.queries.corners.corner import TRUE_IN_2021, Asking, Corner


def groups_sharing_members() -> Corner:
    """Members whom two groups would share, but for one condition."""
    told = Corner("groups-sharing-members", TRUE_IN_2021, Asking({"minimum": "2"}))
    one, two, three = (told.record("ChatGroup", key, name=key) for key in ("one", "two", "three"))
    told.asked.append(Asking({"chat_group": three}))
    both = told.officer("in one and two")
    for group in (one, two):
        told.states(both, "MEMBER_OF", group)
    told.states(both, "MEMBER_OF", told.record("ChatGroup", "pair", name="pair", one_to_one=True))
    second = told.officer("in two and three")
    for group in (two, three):
        told.states(second, "MEMBER_OF", group)
    told.states(told.officer("in one"), "MEMBER_OF", one)
    for key, when in (("from 2022", {"valid_from": "2022"}), ("to 2010", {"valid_to": "2010"})):
        member = told.officer(key)
        told.states(member, "MEMBER_OF", one)
        told.states(member, "MEMBER_OF", two, **when)
    former = told.officer("former")
    told.states(former, "MEMBER_OF", one)
    told.states(former, "MEMBER_OF", two, current=False)
    later = told.officer("stated later")
    told.states(later, "MEMBER_OF", one)
    with told.later():
        told.states(later, "MEMBER_OF", two)
        told.record("ChatGroup", "stated later", name="stated later")
    return told
