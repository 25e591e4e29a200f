"""Making a database ready, and making the engine's next start a fast one."""

from graph.model.constraints import constraints
from graph.stores.embedded import record_startup_cache
from graph.stores.store import Engine, Store


def prepare(store: Store) -> Engine:
    """Makes the model's constraints and indexes, which may be there already; says which engine it was."""
    store.prepare(constraints())
    return store.engine


def remember_start(engine: Engine) -> None:
    """Has the embedded engine's start recorded by a child process, so that the next one is fast. Never raises."""
    if engine.name == "embedded":
        record_startup_cache()
