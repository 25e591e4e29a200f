"""Who was investigated with whom: the published fixture, the published figures, and what parts without a broker."""

from itertools import combinations

import networkx as nx
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import networks
from graph.errors import UsageError


def projection(*rows: tuple[str, str, str]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=["officer", "investigation", "opened"], orient="row")


CPDP = projection(
    *((officer, "123", "2005-12-31") for officer in ("8562", "8563", "8564")),
    *((officer, "456", "2006-12-31") for officer in ("8562", "8563", "8564")),
    *((officer, "789", "2007-12-31") for officer in ("8562", "8563")),
)
"""The unit fixture that the Citizens Police Data Project publishes with its social graph."""


def reached(found: pl.DataFrame, threshold: int) -> set[tuple[str, str, str, int]]:
    """On which day each pair was together for which time, from the threshold on."""
    return {
        (row["officer"], row["other"], day, count)
        for row in found.to_dicts()
        for count, day in enumerate(row["dates"], start=1)
        if count >= threshold
    }


def test_the_published_fixture_gives_the_published_pairs() -> None:
    found = networks.pairs(CPDP, threshold=2)
    assert reached(found, 2) == {
        ("8562", "8563", "2006-12-31", 2),
        ("8562", "8564", "2006-12-31", 2),
        ("8563", "8564", "2006-12-31", 2),
        ("8562", "8563", "2007-12-31", 3),
    }
    assert found.row(0, named=True) == {
        "officer": "8562", "other": "8563", "together": 3, "large": 0,
        "dates": ["2005-12-31", "2006-12-31", "2007-12-31"], "officer_in": 3, "other_in": 3,
    }  # fmt: skip


def test_a_case_is_counted_once_and_undated_ones_count_without_a_date() -> None:
    found = networks.pairs(
        projection(("a", "1", ""), ("b", "1", ""), ("a", "1", ""), ("b", "2", "2020"), ("a", "2", "2020"))
    )
    assert found.select("together", "dates").rows() == [(2, ["2020"])]
    assert networks.pairs(projection()).is_empty()


def test_large_investigations_are_counted_and_too_large_ones_are_refused() -> None:
    crowd = [(f"{number:05d}", case, "2020") for case in ("1", "2") for number in range(networks.LARGE)]
    assert set(networks.pairs(projection(*crowd))["large"]) == {2}
    with pytest.raises(UsageError, match=r"9,000 subjects"):
        networks.pairs(projection(*((f"{number:05d}", "1", "2020") for number in range(9_000))))


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("123456"), st.just("")), max_size=30))
def test_pairs_are_those_of_a_plain_count(rows: list[tuple[str, str, str]]) -> None:
    held = {(officer, case) for officer, case, _ in rows}
    cases = {officer: {case for who, case in held if who == officer} for officer in "abcdefgh"}
    expected = {
        (a, b, len(cases[a] & cases[b]), len(cases[a]), len(cases[b]))
        for a, b in combinations("abcdefgh", 2)
        if len(cases[a] & cases[b]) >= 2
    }
    assert (
        set(networks.pairs(projection(*rows)).select("officer", "other", "together", "officer_in", "other_in").rows())
        == expected
    )


LINKS = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=16)


@given(LINKS)
def test_a_broker_is_whoever_parts_the_rest_by_going(links: list[tuple[str, str]]) -> None:
    links = sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]})
    found = networks.pairs(projection(*((who, f"{pair}", "") for pair in links for who in pair)), threshold=1)
    plain = nx.Graph(links)
    expected = {}
    for person in nx.articulation_points(plain):
        around = nx.node_connected_component(plain, person) - {person}
        expected[person] = tuple(sorted(map(len, nx.connected_components(plain.subgraph(around))), reverse=True))
    assert {each.officer: each.parts for each in networks.brokers(found)} == expected
    assert networks.components(found) == sorted(map(len, nx.connected_components(plain)), reverse=True)


@given(LINKS)
def test_communities_part_everybody_and_every_pair_is_inside_or_between(links: list[tuple[str, str]]) -> None:
    links = sorted({(min(pair), max(pair)) for pair in links if pair[0] != pair[1]})
    found = networks.pairs(projection(*((who, f"{pair}", "") for pair in links for who in pair)), threshold=1)
    told = networks.communities(found)
    assert sorted(each for one in told for each in one.members) == sorted({each for pair in links for each in pair})
    assert sum(2 * each.inside + each.outside for each in told) == 2 * len(links)
    assert networks.inside_communities(found).height == sum(each.inside for each in told)
    assert networks.communities(found) == told


def test_two_cliques_joined_by_one_person_are_two_communities_and_a_broker() -> None:
    cliques = [pair for clique in ("abcx", "defx") for pair in combinations(clique, 2)]
    found = networks.pairs(projection(*((who, f"{pair}", "") for pair in cliques for who in pair)), threshold=1)
    assert len(networks.communities(found)) == 2
    (broker,) = networks.brokers(found)
    assert (broker.officer, broker.others, broker.parts, broker.communities) == ("x", 6, (3, 3), 2)
    assert set(networks.of_brokers(found).select("officer", "other").rows()) == {(each, "x") for each in "abcdef"}
