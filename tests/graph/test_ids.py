"""Ids: golden vectors that must never change, and no two different keys under one id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import ids

parts = st.lists(st.text(max_size=8), max_size=4)

GOLDEN_RECORDS = [
    (("officer", "s", ("a",)), "officer:0hhh8k63t52jsn2xg7nkd4v089"),
    (("investigation", "merseyside-2021", ("phone",)), "investigation:vqxwrfcwrygtn8ctxx4xesqtvm"),
    (("officer", "release", ("112944", "C123456")), "officer:bdke441srbrym0npyxvjctz7az"),
    (("chat-group", "naïve", ("Ünïcode",)), "chat-group:6gtjy9b9dqymfn9r17ky4f3t7z"),
]


@pytest.mark.parametrize(("arguments", "expected"), GOLDEN_RECORDS)
def test_a_record_keeps_its_id_for_ever(arguments: tuple[str, str, tuple[str, ...]], expected: str) -> None:
    assert ids.record_id(*arguments) == expected


def test_a_statement_keeps_its_id_for_ever() -> None:
    start, end = ids.record_id("officer", "s", ["a"]), ids.record_id("investigation", "s", ["i"])
    assert ids.statement_id("SUBJECT_OF", "s", start, end) == "subject_of:kswtp9zrc2ckpqqbrzy6bcgt6f"
    assert ids.statement_id("SUBJECT_OF", "s", start, end, ["conduct"]) == "subject_of:f7ek35p4qhdhwfvatay5qccy59"


@given(parts, parts)
def test_two_keys_share_a_text_only_if_they_are_equal(one: list[str], other: list[str]) -> None:
    assert (ids.length_prefixed(one) == ids.length_prefixed(other)) == (one == other)


def test_parts_that_join_to_the_same_text_stay_apart() -> None:
    assert ids.record_id("officer", "s", ["ab", "c"]) != ids.record_id("officer", "s", ["a", "bc"])
    assert ids.record_id("officer", "s", ["1:a"]) != ids.record_id("officer", "s", ["", "a"])


@given(st.text(), st.lists(st.text(), min_size=1, max_size=3))
def test_every_id_is_a_prefix_and_26_digits_that_people_can_read_back(source: str, key: list[str]) -> None:
    prefix, _, digits = ids.record_id("officer", source, key).partition(":")
    assert prefix == "officer"
    assert len(digits) == 26
    assert set(digits) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def test_an_id_is_quoted_short_and_a_shared_one_whole() -> None:
    assert ids.quoted("officer:k7q2m4xd9h0000000000000000") == "officer k7q2m-4xd9h"
    assert ids.quoted("force:uk-police/metropolitan") == "force:uk-police/metropolitan"


def test_a_content_hash_is_128_bits() -> None:
    assert len(bytes.fromhex(ids.content_hash(["a", "b"]))) == 16
