"""Who was investigated with whom: whole-graph questions over one plain projection, without asking a database to join.

A projection is a frame of texts, a row for each time somebody is a subject: `officer` and `investigation` are canonical
ids, `opened` is an ISO prefix or empty. Nothing here scores people: there are counts, and out of how many.
"""

from graph.networks.brokers import Broker, brokers, of_brokers
from graph.networks.communities import Community, communities, components, inside_communities
from graph.networks.pairs import LARGE, THRESHOLD, pairs, shared

__all__ = [
    "LARGE",
    "THRESHOLD",
    "Broker",
    "Community",
    "brokers",
    "communities",
    "components",
    "inside_communities",
    "of_brokers",
    "pairs",
    "shared",
]
