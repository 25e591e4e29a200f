"""What a decision would change is told before it is made, and comes true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.effects import Subjects, effect_text

OFFICERS, CASES = "abcd", "wxyz"
LINKS = st.sets(st.tuples(st.sampled_from(OFFICERS), st.sampled_from(CASES)))


def subjects(links: set[tuple[str, str]]) -> Subjects:
    return Subjects(
        {one: frozenset(case for who, case in links if who == one) for one, _ in links},
        {case: frozenset(who for who, one in links if one == case) for _, case in links},
    )


def recurring(links: set[tuple[str, str]]) -> int:
    return len([one for one in {who for who, _ in links} if len({case for who, case in links if who == one}) > 1])


@given(LINKS, st.sampled_from([(one, two) for one in OFFICERS for two in OFFICERS if one < two]))
def test_two_officers_as_one(links: set[tuple[str, str]], pair: tuple[str, str]) -> None:
    merged = {(pair[0] if who == pair[1] else who, case) for who, case in links}
    assert subjects(links).recurring_if_one(pair) == recurring(merged) - recurring(links)


@given(LINKS, st.sampled_from([(one, two) for one in CASES for two in CASES if one < two]))
def test_two_investigations_as_one(links: set[tuple[str, str]], pair: tuple[str, str]) -> None:
    merged = {(who, pair[0] if case == pair[1] else case) for who, case in links}
    assert subjects(links).recurring_if_one(pair) == recurring(merged) - recurring(links)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (2, "Two more officers would recur."),
        (-1, "One fewer officer would recur."),
        (0, "No more and no fewer officers would recur."),
    ],
)
def test_it_is_said_in_words(change: int, text: str) -> None:
    assert effect_text(change) == text
