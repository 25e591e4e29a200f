"""A load in batches: it stands in the database as running, and each batch renews its lease or writes nothing."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph import ids
from graph.errors import LoadError
from graph.loads.account import Account
from graph.loads.states import finished_loads, refuse_beside_another
from graph.model.writes import upsert_records
from graph.stores.locking import take_turn
from graph.stores.store import Store, Transaction

SECONDS = 120
"""How long a lease keeps others out after the last batch; a batch takes a second or two."""

_RUNNING = "MATCH (l:Load {of_source: $source}) WHERE l.state = 'running' RETURN properties(l) AS load"
_EXPIRE = "MATCH (l:Load {id: $id}) SET l.lease_until = $now"
_EXPIRE_ALL = "MATCH (l:Load) WHERE l.state = 'running' SET l.lease_until = $now"
_RENEW = (
    "MATCH (l:Load {id: $id}) WHERE l.state = 'running' AND l.holder = $holder\n"
    "SET l.lease_until = $until RETURN count(*) AS renewed"
)
_FORGET = "MATCH (l:Load {id: $id}) DELETE l"

Clock = Callable[[], str]
"""Gives the time: UTC, ISO 8601, texts of one length."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to load one source in batches, held by one process.

    Invariant: between its first batch and its end the load stands in the database as `running`; nobody else loads,
    removes or writes a batch until it is finished or has lapsed.
    """

    row: Mapping[str, Any]
    clock: Clock

    def renew(self, tx: Transaction) -> None:
        """Renews the lease within the transaction of a batch. Raises LoadError where somebody else has taken over."""
        parameters = {"id": self.row["id"], "holder": self.row["holder"], "until": later(self.clock(), SECONDS)}
        if tx.run(_RENEW, parameters).rows != [(1,)]:
            raise LoadError(
                f"The load of {self.row['of_source']} has lost its lease: it stood still for too long.",
                do="Run the same load again: it goes on where this one ended.",
            )

    def lapse(self, tx: Transaction) -> None:
        """Ends the lease and leaves the load unfinished: others may load, and whoever asks is told of it."""
        self.renew(tx)
        tx.run(_EXPIRE, {"id": self.row["id"], "now": self.clock()})

    def give_up(self, tx: Transaction) -> None:
        """Takes the load away, where others stand for it. Raises LoadError where somebody else has taken over."""
        self.renew(tx)
        tx.run(_FORGET, {"id": self.row["id"]})

    def finish(self, tx: Transaction, account: Account) -> None:
        """Marks the load as complete, within the transaction of its last batch."""
        self.renew(tx)
        kept = {name: value for name, value in self.row.items() if name not in ("lease_until", "holder")}
        tx.run_rows(upsert_records("Load"), [{**kept, "state": "finished", "finished": self.clock(), **account.row()}])


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a source before it is loaded: its finished loads, oldest first, and the one that was cut off,
    if one was."""

    finished: tuple[Mapping[str, Any], ...]
    cut_off: Mapping[str, Any] | None

    @property
    def digest(self) -> str | None:
        """The digest of the input the source was last completely loaded from, or None where it never was."""
        return self.finished[-1].get("digest") if self.finished else None

    @property
    def nothing_stored(self) -> bool:
        """Whether nothing can be stored of the source."""
        return not self.finished and self.cut_off is None

    @property
    def stored(self) -> int | None:
        """How many records and statements the last load left stored; None where it was cut off."""
        if self.cut_off is not None or not self.finished:
            return None
        return sum(int(self.finished[-1].get(name, 0)) for name in ("new", "changed", "moved", "unchanged"))


def standing(store: Store, source_id: str, now: str) -> Standing:
    """Looks what stands. Raises LoadError while another load's lease runs.

    On an embedded database nobody else can be writing while we have it open: leases there are of processes that died.
    """
    with store.transaction() as tx:
        if store.engine.name == "embedded":
            tx.run(_EXPIRE_ALL, {"now": now})
        running = tx.run(_RUNNING, {"source": source_id}).rows
        refuse_beside_another(tx, now)
        return Standing(finished_loads(tx, source_id), running[0][0] if running else None)


def begin(store: Store, source_id: str, before: Standing, *, digest: str, loader: str, clock: Clock) -> Lease:
    """Takes the lease: a new load, or the one that was cut off while it loaded the same input.

    Raises LoadError while another load's lease runs, and where the source was loaded or removed since `before`: what
    was compared then is not what stands now.
    """
    now = clock()
    with store.transaction() as tx:
        take_turn(tx)
        refuse_beside_another(tx, now)
        if [row["id"] for row in finished_loads(tx, source_id)] != [row["id"] for row in before.finished]:
            raise LoadError(
                f"{source_id} was loaded or removed by somebody else while this was compared with what was stored.",
                do="Nothing was stored. Run the same load again.",
            )
        running = [row for (row,) in tx.run(_RUNNING, {"source": source_id}).rows]
        same = [row for row in running if row.get("digest") == digest]
        for row in running:
            if row not in same:
                tx.run(_FORGET, {"id": row["id"]})
        started = same[0]["started"] if same else now
        row = {
            "id": same[0]["id"] if same else f"load:{ids.digest((source_id, digest, now))}",
            "of_source": source_id,
            "loader": loader,
            "state": "running",
            "digest": digest,
            "started": started,
            "lease_until": later(now, SECONDS),
            "holder": ids.digest((source_id, digest, now, str(id(clock)))),
        }
        tx.run_rows(upsert_records("Load"), [row])
    return Lease(row, clock)


def later(now: str, seconds: float) -> str:
    """The time so many seconds later, in the same form."""
    moment = datetime.datetime.fromisoformat(now.replace("Z", "+00:00")) + datetime.timedelta(seconds=seconds)
    length = "milliseconds" if "." in now else "seconds"
    return moment.isoformat(timespec=length).replace("+00:00", "Z")
