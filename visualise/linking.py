"""Links of the picture: statements, and what is drawn like one but never walked: denials, refusals, suggestions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph import sentences
from graph.model import statement_properties
from graph.model.properties import Form
from graph.subgraph import Subgraph, SubgraphRecord, SubgraphStatement
from visualise.facts import recorded
from visualise.texts import plain

FROM, TO = "\ue000", "\ue001"
"""What stands in a link's sentence for its two ends; the page puts names or masks in."""

DENIAL, DIFFERENT, SUGGESTION = "DENIAL", "DIFFERENT", "SUGGESTION"
"""Types of links that are no statements: a source's denial, a person's decision, a mere suggestion."""

_DENIED = {
    "identity": f"It is denied that {FROM} and {TO} are the same",
    "membership": f"It is denied that {FROM} is a member of {TO}",
    "subject": f"It is denied that {FROM} is a subject of {TO}",
    "link": f"It is denied that {FROM} and {TO} are linked",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two items, from one record to another.

    `status` is stated, alleged, inferred, suggested or denied; `text` a sentence with FROM and TO in it, `masked` the
    same without free text of the source. Dates are ISO prefixes, empty where unknown: `since`, `until` and `current`
    say when it held, `date` when something happened, `recorded_from` and `recorded_to` when it was stated.
    `state` and `not_held` are those of the statement, which routes read; `of` is what a denial denies.
    """

    id: str
    type: str
    start: str
    end: str
    from_id: str
    to_id: str
    status: str
    text: str
    masked: str
    source: str = ""
    locator: str = ""
    said_by: str = ""
    since: str = ""
    until: str = ""
    current: bool | None = None
    date: str = ""
    recorded: str = ""
    recorded_from: str = ""
    recorded_to: str = ""
    restriction: str = ""
    state: str = ""
    not_held: bool | None = None
    of: str = ""


def links(subgraph: Subgraph, label_of: sentences.Label) -> tuple[Link, ...]:
    """Every link of the subgraph, sorted by id."""
    item = {each.id: each.canonical_id for each in subgraph.records}
    found = [_stated(each, item, label_of) for each in subgraph.statements]
    found += [_denied(each, item) for each in subgraph.denials]
    found += list(_different(subgraph, item))
    found += [_suggested(each, item) for each in subgraph.suggestions]
    return tuple(sorted(found, key=lambda each: each.id))


def _stated(each: SubgraphStatement, item: Mapping[str, str], label_of: sentences.Label) -> Link:
    row = each.properties
    text = plain(sentences.sentence(each.type, FROM, TO, row, label_of))
    masked = plain(sentences.sentence(each.type, FROM, TO, _without_free_text(each.type, row), label_of))
    return Link(
        **_ends(each.id, each.type, each.from_id, each.to_id, item),
        status=str(row.get("status") or "stated"),
        text=text,
        masked="" if masked == text else masked,
        state=str(row.get("state") or ""),
        not_held=row.get("not_held"),
        since=str(row.get("valid_from") or ""),
        until=str(row.get("valid_to") or ""),
        current=row.get("current"),
        date=str(row.get("at") or row.get("outcome_date") or ""),
        **_where(row),
    )


def _denied(each: SubgraphRecord, item: Mapping[str, str]) -> Link:
    row = each.properties
    of = str(row.get("of") or "link")
    words = _DENIED[of]
    told = plain(row.get("as_stated") or row.get("description") or "").strip()
    return Link(
        **_ends(each.id, DENIAL, str(row["from_id"]), str(row["to_id"]), item),
        status="denied",
        text=f"{words}: {told}" if told else f"{words}.",
        masked=f"{words}." if told else "",
        of=of,
        **_where(row),
    )


def _different(subgraph: Subgraph, item: Mapping[str, str]) -> Iterator[Link]:
    for each in subgraph.decisions:
        row = each.properties
        if row.get("judgement") != "different" or row.get("withdrawn_at"):
            continue
        words = f"{FROM} and {TO} were decided not to be the same"
        reason = plain(f", by {row.get('by')} ({str(row.get('at') or '')[:10]}): {row.get('reason')}")
        yield Link(
            **_ends(each.id, DIFFERENT, str(row["left_id"]), str(row["right_id"]), item),
            status="denied",
            text=words + reason,
            masked=f"{words}.",
            of="identity",
        )


def _suggested(each: SubgraphRecord, item: Mapping[str, str]) -> Link:
    row = each.properties
    words = f"{FROM} and {TO} are perhaps the same; nobody has decided"
    score = row.get("score")
    by = f" (score {score:.2f})" if isinstance(score, int | float) else ""
    why = plain("; ".join(map(str, row.get("reasons") or ())))
    return Link(
        **_ends(each.id, SUGGESTION, str(row["left_id"]), str(row["right_id"]), item),
        status="suggested",
        text=f"{words}{by}: {why}" if why else f"{words}{by}.",
        masked=f"{words}{by}." if why else "",
        **_where(row),
    )


def _ends(identifier: str, name: str, start: str, end: str, item: Mapping[str, str]) -> dict[str, Any]:
    return {"id": identifier, "type": name, "start": item[start], "end": item[end], "from_id": start, "to_id": end}


def _where(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "source": str(row.get("source_id") or ""),
        "locator": plain(row.get("locator") or ""),
        "said_by": plain(row.get("said_by") or ""),
        "recorded": recorded(row),
        "recorded_from": str(row.get("recorded_from") or ""),
        "recorded_to": str(row.get("recorded_to") or row.get("recorded_from") or ""),
        "restriction": str(row.get("restriction") or ""),
    }


def _without_free_text(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    free = {each.name for each in statement_properties(name) if each.redaction.names is Form.DROPPED}
    return {key: value for key, value in row.items() if key not in free}
