"""Erasing records with everything that names them: statements, messages, decisions, suggestions and denials."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.erasing.tombstones import remember
from graph.errors import UsageError
from graph.identity.components import component_around, refresh
from graph.ids import prefix_of
from graph.loads.states import refuse_beside_another
from graph.loads.writing import remove_what_nothing_touches
from graph.model import KINDS, LABEL_OF_PREFIX
from graph.model.kinds import Origin
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction

_ENDS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})-[r]-(other)\nRETURN DISTINCT other.id AS id"
_LINKS = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})-[r]-()\nRETURN count(DISTINCT r.id) AS number"
_REMOVE = "UNWIND $ids AS id\nMATCH (n:{label} {{id: id}})\nDETACH DELETE n\nRETURN count(*) AS number"
_NAMING = "MATCH (n:{label})\nWHERE n.{end} IN $ids\nRETURN n.id AS id"
_FORGET = "MATCH ()-[r:MEMBER_OF]->()\nWHERE r.{name} IN $ids\nSET r.{name} = null\nRETURN count(*) AS number"

_NAMED_BY = {
    "Message": ("account_id", "group_id"),
    "Decision": ("left_id", "right_id"),
    "Suggestion": ("left_id", "right_id"),
    "Denial": ("from_id", "to_id"),
}


@dataclass(frozen=True, slots=True)
class Erased:
    """How many went: records, statements, and messages, decisions, suggestions and denials that named them."""

    records: int
    statements: int
    naming: int


def erase(store: Store, record_ids: Sequence[str], *, now: str) -> Erased:
    """Erases the records in one transaction and leaves a tombstone of each. `now` is UTC, as ISO 8601.

    The files of the embedded engine hold what was deleted until `Store.compact`. Raises UsageError for a record that
    no source states: a shared node, a source, a load, a decision.
    """
    labels = {each: LABEL_OF_PREFIX.get(prefix_of(each), "") for each in record_ids}
    for each, label in labels.items():
        if not label or KINDS[label].origin is not Origin.SOURCE:
            raise UsageError(f"{each} is not what a source states of somebody.", do="Take a source out: load remove.")
    with store.transaction() as tx:
        take_turn(tx)
        refuse_beside_another(tx, now)
        ids = sorted(labels)
        around = component_around(tx, ids).members - set(ids)
        ends, statements = _touching(tx, labels)
        naming = sum(_remove(tx, label, _naming(tx, label, ids)) for label in _NAMED_BY)
        for name in ("began_by", "ended_by"):
            tx.run(_FORGET.format(name=name), {"ids": ids})
        records = sum(_remove(tx, label, _of(label, labels)) for label in sorted(set(labels.values())))
        remove_what_nothing_touches(tx, ends - set(ids))
        remember(tx, ids)
        refresh(tx, around)
    return Erased(records, statements, naming)


def _touching(tx: Transaction, labels: dict[str, str]) -> tuple[set[str], int]:
    ends: set[str] = set()
    statements = 0
    for label in set(labels.values()):
        ids = {"ids": _of(label, labels)}
        ends |= {str(each) for (each,) in tx.run(_ENDS.format(label=label), ids).rows}
        statements += int(tx.run(_LINKS.format(label=label), ids).rows[0][0])
    return ends, statements


def _naming(tx: Transaction, label: str, ids: list[str]) -> list[str]:
    found: set[str] = set()
    for end in _NAMED_BY[label]:
        found |= {str(each) for (each,) in tx.run(_NAMING.format(label=label, end=end), {"ids": ids}).rows}
    return sorted(found)


def _remove(tx: Transaction, label: str, ids: Iterable[str]) -> int:
    wanted = list(ids)
    return int(tx.run(_REMOVE.format(label=label), {"ids": wanted}).rows[0][0]) if wanted else 0


def _of(label: str, labels: dict[str, str]) -> list[str]:
    return sorted(each for each, own in labels.items() if own == label)
