"""What a comparison of two exports leaves in the graph: a suggestion, and the numbers of the messages that are missing.

The comparison is a source of its own, which cites both exports: neither export says that the other is of one group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from graph import ids
from graph.model import KINDS
from graph.records import Facts, Record, Recorded, Statement, Value
from loaders.chats.comparing import Comparison, Missing
from loaders.chats.exhibits import Exhibit

_NUMBERS_NAMED = 200


def same_group(comparison: Comparison, first: Exhibit, second: Exhibit, *, today: str) -> Facts | None:
    """The facts of a comparison, or None where the two do not look like one group. `today` is an ISO date.

    Nothing is merged: the suggestion names both groups, and a person decides.
    """
    if not comparison.one_group:
        return None
    source_id = f"comparison-{first.source_id}-{second.source_id}"
    recorded = Recorded(today, today, "loaded")
    source = _source(source_id, first, second, recorded)
    left, right = sorted(group_id(each) for each in (first, second))
    stated: dict[str, Value] = {
        "left_id": left,
        "right_id": right,
        "reasons": reasons(comparison, first, second),
        "model": "comparison of chat exports",
    }
    identifier = ids.record_id(KINDS["Suggestion"].prefix, source_id, (left, right))
    suggestion = Record("Suggestion", identifier, source_id, "comparison", recorded, stated)
    cited = tuple(_cited(each, recorded) for each in (first, second))
    cites = tuple(
        Statement(
            "CITES",
            ids.statement_id("CITES", source_id, source.id, each.id),
            source.id,
            each.id,
            source_id,
            "comparison",
            recorded,
        )
        for each in cited
    )
    return Facts(source, (suggestion,), cites, cited)


def group_id(exhibit: Exhibit) -> str:
    """The id of the group that an export is of."""
    return ids.record_id(KINDS["ChatGroup"].prefix, exhibit.source_id, ("group",))


def differences(comparison: Comparison, first: Exhibit, second: Exhibit) -> tuple[Mapping[str, str | int | bool], ...]:
    """Every message that one export holds and the other lacks: which ones, and where it stands. No word of it."""
    sides = ((first, second, comparison.missing[0]), (second, first, comparison.missing[1]))
    return tuple(
        {"missing_in": lacks.reference, "held_by": holds.reference, **asdict(each)}
        for holds, lacks, missing in sides
        for each in missing
    )


def reasons(comparison: Comparison, first: Exhibit, second: Exhibit) -> tuple[str, ...]:
    """Why the two look like one group, and what each lacks, in sentences."""
    found = []
    if comparison.titles:
        found.append(f"Both were called {', '.join(comparison.titles)}.")
    if comparison.people:
        shared = f"{len(comparison.people)} accounts are in both"
        found.append(f"{shared}, of {comparison.accounts[0]} and {comparison.accounts[1]}.")
    span = f"from {comparison.begins} to {comparison.ends}"
    held = f"of {comparison.messages[0]} and {comparison.messages[1]}"
    found.append(f"Identical messages {span}: {comparison.identical}, {held}.")
    for holds, lacks, missing in ((first, second, comparison.missing[0]), (second, first, comparison.missing[1])):
        if missing:
            found.append(_lacking(holds, lacks, missing))
    return tuple(found)


def _lacking(holds: Exhibit, lacks: Exhibit, missing: Sequence[Missing]) -> str:
    numbers = ", ".join(str(each.number) for each in missing[:_NUMBERS_NAMED])
    more = f" and {len(missing) - _NUMBERS_NAMED} more" if len(missing) > _NUMBERS_NAMED else ""
    deleted = sum(each.deleted_there for each in missing)
    told = f" Of {deleted} it says that something was deleted in that minute." if deleted else ""
    return (
        f"{lacks.reference} lacks {len(missing)} of the messages that {holds.reference} holds: {numbers}{more}.{told}"
    )


def _source(source_id: str, first: Exhibit, second: Exhibit, recorded: Recorded) -> Record:
    name = f"Comparison of the chat exports {first.reference} and {second.reference}"
    return Record("Source", f"source:{source_id}", source_id, "", recorded, {"name": name, "source_kind": "other"})


def _cited(exhibit: Exhibit, recorded: Recorded) -> Record:
    name = f"Chat export {exhibit.reference}"
    return Record("Source", f"source:{exhibit.source_id}", exhibit.source_id, "", recorded, {"name": name})
