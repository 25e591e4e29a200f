"""SAME_AS: a subgraph leaves it out, since its decisions say it; a file that becomes a database has it again."""

from collections.abc import Iterator

from graph.subgraph import Subgraph


def same_as(subgraph: Subgraph) -> Iterator[tuple[str, str, str]]:
    """Id, left and right of each decision that is applied and whose two records are both there."""
    present = {each.id for each in subgraph.records}
    for each in subgraph.decisions:
        left, right = str(each.properties["left_id"]), str(each.properties["right_id"])
        if each.properties.get("state") == "applied" and {left, right} <= present:
            yield each.id, left, right
