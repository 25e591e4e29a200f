"""Lines of the service are recognised in every language there are templates for, and told from messages."""

import re
from pathlib import Path

import pytest

from loaders.chats.entries import Event, Message
from loaders.chats.events import EXPORTER, told
from loaders.chats.parsing import parse_chat
from loaders.chats.tables import event_rows
from tests.loaders.chats.writing import written

_FILLED = {
    "actor": "Ana Example",
    "member": "Bo Example",
    "members": "Bo Example",
    "group": "Late: Turn",
    "old": "Old Name",
    "new": "New: Name",
    "any": " and so on",
}
_TEMPLATES = [(language, row["type"], row["exporter"], row["template"]) for language, row in event_rows()]


def nobody(_name: str) -> bool:
    return False


@pytest.mark.parametrize("language", sorted({language for language, *_ in _TEMPLATES}))
def test_every_template_tells_what_was_put_into_it(language: str) -> None:
    for _, kind, exporter, template in (each for each in _TEMPLATES if each[0] == language):
        holes = set(re.findall(r"\{(\w+)\}", template))
        found = told(re.sub(r"\{(\w+)\}", lambda hole: _FILLED[hole[1]], template), nobody)
        assert found is not None, template
        members: tuple[str, ...] = (EXPORTER,) if exporter == "member" else ()
        if not members and holes & {"member", "members"}:
            members = ("Bo Example",)
        elif not members and kind == "number_changed" and "old" in holes:
            members = ("Old Name",)
        actor = EXPORTER if exporter == "actor" else ("Ana Example" if "actor" in holes else None)
        new = "New: Name" if "new" in holes else ("Late: Turn" if "group" in holes else None)
        assert (found.type, found.actor, found.members, found.old, found.new) == (
            kind,
            actor,
            members,
            "Old Name" if "old" in holes else None,
            new,
        ), template


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Ana added Bo, Cy and Di", ("Bo", "Cy", "Di")),
        ("Ana added Bo, Cy, and you", ("Bo", "Cy", EXPORTER)),
        ("Ana añadió a Bo y Di", ("Bo", "Di")),
        ("Ana hat Bo und Di hinzugefügt.", ("Bo", "Di")),
        ("Ana added Bo, Cy, and 12 others", ("Bo", "Cy")),
        ("Ana hat Bo und 3 weitere hinzugefügt.", ("Bo",)),
        ("Ana added 7 Eleven", ("7 Eleven",)),
        ("Ana added Mum and Dad", ("Mum and Dad",)),
        ("Ana added \u202a+44 7700 900123\u202c", ("+44 7700 900123",)),
        ("Ana added Left Wing", ("Left Wing",)),
    ],
)
def test_a_list_of_names_is_taken_apart_unless_it_is_a_name(text: str, members: tuple[str, ...]) -> None:
    found = told(text, {"Mum and Dad"}.__contains__)
    assert found is not None
    assert found.members == members


def android(*lines: str) -> str:
    return "".join(f"31/01/2024, 09:{minute:02} - {line}\n" for minute, line in enumerate(lines))


def test_a_line_of_the_service_with_a_colon_in_it_is_no_message(tmp_path: Path) -> None:
    text = android(
        'Sam changed the subject from "Team C" to "C: banter"',
        "Sam added Dr: Who",
        'Sam xyzzy the plugh "Team: C"',
        "Sam: Ana left: really",
        "Sam: I added some notes: see doc",
        "Ana left",
    )
    found = list(parse_chat(written(tmp_path, text)).entries())
    assert [each.type if isinstance(each, Event) else each.sender for each in found] == [  # type: ignore[union-attr]
        "subject_changed",
        "member_added",
        None,
        "Sam",
        "Sam",
        "member_left",
    ]
    assert found[0].new == "C: banter"  # type: ignore[union-attr]


def test_a_sender_may_hold_a_colon_and_words_of_the_service(tmp_path: Path) -> None:
    senders = ["Dr: Who"] * 6 + ["Ana left"] * 3 + ['Bob "5:30"'] * 3
    text = android(*(f"{sender}: hello {number}" for number, sender in enumerate(senders)))
    found = list(parse_chat(written(tmp_path, text)).entries())
    assert [(each.sender, each.text) for each in found if isinstance(each, Message)] == [
        (sender, f"hello {number}") for number, sender in enumerate(senders)
    ]


def test_a_line_of_the_service_in_an_unknown_language_is_kept_apart(tmp_path: Path) -> None:
    text = android("Ann: hello", "Xyzzy plugh Ann", "Ann: bye") + "second line\n"
    found = list(parse_chat(written(tmp_path, text)).entries())
    assert [(type(each).__name__, each.line) for each in found] == [("Message", 1), ("Event", 2), ("Message", 3)]
    assert (found[1].type, found[1].text) == (None, "Xyzzy plugh Ann")  # type: ignore[union-attr]
    assert found[2].text == "bye\nsecond line"


def test_a_line_of_the_service_may_go_on_over_lines(tmp_path: Path) -> None:
    text = android('Sam changed the subject from "One" to "Two', "Sam: hello").replace("Two\n", 'Two\nThree"\n')
    first, second = parse_chat(written(tmp_path, text)).entries()
    assert (first.type, first.new, first.lines) == ("subject_changed", "Two Three", 2)  # type: ignore[union-attr]
    assert second.text == "hello"


def test_a_phone_that_writes_a_dash_never_signs_the_services_lines(tmp_path: Path) -> None:
    text = android("Ann: Ann left", "Ann: \u200fAnn added Bob", "Ann left")
    assert [type(each).__name__ for each in parse_chat(written(tmp_path, text)).entries()] == [
        "Message",
        "Message",
        "Event",
    ]
