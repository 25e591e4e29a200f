"""The graph: what it is made of, where it is stored, and who is one person in it."""

import os

# Read by Polars when it is first imported, which is after this. By itself it gives the system memory back after half a
# second and soon wants it again: a tenth of the time of a load.
os.environ.setdefault("_RJEM_MALLOC_CONF", "dirty_decay_ms:10000,muzzy_decay_ms:10000")
