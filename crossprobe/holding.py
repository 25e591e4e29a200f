"""What a reader must know of the database before any answer: whether it is empty, and which loads are unfinished."""

from dataclasses import dataclass

from crossprobe.output.terminal import say
from graph.loads.states import loads
from graph.stores.store import Store


@dataclass(frozen=True, slots=True)
class Holding:
    """`empty`: nothing was ever loaded. `unfinished`: the sources of loads that are running or were cut off."""

    empty: bool
    unfinished: tuple[str, ...]


def holding(store: Store) -> Holding:
    """Reads it from the loads, which are few."""
    found = loads(store)
    return Holding(not found, tuple(sorted({each["of_source"] for each in found if each["state"] == "running"})))


def say_holding(held: Holding, address: str) -> None:
    """Says it on standard error, --quiet or not: an answer without it would be read as complete."""
    if held.unfinished:
        say(f"Not complete: the load of {', '.join(held.unfinished)} is unfinished.")
    if held.empty:
        say(f"The database {address} is empty. Try: crossprobe demo, or: crossprobe load casebook FILE")
