"""Exports of phones nobody has seen: what real exports must keep, kept over every way to write a header."""

from pathlib import Path

import pytest

from loaders.chats.entries import Message
from loaders.chats.parsing import parse_chat
from tests.loaders.chats.unseen import Rates, combinations, rates
from tests.loaders.chats.writing import written


def _kept(found: Rates) -> None:
    assert found.failed == []
    assert found.wrong == []
    assert (found.rejects, found.suspect) == (0, 0)


def test_no_combination_fails_or_comes_back_otherwise(tmp_path: Path) -> None:
    _kept(rates(combinations()[:600], tmp_path))


@pytest.mark.slow
def test_no_combination_of_twenty_thousand_does(tmp_path: Path) -> None:
    _kept(rates(combinations()[600:20_600], tmp_path))


def _said(folder: Path, lines: list[str], encoding: str = "utf-8") -> list[tuple[str, str, str]]:
    entries = parse_chat(written(folder, "\n".join(lines) + "\n", encoding=encoding)).entries()
    return [(each.at, each.sender, each.text) for each in entries if isinstance(each, Message)]


@pytest.mark.parametrize(
    ("header", "at"),
    [
        ("[\u4e0b\u53482:56, 2022/3/{}] ", "2022-03-{}T14:56"),
        ("[14.56, {}.3.2022] ", "2022-03-{}T14:56"),
        ("{}/03/2022, 2:56 PM ", "2022-03-{}T14:56"),
        ("{}/03/2022 2:56 p. m. ", "2022-03-{}T14:56"),
        ("[2:56:01 PM {} Mar 2022] ", "2022-03-{}T14:56:01"),
        ("{}-Mar-22 14:56 - ", "2022-03-{}T14:56"),
    ],
)
def test_rarer_headers_are_read_too(header: str, at: str, tmp_path: Path) -> None:
    said = ((15, "Ann"), (16, "Bob"), (17, "Ann"), (18, "Bob"))
    lines = [f"{header.format(day)}{name}: hello" for day, name in said]
    found = _said(tmp_path, lines)
    assert [(sender, text) for _, sender, text in found] == [("Ann", "hello"), ("Bob", "hello")] * 2
    assert [each for each, _, _ in found] == [at.format(day) for day, _ in said]


def test_text_that_an_editor_wrote_twice_is_read_once(tmp_path: Path) -> None:
    right = [f"\u200e[{day}/03/2024, 6:02:11\u202fPM] Zoë: \u200eimage omitted" for day in range(13, 20)]
    bytes_ = "\n".join(right).encode()
    twice = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in bytes_)
    assert _said(tmp_path, [twice]) == _said(tmp_path, right)
    assert [sender for _, sender, _ in _said(tmp_path, right)] == ["Zoë"] * 7
