"""Loading a chat export: read, folded, mapped, and stored in batches, with the lines that were rejected."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Literal

from graph import ids
from graph.columns.facts import ColumnFacts
from graph.columns.from_facts import as_columns
from graph.columns.parts import Parts
from graph.errors import LoadError, UsageError
from graph.loads.account import Account, LoadResult
from graph.loads.batched_loading import load_columns
from graph.loads.leases import Clock
from graph.loads.loading import load_facts
from graph.stores.store import Store
from loaders.chats.comparing import Export, compare
from loaders.chats.date_orders import Order
from loaders.chats.entries import Entry, Message, Reject
from loaders.chats.exhibits import Exhibit
from loaders.chats.group import fold
from loaders.chats.keeping import Terms, kept_messages
from loaders.chats.mapping import MappedChat, map_chat
from loaders.chats.messages import message_rows
from loaders.chats.parsing import ParsedChat, parse_chat
from loaders.chats.same_group import differences, group_id, reasons, same_group

Kept = Literal["none", "terms", "full"]
"""Which messages are stored: none but their counts, those that hold a term, or all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How an export is to be loaded. Above `reject_limit` lines that cannot be read nothing is stored."""

    messages: Kept = "none"
    terms: Terms | None = None
    date_order: Order | None = None
    reject_limit: int | None = None
    replace: bool = False

    def checked(self) -> "Asked":
        """Itself. Raises UsageError where `messages` and `terms` do not go together."""
        if (self.messages == "terms") != (self.terms is not None):
            raise UsageError(
                "Terms and messages do not go together.", do="Give --terms FILE with --messages terms, and only then."
            )
        return self


@dataclass(frozen=True, slots=True)
class RejectedLine:
    """A line that could not be read: where it stands, what of it, and why."""

    file: str
    row: int
    field: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChatLoad:
    """What became of an export: the load's result, whose account counts the rejected lines, those lines, and the export
    as it was read, for comparing it."""

    result: LoadResult
    rejected: tuple[RejectedLine, ...]
    export: Export


def load_chat(store: Store, path: Path, exhibit: Exhibit, asked: Asked, *, clock: Clock) -> ChatLoad:
    """Loads one export. The same again changes nothing, or finishes what was cut off.

    Raises what Exhibit.checked, Asked.checked, parse_chat and load_columns raise; LoadError where the date order is
    ambiguous, a line tells no year, or too many lines cannot be read.
    """
    exhibit, asked = exhibit.checked(), asked.checked()
    chat = parse_chat(path, date_order=asked.date_order)
    _refuse_ambiguous_dates(chat, path)
    rejected: list[RejectedLine] = []
    group = fold(chat, _without_rejects(chat.entries(), path, rejected))
    if asked.reject_limit is not None and len(rejected) > asked.reject_limit:
        first = rejected[0]
        raise LoadError(
            f"{path.name}: {len(rejected)} lines cannot be read, the first in line {first.row}: {first.reason}.",
            do=f"Nothing was stored. Look at them with --dry-run, or raise --reject-limit above {asked.reject_limit}.",
        )
    mapped = map_chat(exhibit, chat.file, group, today=clock()[:10])
    loaded = load_columns(
        store,
        _with_messages(chat, mapped, asked),
        digest=chat.file.digest,
        loader="chat",
        clock=clock,
        beside=Account(rejected=len(rejected)),
        replace=asked.replace,
    )
    return ChatLoad(loaded.result, tuple(rejected), Export(chat, group, exhibit.time_zone))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two exports that look like one group: the load of the suggestion, its reasons in sentences, the ids of the two
    groups, and every message that one of the exports lacks, as plain values."""

    result: LoadResult
    reasons: tuple[str, ...]
    groups: tuple[str, str]
    differences: tuple[Mapping[str, str | int | bool], ...]


def load_chats(
    store: Store, exhibits: Mapping[Path, Exhibit], asked: Asked, *, clock: Clock
) -> tuple[list[ChatLoad], list[Compared]]:
    """Loads each export, in their order and each a load of its own, and compares every two of them."""
    loads = [load_chat(store, path, each, asked, clock=clock) for path, each in exhibits.items()]
    return loads, load_comparisons(store, list(zip(exhibits.values(), loads, strict=True)), now=clock())


def load_comparisons(store: Store, loads: Sequence[tuple[Exhibit, ChatLoad]], *, now: str) -> list[Compared]:
    """Compares every two of the exports just loaded, and stores a suggestion for each two that look like one group.

    Raises what load_facts raises; comparing the same two again changes nothing.
    """
    results = []
    for (first, one), (second, other) in combinations(loads, 2):
        comparison = compare(one.export, other.export)
        facts = same_group(comparison, first, second, today=now[:10])
        if facts is not None:
            digest = ids.digest((one.export.chat.file.digest, other.export.chat.file.digest))
            result = load_facts(store, facts, digest=digest, loader="chat", now=now, replace=True)
            groups = (group_id(first), group_id(second))
            told = (reasons(comparison, first, second), groups, differences(comparison, first, second))
            results.append(Compared(result, *told))
    return results


def _with_messages(chat: ParsedChat, mapped: MappedChat, asked: Asked) -> ColumnFacts:
    facts = as_columns(mapped.facts)
    if asked.messages == "none":
        return facts
    messages = message_rows(kept_messages(chat.entries(), asked.terms), mapped, chat.file.media)
    return replace(facts, records={**facts.records, "Message": Parts.of("id", messages)})


def _refuse_ambiguous_dates(chat: ParsedChat, path: Path) -> None:
    if chat.date_order == "ambiguous":
        raise LoadError(
            f"{path.name}: nothing in it says whether 02/03 is the second of March or the third of February.",
            do="Nothing was stored. Say which: --date-order dmy, or --date-order mdy.",
        )


def _without_rejects(entries: Iterable[Entry], path: Path, rejected: list[RejectedLine]) -> Iterator[Entry]:
    for each in entries:
        if isinstance(each, Reject):
            rejected.append(RejectedLine(path.name, each.line, "line", each.text, each.reason))
        else:
            if isinstance(each, Message) and not each.at:
                raise LoadError(
                    f"{path.name}, line {each.line}: the date has no year.",
                    do="Nothing was stored. Exports of this age write no year; export the chat again.",
                )
            yield each
