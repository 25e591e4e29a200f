"""Corners of the questions about members of chat groups over time."""

from tests.queries.corners.corner import TRUE_IN_2021, Asking, Corner


def chat_group_members() -> Corner:
    """Memberships that are listed, but for one condition; and two accounts, of which one added the other."""
    told = Corner("chat-group-members", TRUE_IN_2021)
    one, two = (told.record("ChatGroup", key, name=key) for key in ("one", "two"))
    told.asked.append(Asking({"chat_group": two}))
    adds = told.record("Account", "adds", name="adds")
    told.states(adds, "MEMBER_OF", one, how="created")
    by_them = {"how": "added", "began_by": adds, "how_ended": "removed", "ended_by": adds}
    told.states(told.officer("added", description="by somebody"), "MEMBER_OF", one, **by_them)
    told.states(told.officer("in two"), "MEMBER_OF", two)
    told.states(told.officer("from 2022"), "MEMBER_OF", one, valid_from="2022")
    told.states(told.officer("to 2010"), "MEMBER_OF", one, valid_to="2010")
    told.states(told.officer("former"), "MEMBER_OF", one, current=False)
    later = told.officer("stated later")
    with told.later():
        told.states(later, "MEMBER_OF", one)
    return told


def members_of_several_groups() -> Corner:
    """Somebody who would be in two groups, but for one condition."""
    told = Corner("members-of-several-groups", TRUE_IN_2021, Asking({"minimum": "3"}))
    one, two = (told.record("ChatGroup", key, name=key) for key in ("one", "two"))
    pair = told.record("ChatGroup", "pair", name="pair", one_to_one=True)
    for key, group, when in (
        ("in both", two, {}),
        ("in a conversation", pair, {}),
        ("from 2022", two, {"valid_from": "2022"}),
        ("to 2010", two, {"valid_to": "2010"}),
        ("former", two, {"current": False}),
    ):
        member = told.officer(key)
        told.states(member, "MEMBER_OF", one)
        told.states(member, "MEMBER_OF", group, **when)
    both = told.officer("in both and a conversation")
    for group in (one, two, pair):
        told.states(both, "MEMBER_OF", group)
    three = told.officer("in three, once former")
    for group in (one, two, told.record("ChatGroup", "three", name="three")):
        told.states(three, "MEMBER_OF", group)
    for key, when in (("4", {"valid_from": "2022"}), ("5", {"valid_to": "2010"}), ("6", {"current": False})):
        told.states(three, "MEMBER_OF", told.record("ChatGroup", key, name=key), **when)
    later = told.officer("stated later")
    told.states(later, "MEMBER_OF", one)
    with told.later():
        told.states(later, "MEMBER_OF", two)
        told.states(three, "MEMBER_OF", told.record("ChatGroup", "seven", name="seven"))
        told.states(told.officer("only later"), "MEMBER_OF", one)
    return told


def subjects_in_chat_groups() -> Corner:
    """Subjects who would be members of a group, but for one condition."""
    told = Corner("subjects-in-chat-groups", TRUE_IN_2021)
    group, other = (told.record("ChatGroup", key, name=key) for key in ("group", "other"))
    case, second = told.investigation("case"), told.investigation("second")
    told.asked.append(Asking({"investigation": second}))
    for key, when in (
        ("member", {}),
        ("from 2022", {"valid_from": "2022"}),
        ("to 2010", {"valid_to": "2010"}),
        ("former", {"current": False}),
    ):
        subject = told.officer(key)
        told.states(subject, "SUBJECT_OF", case)
        told.states(subject, "MEMBER_OF", group, **when)
        told.states(subject, "MEMBER_OF", other)
    in_second = told.officer("in second")
    told.states(in_second, "SUBJECT_OF", second)
    told.states(in_second, "MEMBER_OF", group)
    late_member, late_subject = told.officer("late member"), told.officer("late subject")
    told.states(late_member, "SUBJECT_OF", case)
    told.states(late_subject, "MEMBER_OF", group)
    with told.later():
        told.states(late_member, "MEMBER_OF", group)
        told.states(late_subject, "SUBJECT_OF", case)
    return told


