"""The lexer loses nothing and tells words from what only looks like words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.stores.guard.readings import readings
from graph.stores.guard.tokens import tokens_of, without_spaces

PIECES = ["SET", "n", ".", "'", '"', "`", "\\", "//", "/*", "*/", "\n", "\r", " ", "1", "e5", "_", "é", "$", "\\u0027"]
cypher_like = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in without_spaces(tokens_of(readings(text)[0]))]


@given(cypher_like)
def test_the_tokens_joined_are_the_text(text: str) -> None:
    for reading in readings(text):
        assert "".join(token.text for token in tokens_of(reading)) == reading.text


@given(cypher_like)
def test_tokens_know_where_they_stand_in_the_text_as_typed(text: str) -> None:
    for token in tokens_of(readings(text)[0]):
        assert text[token.place :].startswith(token.text)


@given(cypher_like)
def test_every_place_of_an_unescaped_reading_lies_in_the_text_in_order(text: str) -> None:
    for reading in readings(text):
        places = list(reading.places)
        assert len(places) == len(reading.text) + 1
        assert places == sorted(places)
        assert places[-1] == len(text)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_escaping_every_character_is_undone_by_the_second_reading(text: str) -> None:
    units = text.encode("utf-16-be")
    escaped = "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
    unescaped = readings(escaped)[-1].text.encode("utf-16-be", "surrogatepass").decode("utf-16-be")
    assert unescaped == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("n.set", [("word", "n"), ("mark", "."), ("word", "set")]),
        ("'it\\'s' x", [("string", "'it\\'s'"), ("word", "x")]),
        ("'\\\\' x", [("string", "'\\\\'"), ("word", "x")]),
        ("`a``b` `c\\`", [("name", "`a``b`"), ("name", "`c\\`")]),
        (
            "1SET 0xSET 1e5SET .5SET",
            [("number", n) for n in ("1SET", "0xSET", "1e5SET")] + [("mark", "."), ("number", "5SET")],
        ),
        ("1.SET", [("number", "1"), ("mark", "."), ("word", "SET")]),
        ("1..3", [("number", "1"), ("mark", "."), ("mark", "."), ("number", "3")]),
        ("a // b \u2028 c \r d", [("word", "a"), ("word", "d")]),
        ("a /* b /* c */ d", [("word", "a"), ("word", "d")]),
        ("'never", [("unclosed", "'never")]),
        ("/* 'never'", [("unclosed", "/* 'never'")]),
        ("größe\u0301 x\u200by", [("word", "größe\u0301"), ("word", "x"), ("mark", "\u200b"), ("word", "y")]),
    ],
)
def test_ambiguous_texts_are_cut_as_the_engines_cut_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_a_doubled_backslash_is_no_unicode_escape() -> None:
    assert [reading.text for reading in readings(r"'\\u0027'")] == [r"'\\u0027'"]
    assert [reading.text for reading in readings(r"'\u0027'")] == [r"'\u0027'", "'''"]
