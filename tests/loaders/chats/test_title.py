"""On phones of Apple's make the service's lines are signed: with the name of the group, or of whoever did something."""

from pathlib import Path

from loaders.chats.entries import Event, Message
from loaders.chats.parsing import parse_chat
from tests.loaders.chats.writing import written


def ios(*lines: str) -> str:
    return "".join(f"[31/01/2024, 09:{minute:02}:00] {line}\n" for minute, line in enumerate(lines))


def test_a_phone_that_marks_its_lines_signs_them_with_the_group_or_the_actor(tmp_path: Path) -> None:
    text = ios(
        "Team C: \u200eMessages and calls are end-to-end encrypted.",
        "Team C: \u200eXyzzy plugh",
        "Ann: \u200eAnn added Bob",
        "Ann: \u200eYou removed Bob",
        "Ann: Bob left",
        "Ann: \u200eAnn xyzzy",
        "Ann: \u200eimage omitted",
    )
    chat = parse_chat(written(tmp_path, text))
    found = list(chat.entries())
    assert chat.title_sender == "Team C"
    assert [each.type if isinstance(each, Event) else each.kind for each in found] == [  # type: ignore[union-attr]
        "encryption_notice",
        None,
        "member_added",
        "member_removed",
        "text",
        None,
        "image",
    ]


def test_in_a_chat_of_two_the_first_sender_is_a_person(tmp_path: Path) -> None:
    text = ios(
        "Ann: \u200eMessages and calls are end-to-end encrypted.",
        "Ann: \u200eimage omitted",
        "Bob: hello",
    )
    chat = parse_chat(written(tmp_path, text))
    assert chat.title_sender is None
    assert [type(each).__name__ for each in chat.entries()] == ["Event", "Message", "Message"]


def test_without_a_mark_only_a_line_that_begins_with_its_senders_name_can_be_the_services(tmp_path: Path) -> None:
    text = ios("Ann: Ann added Bob", "Ann: Bob left", "Ann: hello")
    assert [type(each).__name__ for each in parse_chat(written(tmp_path, text)).entries()] == [
        "Event",
        "Message",
        "Message",
    ]


def kinds(text: str, folder: Path) -> tuple[str | None, list[str]]:
    """The sender that stands for the group, and what each entry is."""
    chat = parse_chat(written(folder, text))
    return chat.title_sender, [type(each).__name__ for each in chat.entries()]


def test_a_group_is_told_from_a_person_in_a_language_that_no_template_knows(tmp_path: Path) -> None:
    text = ios("Team C: \u200eXyzzy plugh", "Team C: \u200eGrault xyzzy Ann", "Ann: hello", "Team C: \u200eXyzzy plugh")
    assert kinds(text, tmp_path) == ("Team C", ["Event", "Event", "Message", "Event"])


def test_a_picture_in_a_language_that_nobody_knows_makes_no_group_of_its_sender(tmp_path: Path) -> None:
    text = ios("Ann: \u200eXyzzy plugh", "Ann: \u200eXyzzy plugh", "Bob: hello", "Bob: \u200eXyzzy plugh")
    assert kinds(text, tmp_path) == (None, ["Message"] * 4)


def test_a_group_is_found_where_the_first_lines_were_cut_off(tmp_path: Path) -> None:
    text = ios(
        "Ann: hello",
        "Bob: \u200eBob left",
        "Cy: \u200eimage omitted",
        "Team C: \u200eAnn added Cy",
        "Dee: \u200eYou added Eve",
    )
    assert kinds(text, tmp_path) == ("Team C", ["Message", "Event", "Message", "Event", "Event"])


def test_a_colon_without_a_space_ends_a_name_that_writes_with_one_or_is_in_brackets(tmp_path: Path) -> None:
    text = ios("Ann: hello", "Ann:hello", "Bob:12:30", "https://example.org")
    found = [
        (each.sender, each.text) if isinstance(each, Message) else each.text
        for each in parse_chat(written(tmp_path, text)).entries()
    ]
    assert found == [("Ann", "hello"), ("Ann", "hello"), ("Bob", "12:30"), "https://example.org"]
    android = "31/01/2024, 09:00 - Ann: hello\n31/01/2024, 09:01 - Ann:hello\n31/01/2024, 09:02 - Xyzzy:plugh\n"
    assert kinds(android, tmp_path)[1] == ["Message", "Message", "Event"]
