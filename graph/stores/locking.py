"""The one node that loads and decisions lock before they read what they are about to change."""

from graph.stores.store import Transaction

MODEL_VERSION = "1"

# Setting a property takes the write lock until the transaction ends. The revision is read in a second statement,
# after the lock is held: in one statement the value could be read before it.
_LOCK = "MERGE (d:Database {id: $id}) SET d.model_version = $model_version RETURN d.id AS id"
_RAISE = "MATCH (d:Database {id: $id}) SET d.revision = coalesce(d.revision, 0) + 1 RETURN d.revision AS revision"


def take_turn(tx: Transaction) -> int:
    """Locks the database node within `tx` and raises its revision, which is given back.

    Two transactions that both call this run one after the other from here on, on a shared server too.
    """
    parameters = {"id": "database:this"}
    tx.run(_LOCK, {**parameters, "model_version": MODEL_VERSION})
    return int(tx.run(_RAISE, parameters).rows[0][0])
