"""What is put into an export comes out again: any form, any text, lines that look like headers and are none."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.chats.entries import Event, Message
from loaders.chats.events import EXPORTER
from loaders.chats.parsing import parse_chat
from loaders.chats.starts import numbered, read
from loaders.chats.summary import summary
from tests.loaders.chats.writing import PHONES, Phone, written

TITLE = "Late Turn"
_LIKE_HEADERS = (
    "12/05/2024",
    "12:30 lunch",
    "[14/05/2024] no time: x",
    "2024-05-14 18:00 party: bring drinks",
    "03/02/2024, 09:12 hello",
    "1. 2. 3.",
    "10:00 - 11:00: opening",
    "2023/12/31 at 23:59 - nobody here: is known",
    "",
    "  ",
)
_LIKE_HEADERS = (
    "12/05/2024",
    "12:30 lunch",
    "[14/05/2024] no time: x",
    "2024-05-14 18:00 party: bring drinks",
    "03/02/2024, 09:12 hello",
    "1. 2. 3.",
    "10:00 - 11:00: opening",
    "2023/12/31 at 23:59 - nobody here: is known",
    "",
    "  ",
)
_lines = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=60),
    st.sampled_from(_LIKE_HEADERS),
)


def _begins_nothing(line: str) -> bool:
    # What has a header's very form is a header: nobody can tell it from one that somebody typed.
    start = numbered(line)
    return start is None or read(start) is None


_PASTED = {
    True: ("14/05/2023, 18:02 - {sender}: said before", "5/14/23, 6:02 PM - {sender}: said before"),
    False: ("[14/05/2023, 18:02:11] {sender}: said before", "[18:02, 14/5/2023] {sender}: said before"),
}
"""Lines of another export, as people paste them into a message, for phones that write brackets and for those that do
not."""

_texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=60)
_lines = st.one_of(_texts.filter(_begins_nothing), st.sampled_from(_LIKE_HEADERS))
_names = st.one_of(
    st.from_regex(r"[A-Z][a-zäöüéñøА-яא-ת']{1,11}( [A-Z][a-z]{1,11}){0,2}", fullmatch=True),
    st.from_regex(r"\+44 7700 900\d{3}", fullmatch=True),
)


_seconds = st.integers(0, 50_000)


@dataclass(frozen=True)
class Put:
    """An entry as it is put in: a message's lines, or what the service tells of somebody."""

    sender: str
    lines: tuple[str, ...]
    told: str | None


@st.composite
def _entries(draw: st.DrawFn, *, brackets: bool) -> list[tuple[datetime.datetime, Put]]:
    people = draw(st.lists(_names, min_size=2, max_size=5, unique=True))
    # A day above twelve first, so that the order of the date is never in doubt.
    moment = datetime.datetime.fromisoformat("2024-01-30T08:00") + datetime.timedelta(seconds=draw(_seconds))
    pasted_in = draw(st.sets(st.integers(0, 24), max_size=3))
    entries = []
    for number in range(draw(st.integers(2, 25))):
        sender = draw(st.sampled_from(people))
        told = draw(st.sampled_from((None, None, None, "left", "joined", "added", "created")))
        first = f"m{number} " + draw(_lines)
        more = draw(st.lists(_lines, max_size=3))
        if number in pasted_in:
            more.append(draw(st.sampled_from(_PASTED[brackets])).format(sender=draw(st.sampled_from((*people, "Eve")))))
        entries.append((moment, Put(sender, (first.rstrip() if not more else first, *more), told)))
        moment += datetime.timedelta(seconds=4 * draw(_seconds))
    return entries


def _told(put: Put) -> tuple[str, str, str | None, tuple[str, ...]]:
    match put.told:
        case "left":
            return f"{put.sender} left", "member_left", None, (put.sender,)
        case "joined":
            return f"{put.sender} joined using this group's invite link", "member_joined_link", None, (put.sender,)
        case "added":
            return f"{put.sender} added you", "member_added", put.sender, (EXPORTER,)
    return f'{put.sender} created group "{TITLE}: {TITLE}"', "group_created", put.sender, ()


_every_phone = pytest.mark.parametrize("phone", PHONES, ids=[phone.name for phone in PHONES])
_reading = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@_every_phone
@given(data=st.data())
@settings(_reading, max_examples=15)
def test_what_is_put_in_comes_out(tmp_path: Path, phone: Phone, data: st.DataObject) -> None:
    read_back(tmp_path, phone, data)


@pytest.mark.slow
@_every_phone
@given(data=st.data())
@settings(_reading, max_examples=200)
def test_what_is_put_in_comes_out_however_often(tmp_path: Path, phone: Phone, data: st.DataObject) -> None:
    read_back(tmp_path, phone, data)


def read_back(folder: Path, phone: Phone, data: st.DataObject) -> None:
    """Writes an invented export and asserts that it is read as it was written."""
    brackets = phone.header(datetime.datetime.fromisoformat("2024-01-30T08:00")).startswith("[")
    entries = data.draw(_entries(brackets=brackets))
    text = phone.service(entries[0][0], TITLE, "Messages and calls are end-to-end encrypted. Tap to learn more.")
    expected: list[object] = [(phone.at(entries[0][0]), "encryption_notice", None, ())]
    lines = 1
    for moment, put in entries:
        if put.told is not None:
            sentence, kind, actor, members = _told(put)
            text += phone.service(moment, TITLE, sentence)
            expected.append((phone.at(moment), kind, actor, members))
            lines += 1
        else:
            text += phone.message(moment, put.sender, "\n".join(put.lines))
            expected.append((phone.at(moment), put.sender, "\n".join(put.lines)))
            lines += len(put.lines)
    path = written(folder, text)
    found: list[object] = []
    for each in parse_chat(path).entries():
        if isinstance(each, Message):
            found.append((each.at, each.sender, each.text))
        elif isinstance(each, Event):
            found.append((each.at, each.type, each.actor, each.members))
        else:
            found.append(each)
    assert found == expected
    told = summary(path)
    assert told.lines == lines == told.messages + told.events + told.continuations
    assert (told.unclassified, told.rejects) == (0, 0)
    assert (told.first, told.last) == (phone.at(entries[0][0]), phone.at(entries[-1][0]))


@_every_phone
def test_a_long_export_is_read_as_a_short_one_is(phone: Phone, tmp_path: Path) -> None:
    # Long enough that the header is learned and lines are counted the quick way.
    moment = datetime.datetime.fromisoformat("2024-01-30T08:00")
    moments = [moment + datetime.timedelta(seconds=743 * number) for number in range(600)]
    people = ("Ann", "+44 7700 900123", "Zoë")
    text = "".join(
        phone.message(each, people[number % 3], f"m{number}" + "\nmore" * (number % 7 == 0))
        for number, each in enumerate(moments)
    )
    chat = parse_chat(written(tmp_path, text))
    found = [(each.at, each.sender, each.text) for each in chat.entries() if isinstance(each, Message)]
    assert found == [
        (phone.at(each), people[number % 3], f"m{number}" + "\nmore" * (number % 7 == 0))
        for number, each in enumerate(moments)
    ]
    assert (chat.lines, chat.senders.counts) == (600 + 86, dict.fromkeys(people, 200))
