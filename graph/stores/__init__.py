"""Stores: one protocol (store.py), two engines (embedded, bolt), and the guard that looks at typed texts.

`open_store` chooses the engine by the address. Engines are imported only when opened: a JVM is not free.
"""

from pathlib import Path

from graph.errors import UsageError
from graph.stores.store import Store

BOLT_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


def open_store(
    address: str,
    *,
    purpose: str,
    user: str = "neo4j",
    password: str | None = None,
    insecure: bool = False,
    for_loading: bool = False,
    create: bool = False,
) -> Store:
    """Opens the database at `address`: a folder (embedded), or bolt://, neo4j:// and their +s, +ssc forms (Neo4j).

    `purpose` names who opens it and why, for whoever finds it held. `user`, `password` and `insecure` (a password
    over an unencrypted connection) are Neo4j's; `for_loading` (a larger heap) and `create` are the folder's.

    Raises UsageError for another scheme, NotFoundError for a folder without a database unless `create`, and
    UnreachableError where the database is held by another process, does not answer or refuses the login.
    """
    scheme, separator, _ = address.partition("://")
    if not separator:
        from graph.stores.embedded import open_embedded

        return open_embedded(Path(address), purpose=purpose, for_loading=for_loading, create=create)
    if scheme.lower() not in BOLT_SCHEMES:
        raise UsageError(
            f"{scheme}:// is not the address of a database.",
            do="Give a folder, or an address that begins bolt://, neo4j:// or neo4j+s://.",
        )
    from graph.stores.bolt import open_bolt

    return open_bolt(address, user=user, password=password, purpose=purpose, insecure=insecure)
