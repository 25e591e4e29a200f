"""Lines of the service become intervals of membership: how they began and ended, by whom, and what was said in them."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.chats.accounts import EXPORTER_KEY, key_of
from loaders.chats.events import EXPORTER
from loaders.chats.group import Group, fold
from loaders.chats.membership import Change, History, Membership
from loaders.chats.parsing import parse_chat
from tests.loaders.chats.writing import written


def group(folder: Path, *lines: str, name: str = "chat.txt") -> Group:
    text = "".join(f"31/01/2024, 09:{minute:02} - {line}\n" for minute, line in enumerate(lines))
    chat = parse_chat(written(folder, text, name))
    return fold(chat, chat.entries())


def told(found: Group, name: str) -> list[tuple[object, ...]]:
    """The intervals of somebody: from and to in minutes, how they began and ended, by whom."""
    (person,) = (each for each in found.people if each.key == key_of(name))
    return [
        (_minute(each.valid_from), _minute(each.valid_to), each.began, each.began_by, each.ended, each.ended_by)
        for each in person.memberships
    ]


def _minute(at: str | None) -> int | None:
    return None if at is None else int(at[-2:])


def test_a_member_is_added_and_removed_by_somebody(tmp_path: Path) -> None:
    found = group(tmp_path, 'Ann created group "One"', "Ann added Bob", "Bob: hello", "Ann removed Bob")
    ann = ("name", "Ann")
    assert told(found, "Bob") == [(1, 3, "added", ann, "removed", ann)]
    assert told(found, "Ann") == [(0, None, "created", None, None, None)]


def test_who_joins_by_link_leaves_and_joins_again_has_two_intervals(tmp_path: Path) -> None:
    by_link = "Bob joined using this group's invite link"
    found = group(tmp_path, "Ann: hi", by_link, "Bob: a", "Bob left", "Ann: hm", by_link, "Bob: b")
    assert told(found, "Bob") == [
        (1, 3, "joined_link", None, "left", None),
        (5, None, "joined_link", None, None, None),
    ]
    assert [each.messages for each in found.people[1].memberships] == [1, 1]


def test_who_only_writes_was_a_member_and_nobody_says_since_when(tmp_path: Path) -> None:
    assert told(group(tmp_path, "Ann: hi", "Bob: ho"), "Ann") == [(None, None, None, None, None, None)]


def test_who_writes_after_leaving_had_come_back_at_some_time_after(tmp_path: Path) -> None:
    found = group(tmp_path, "Ann added Bob", "Bob left", "Ann: hm", "Bob: back")
    first, second = found.people[1].memberships
    assert (first.ended, second.valid_from, second.inferred_begin) == ("left", first.valid_to, True)


def test_who_is_added_twice_left_in_between_and_nobody_says_when(tmp_path: Path) -> None:
    first, second = group(tmp_path, "Ann added Bob", "Ann added Bob", "Bob: hi").people[1].memberships
    assert (first.valid_to, first.former, second.messages) == (None, True, 1)


def test_a_change_of_role_ends_one_interval_and_begins_the_next(tmp_path: Path) -> None:
    found = group(tmp_path, "Ann added you", "You're now an admin", "You're no longer an admin", "You left")
    assert told(found, EXPORTER) == [
        (0, 1, "added", ("name", "Ann"), "admin_granted", None),
        (1, 2, "admin_granted", None, "admin_revoked", None),
        (2, 3, "admin_revoked", None, "left", None),
    ]
    assert [each.role for each in found.people[1].memberships] == [None, "admin", "member"]


def test_a_changed_number_is_one_account(tmp_path: Path) -> None:
    old, new = "+44 7700 900123", "+44 7700 900456"
    found = group(tmp_path, f"Ann added {old}", f"{old}: a", f"{old} changed to {new}", f"{new}: b", f"{new} left")
    (person,) = (each for each in found.people if each.key == key_of(old))
    assert person.later == (("number", "+447700900456"),)
    assert [(each.messages, each.ended) for each in person.memberships] == [(2, "left")]


def test_a_number_changed_back_is_still_one_account(tmp_path: Path) -> None:
    old, new = "+44 7700 900123", "+44 7700 900456"
    found = group(tmp_path, f"{old} changed to {new}", f"{new} changed to {old}", f"{old}: a", f"{new}: b")
    assert [(each.key, each.memberships[0].messages) for each in found.people] == [(("number", "+447700900123"), 2)]


def test_names_of_the_group_are_kept_in_time(tmp_path: Path) -> None:
    found = group(tmp_path, 'Ann created group "One"', 'Ann changed the subject from "One" to "Two: b"', "Ann: hi")
    assert found.names == ("One", "Two: b")


def test_a_group_without_a_line_about_its_name_has_that_of_the_file(tmp_path: Path) -> None:
    assert group(tmp_path, "Ann: a", "Bob: b", "Cy: c", name="WhatsApp Chat with Team C.txt").names == ("Team C",)
    assert group(tmp_path, "Ann: a", "Bob: b", "Cy: c", name="chat.txt").names == ()


def test_two_people_and_no_line_about_a_group_are_a_conversation(tmp_path: Path) -> None:
    found = group(tmp_path, "Ann: hi", "Bob: ho", name="WhatsApp Chat with Bob.txt")
    assert (found.one_to_one, found.exporter) == (True, ("name", "Ann"))
    assert not group(tmp_path, 'Ann created group "One"', "Ann: hi").one_to_one


def test_who_deleted_a_message_as_you_is_the_exporter(tmp_path: Path) -> None:
    found = group(tmp_path, "Ann added you", "Bob: You deleted this message", "Cy: hi", "Ann removed you")
    assert found.exporter == ("name", "Bob")
    assert told(found, "Bob") == [(0, 3, "added", ("name", "Ann"), "removed", ("name", "Ann"))]


def test_an_exporter_who_is_only_called_you_has_an_account_of_their_own(tmp_path: Path) -> None:
    found = group(tmp_path, "Ann added you", "Bob: hi")
    assert found.exporter == EXPORTER_KEY
    assert {each.key for each in found.people} == {("name", "Ann"), ("name", "Bob"), EXPORTER_KEY}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("+44 7700 900123", ("number", "+447700900123")),
        ("+1 (650) 253‑0000", ("number", "+16502530000")),
        ("07700 900123", ("name", "07700 900123")),
        ("+91 98XXX XXX45", ("name", "+91 98XXX XXX45")),
        ("+1 23", ("name", "+1 23")),
        ("~ Sam", ("name", "~ Sam")),
    ],
)
def test_a_number_is_one_in_any_spelling_and_without_its_country_it_is_a_name(name: str, key: tuple[str, ...]) -> None:
    assert key_of(name) == key


_WHATS = st.sampled_from(("added", "joined_link", "left", "removed", "admin_granted", "admin_revoked", None))


@given(st.lists(_WHATS, max_size=30))
def test_every_message_and_every_change_is_in_exactly_one_interval(whats: list[str | None]) -> None:
    history = History()
    for number, what in enumerate(whats, 1):
        at = f"2024-01-01T00:{number:02}"
        if what is None:
            history.sign(number, at, message=True)
        else:
            history.change(Change(number, at, what))  # type: ignore[arg-type]
    found: list[Membership] = history.intervals()
    assert sum(each.messages for each in found) == whats.count(None)
    begins = sum(what in ("added", "joined_link") for what in whats)
    assert sum(each.began in ("added", "joined_link") for each in found) == begins
    assert sum(each.ended in ("left", "removed") for each in found) == sum(
        each in ("left", "removed") for each in whats
    )
    for before, after in itertools.pairwise(found):
        assert before.first_number <= after.first_number
        assert before.valid_to is not None or before.former
    for each in found:
        assert each.valid_from is None or each.valid_to is None or each.valid_from <= each.valid_to
