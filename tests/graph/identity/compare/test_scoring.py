"""Pairs brought to levels: the same in parts as all at once."""

import pytest
from polars.testing import assert_frame_equal

from graph.identity.compare import blocks, scoring
from graph.identity.compare.preparing import prepared
from tests.graph.identity.people import again, crowd, frame

HERE = crowd("here", 60, seed=1)
PEOPLE = prepared(frame(*HERE, *(again(each, "there") for each in HERE)))


def test_pairs_compared_in_parts_are_those_compared_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SAMPLED", 150)
    whole = scoring.compared(PEOPLE)
    monkeypatch.setattr(scoring, "AT_ONCE", 40)
    parts = scoring.compared(PEOPLE)
    assert whole.pairs.height > 40
    assert_frame_equal(parts.pairs, whole.pairs)
    assert parts.by_chance == whole.by_chance


def test_what_is_counted_by_chance_is_every_pair_that_says_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "SAMPLED", 150)
    counts = scoring.compared(PEOPLE).by_chance
    assert sum(counts["first"]) == sum(counts["birth_year"]) > 0  # stated of everybody
    assert sum(counts["rank"]) == 0  # of nobody


def test_where_nobody_is_alike_there_is_no_pair() -> None:
    strangers = prepared(frame(*crowd("here", 1, seed=1), *crowd("there", 1, seed=2)))
    assert scoring.compared(strangers).pairs.height == 0
