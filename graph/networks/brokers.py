"""Brokers: people without whom a group that hangs together would fall apart, and into what."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.networks.communities import graph_of, membership_of

if TYPE_CHECKING:
    import igraph
    import polars as pl

_Node = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody without whom people who hang together would fall apart.

    `others` is with how many people they form a pair; `parts` are the sizes of the groups that only they hold
    together, largest first; `communities` is how many communities the people they form pairs with belong to.
    """

    officer: str
    others: int
    parts: tuple[int, ...]
    communities: int


def brokers(found: "pl.DataFrame") -> list[Broker]:
    """Those without whom a group of people would fall apart, by how many they hold to the rest of it, most first."""
    graph = graph_of(found)
    membership = membership_of(graph)
    told = []
    for person, parts in _parts_without(graph).items():
        around = graph.neighbors(person)
        told.append(Broker(graph.vs[person]["name"], len(around), parts, len({membership[each] for each in around})))
    return sorted(told, key=lambda each: (-sum(each.parts[1:]), each.officer))


def of_brokers(found: "pl.DataFrame") -> "pl.DataFrame":
    """The pairs that a broker is one of."""
    import polars as pl

    names = [each.officer for each in brokers(found)]
    return found.filter(pl.col("officer").is_in(names) | pl.col("other").is_in(names))


def _parts_without(graph: "igraph.Graph") -> dict[int, tuple[int, ...]]:
    """For each person who holds others together, the sizes of the parts that are left without them.

    Blocks (groups that no one person's absence parts) and the people between them form trees, in which each thing
    weighs the people that it alone holds; a part is all that hangs on one side of a person.
    """
    blocks, between = graph.biconnected_components(return_articulation_points=True)
    weight = {("person", each): 1 for each in between}
    beside: dict[_Node, list[_Node]] = {each: [] for each in weight}
    for number, members in enumerate(blocks):
        block, joints = ("block", number), [("person", each) for each in members if ("person", each) in weight]
        weight[block], beside[block] = len(members) - len(joints), joints
        for each in joints:
            beside[each].append(block)
    parts: dict[int, tuple[int, ...]] = {}
    above: dict[_Node, _Node] = {}
    for root in weight:
        if root in above:
            continue
        above[root], order = root, [root]
        for here in order:
            below = [each for each in beside[here] if each != above[here]]
            above.update(dict.fromkeys(below, here))
            order += below
        total = {each: weight[each] for each in order}
        for here in reversed(order[1:]):
            total[above[here]] += total[here]
        for kind, person in order:
            if kind == "person":
                here = (kind, person)
                sizes = [total[each] if above[each] == here else total[root] - total[here] for each in beside[here]]
                parts[person] = tuple(sorted(sizes, reverse=True))
    return parts
