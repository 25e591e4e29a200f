"""Officers who are subjects of two or more separate investigations."""

from collections import defaultdict

import networkx as nx

from examples.world.truth import Truth
from tests.queries.expected.told import Row, as_fact, by_ends, forces_of, is_a, listed, names


def rows(truth: Truth) -> set[Row]:
    """One row an officer."""
    cases: dict[str, set[str]] = defaultdict(set)
    stated: dict[str, set[str]] = defaultdict(set)
    for (who, case), statements in by_ends(truth, "SUBJECT_OF").items():
        if is_a(who, "officer"):
            cases[who].add(case)
            if any(as_fact(each) for each in statements):
                stated[who].add(case)
    led = [*by_ends(truth, "AROSE_FROM"), *by_ends(truth, "LINKED_TO")]
    found = set()
    for who, some in cases.items():
        if len(some) >= 2:
            linked: nx.Graph[str] = nx.Graph([pair for pair in led if set(pair) <= some and pair[0] != pair[1]])
            linked.add_nodes_from(some)
            apart = nx.number_connected_components(linked)
            row = (who, names(truth, who), _ranks(truth, who), forces_of(truth, who), len(some), len(stated[who]))
            found.add((*row, linked.number_of_edges() > 0, apart))
    return found


def _ranks(truth: Truth, who: str) -> Row:
    served = [each.properties for each in truth.of_type("SERVED_IN") if truth.canonical(each.from_id) == who]
    ranks = (each.get("rank", each.get("rank_as_stated")) for each in served)
    return listed(each for each in ranks if each)
