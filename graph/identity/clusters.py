"""Which records are held to be one thing: a pure function of the records present and the live decisions."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from graph import ids
from graph.identity.decisions import Decision

State = Literal["applied", "dormant", "unsatisfied", "none"]


@dataclass(frozen=True, slots=True)
class Clustering:
    """`canonical_ids` of every record given, and the `states` of every decision given, both by id."""

    canonical_ids: Mapping[str, str]
    states: Mapping[str, State]


def cluster(identified: Mapping[str, bool], decisions: Iterable[Decision]) -> Clustering:
    """Clusters the records `identified` names (id -> whether the source identifies it) by the live decisions.

    Invariants:
    - Positive decisions are followed person before rule before score, then by time, then by id; one that would put
      both ends of a live "different" into one cluster is skipped, and is unsatisfied.
    - So a refuted pair is never in one cluster, and the result does not depend on the order of arrival.
    - The canonical id is the smallest id of the cluster, officers before accounts, identified before not.
    - A decision with an absent end is dormant and joins nothing.
    """
    live = [each for each in decisions if each.live]
    states: dict[str, State] = {each.id: "none" for each in live}
    clusters: dict[str, set[str]] = {each: {each} for each in identified}
    refuted: dict[str, set[str]] = {each: set() for each in identified}
    for each in live:
        if each.judgement == "different" and each.left_id in clusters and each.right_id in clusters:
            refuted[each.left_id].add(each.right_id)
            refuted[each.right_id].add(each.left_id)
    for each in sorted((one for one in live if one.judgement == "same"), key=lambda one: one.rank):
        if each.left_id not in clusters or each.right_id not in clusters:
            states[each.id] = "dormant"
            continue
        small, large = sorted((clusters[each.left_id], clusters[each.right_id]), key=len)
        if small is not large and any(refuted[member] & large for member in small):
            states[each.id] = "unsatisfied"
            continue
        states[each.id] = "applied"
        if small is not large:
            large |= small
            clusters.update(dict.fromkeys(small, large))
    canonical_ids = {}
    for members in {id(group): group for group in clusters.values()}.values():
        canonical = min(members, key=lambda one: (ids.prefix_of(one) == "account", not identified[one], one))
        canonical_ids.update(dict.fromkeys(members, canonical))
    return Clustering(canonical_ids, states)


def chain(start_id: str, end_id: str, decisions: Iterable[Decision]) -> list[Decision]:
    """The shortest chain of live positive decisions that would make the two one thing; empty where there is none."""
    touching: dict[str, list[Decision]] = {}
    for each in sorted((one for one in decisions if one.live and one.judgement == "same"), key=lambda one: one.rank):
        touching.setdefault(each.left_id, []).append(each)
        touching.setdefault(each.right_id, []).append(each)
    reached: dict[str, list[Decision]] = {start_id: []}
    waiting = deque([start_id])
    while waiting:
        here = waiting.popleft()
        if here == end_id:
            return reached[here]
        for each in touching.get(here, []):
            there = each.right_id if here == each.left_id else each.left_id
            if there not in reached:
                reached[there] = [*reached[here], each]
                waiting.append(there)
    return []
