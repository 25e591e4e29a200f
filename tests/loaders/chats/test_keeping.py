"""Which messages are kept: none but counts, those that hold a term with the lines around them, or all."""

from pathlib import Path

import pytest

from graph.errors import UsageError
from loaders.chats.entries import Message
from loaders.chats.keeping import CONTEXT, Terms, kept_messages, read_terms


def message(number: int, text: str) -> Message:
    return Message(number, number, 1, 0, "2024-01-31T09:00", "Ann", text, "text", False, None)


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("plate", "Run the PLATE, please", True),
        ("plate", "plates", False),
        ("plate*", "plates", True),
        ("cafe", "meet at the Café", True),
        ("front desk", "the front-desk sergeant", True),
        ("front desk", "the desk in front", False),
        ("o'neill", "ask ONeill", True),
    ],
)
def test_a_term_is_found_whatever_its_case_and_accents(term: str, text: str, found: bool) -> None:
    assert (Terms((term,)).found_in(text) == (term,)) is found


def test_lines_around_a_match_are_kept_once_and_not_marked() -> None:
    messages = [message(number, "plate" if number in (10, 12) else "x") for number in range(1, 31)]
    kept = list(kept_messages(messages, Terms(("plate",))))
    assert [each.message.number for each in kept] == list(range(10 - CONTEXT, 12 + CONTEXT + 1))
    assert {each.message.number for each in kept if each.terms} == {10, 12}


def test_without_terms_all_are_kept() -> None:
    assert [each.message.number for each in kept_messages([message(1, "a"), message(2, "b")], None)] == [1, 2]


def test_a_file_of_terms_has_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("# for exhibit 3\n\nplate*\nfront desk\nplate*\n", encoding="utf-8")
    assert read_terms(path) == Terms(("plate*", "front desk"))
    path.write_text("# nothing\n...\n", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no term"):
        read_terms(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_terms(tmp_path / "none.txt")
