"""Communities: people who are more often together among each other than with others."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import igraph
    import polars as pl


@dataclass(frozen=True, slots=True)
class Community:
    """People who are more often together among each other than with others.

    `members` are canonical ids, sorted; `inside` and `outside` count the pairs among them and with others; `component`
    is how many people hang together with them at all.
    """

    members: tuple[str, ...]
    inside: int
    outside: int
    component: int


def components(found: "pl.DataFrame") -> list[int]:
    """The sizes of the groups of people that the pairs hold together, largest first."""
    return sorted(graph_of(found).connected_components().sizes(), reverse=True)


def communities(found: "pl.DataFrame") -> list[Community]:
    """Communities among the pairs, by modularity (Leiden), each pair weighing how often they are together.

    The same pairs give the same communities. The largest come first.
    """
    graph = graph_of(found)
    membership, sizes = membership_of(graph), graph.connected_components()
    members: dict[int, list[int]] = {}
    for person, community in enumerate(membership):
        members.setdefault(community, []).append(person)
    inside, touching = dict.fromkeys(members, 0), dict.fromkeys(members, 0)
    for edge in graph.es:
        one, other = (membership[each] for each in edge.tuple)
        inside[one] += one == other
        for each in {one, other}:
            touching[each] += one != other
    told = [
        Community(
            tuple(graph.vs[each]["name"] for each in people),
            inside[community],
            touching[community],
            len(sizes[sizes.membership[people[0]]]),
        )
        for community, people in members.items()
    ]
    return sorted(told, key=lambda each: (-len(each.members), each.members))


def inside_communities(found: "pl.DataFrame") -> "pl.DataFrame":
    """The pairs both of whom are in one community."""
    community = {each: number for number, one in enumerate(communities(found)) for each in one.members}
    kept = [community[a] == community[b] for a, b in zip(found["officer"], found["other"], strict=True)]
    return found.filter(kept) if kept else found


def graph_of(found: "pl.DataFrame") -> "igraph.Graph":
    """The pairs as a graph: a vertex a person (`name`), an edge a pair (`together`)."""
    import igraph
    import polars as pl

    people = pl.concat([found["officer"], found["other"].alias("officer")]).unique().sort().to_list()
    number = {each: place for place, each in enumerate(people)}
    edges = sorted(
        zip(map(number.get, found["officer"]), map(number.get, found["other"]), found["together"], strict=True)
    )
    graph = igraph.Graph(n=len(people), edges=[each[:2] for each in edges])
    graph.vs["name"], graph.es["together"] = people, [each[2] for each in edges]
    return graph


def membership_of(graph: "igraph.Graph") -> list[int]:
    """The number of the community of each vertex."""
    import igraph

    igraph.set_random_number_generator(Random(0))  # noqa: S311 - so that the same pairs give the same communities
    found = graph.community_leiden(objective_function="modularity", weights="together", n_iterations=-1)
    return list(found.membership)
