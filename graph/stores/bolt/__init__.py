"""The store on Neo4j, over Bolt with the official driver."""

import logging

from graph.stores.bolt.opening import open_bolt
from graph.stores.bolt.store import BoltStore

__all__ = ["BoltStore", "open_bolt"]

# Without a handler of its own the driver's warnings (a retry, a lost connection) would land on the terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
