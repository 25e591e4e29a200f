"""Pairs that compete: exact on trees, a half each for namesakes, never more than one whole counterpart."""

import itertools
import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.resolve.marginals import chosen

SCHEMA = {
    "left_group": pl.String, "right_group": pl.String,
    "left_source": pl.String, "right_source": pl.String, "log_odds": pl.Float64,
}  # fmt: skip
Edges = dict[tuple[str, str], float]


def weighed(edges: Edges) -> list[float]:
    rows = [(left, right, "a", "b", odds) for (left, right), odds in edges.items()]
    return [float(each) for each in chosen(pl.DataFrame(rows, schema=SCHEMA, orient="row"))]


def by_counting(edges: Edges) -> list[float]:
    """Every choice of pairs in which nobody is taken twice, weighed by its odds."""
    total, of_pair = 0.0, dict.fromkeys(edges, 0.0)
    for size in range(len(edges) + 1):
        for choice in itertools.combinations(edges, size):
            ends = [end for pair in choice for end in pair]
            if len(set(ends)) == len(ends):
                weight = math.exp(sum(edges[pair] for pair in choice))
                total += weight
                for pair in choice:
                    of_pair[pair] += weight
    return [of_pair[pair] / total for pair in edges]


def test_a_pair_alone_keeps_its_odds() -> None:
    assert weighed({("a1", "b1"): 0.0}) == pytest.approx([0.5])


def test_two_namesakes_who_fit_equally_well_get_a_half_each() -> None:
    assert weighed({("a1", "b1"): 20.0, ("a1", "b2"): 20.0}) == pytest.approx([0.5, 0.5], abs=1e-6)


def test_whoever_has_a_better_counterpart_leaves_the_other_free() -> None:
    certain, likely = weighed({("a1", "b1"): 20.0, ("a2", "b1"): 5.0})
    assert certain > 0.999
    assert likely < 0.001


@given(st.lists(st.floats(-8, 8), min_size=1, max_size=6))
def test_along_a_chain_it_is_what_counting_every_choice_gives(odds: list[float]) -> None:
    edges = {(f"a{(number + 1) // 2}", f"b{number // 2}"): value for number, value in enumerate(odds)}
    assert weighed(edges) == pytest.approx(by_counting(edges), abs=1e-5)


@given(st.dictionaries(st.tuples(st.sampled_from("pqrs"), st.sampled_from("wxyz")), st.floats(-30, 30), max_size=16))
def test_nobody_is_chosen_more_than_once(edges: Edges) -> None:
    shares: dict[str, float] = {}
    for pair, share in zip(edges, weighed(edges), strict=True):
        assert 0.0 <= share <= 1.0
        for end in pair:
            shares[end] = shares.get(end, 0.0) + share
    assert all(each <= 1.02 for each in shares.values())


def test_other_sources_do_not_compete() -> None:
    rows = [("a1", "b1", "a", "b", 9.0), ("a1", "c1", "a", "c", 9.0)]
    assert np.all(chosen(pl.DataFrame(rows, schema=SCHEMA, orient="row")) > 0.99)