def joined_close_together() -> Corner:
    """Members who would have joined close to another, but for one condition."""
    told = Corner("joined-close-together", Asking({"days": "30"}))
    group, second = (told.record("ChatGroup", key, name=key) for key in ("group", "second"))
    pair = told.record("ChatGroup", "pair", name="pair", one_to_one=True)
    told.asked.append(Asking({"chat_group": second}))
    first = told.officer("first")
    told.states(first, "MEMBER_OF", group, valid_from="2019-05-02T09:00")
    told.states(first, "MEMBER_OF", group, key="again", valid_from="2019-05-03")
    told.states(told.officer("on the same day"), "MEMBER_OF", group, valid_from="2019-05-02")
    told.states(told.officer("a month later"), "MEMBER_OF", group, valid_from="2019-06-01")
    told.states(told.officer("some day"), "MEMBER_OF", group, valid_from="2019-05")
    told.states(told.officer("made admin"), "MEMBER_OF", group, valid_from="2019-05-02", how="made admin")
    told.states(told.officer("inferred"), "MEMBER_OF", group, valid_from="2019-05-02", status="inferred")
    # What somebody in a row also has, and what must not be drawn with the row.
    told.states(first, "MEMBER_OF", group, key="admin", valid_from="2019-05-02", how="made admin")
    told.states(first, "MEMBER_OF", group, key="back", valid_from="2019-05-02", status="inferred")
    told.states(first, "MEMBER_OF", second, valid_from="2019-05-02")
    for each in (pair, second):
        for key in ("one", "two"):
            told.states(told.officer(f"{key} in {each[-3:]}"), "MEMBER_OF", each, valid_from="2019-05-02")
    later = told.officer("stated later")
    with told.later():
        told.states(later, "MEMBER_OF", group, valid_from="2019-05-04")
        told.states(first, "MEMBER_OF", group, key="told again", valid_from="2019-05-02")
    return told


def groups_falling_silent() -> Corner:
    """Groups that would fall silent on the day of a step, but for one condition."""
    told = Corner("groups-falling-silent", Asking({"within": "3"}), Asking({"silence": "1"}))
    day = {"kind": "steps/arrest", "at": "2019-05-10"}

    def silent(key: str, *days: str, **step: str) -> str:
        group, member, case = told.record("ChatGroup", key, name=key), told.officer(key), told.investigation(key)
        told.states(member, "MEMBER_OF", group, days=tuple(f"{each} 1" for each in days))
        told.states(member, "STEP", case, **{**day, **step})
        return group

    plain = silent("silent", "2019-05-09")
    told.asked.append(Asking({"chat_group": silent("another", "2019-05-10")}))
    silent("three days before", "2019-05-07")
    silent("soon again", "2019-05-09", "2019-05-13")
    silent("in the month", "2019-04-30", at="2019-05")
    silent("pending", "2019-05-09", state="pending")
    told.states(told.officer("not counted"), "MEMBER_OF", plain)
    told.states(told.officer("nobody's step"), "MEMBER_OF", told.record("ChatGroup", "uncounted", name="uncounted"))
    nameless = told.officer("nameless step")
    told.states(nameless, "MEMBER_OF", told.record("ChatGroup", "other", name="other"), days=("2019-05-09 1",))
    told.states(nameless, "STEP", told.investigation("nameless"), at="2019-05-10", as_stated="looked at")
    member = told.officer("more in the silent group")
    told.states(member, "MEMBER_OF", plain, days=("2019-05-08 1",))
    case = told.investigation("more")
    for key, step in (
        ("another day", {"kind": "steps/arrest", "at": "2019-04-10"}),
        ("another step", {"kind": "steps/bail", "at": "2019-05-10"}),
        ("pending", {"kind": "steps/arrest", "at": "2019-05-10", "state": "pending"}),
    ):
        told.states(member, "STEP", case, key=key, **step)
    with told.later():
        silent("stated later", "2019-05-09")
        told.states(member, "STEP", case, key="later", **day)
        told.states(told.officer("counted later"), "MEMBER_OF", plain, days=("2019-05-12 1",))
    return told
