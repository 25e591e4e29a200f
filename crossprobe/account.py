"""One record told as lines: its properties, its statements as sentences, and what was decided, denied or suggested."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from crossprobe.output.terminal import harmless, one_line
from graph.ids import quoted
from graph.model import record_properties
from graph.model.properties import PropertyType
from graph.sentences import Label, called
from queries.showing import Properties, Shown

_KEPT_BY_US = frozenset({"id", "canonical_id", "source_id", "locator", "said_by", "content_hash", "name_folded"})
_TITLES = {
    "property": "As the source states it",
    "statement": "What is stated of it",
    "same": "Held to be the same, by decision",
    "decision": "Decided",
    "denial": "Denied",
    "suggestion": "Suggested, and not decided",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing told of a record; `part` is a key of the titles the account prints, `id` is what the line is about."""

    part: str
    text: str
    id: str
    source_id: str | None = None
    locator: str | None = None
    said_by: str | None = None
    status: str | None = None


def lines_of(shown: Shown, label_of: Label) -> list[Line]:
    """Everything told of the record, in the order it is printed."""
    return [*_properties(shown, label_of), *_statements(shown, label_of), *_identity(shown), *_denied(shown)]


def account_text(shown: Shown, lines: list[Line]) -> str:
    """The lines as a page of text for people, harmless to a terminal."""
    record = shown.properties
    text = [f"{quoted(record['id'])}  {called(shown.label, record)}", f"  id {record['id']}"]
    text.append(f"  stated by {_where(shown, record.get('source_id'), record.get('locator'), record.get('said_by'))}")
    for part, group in groupby(lines, key=lambda line: line.part):
        text += ["", _TITLES[part]]
        for line in group:
            where = (
                f"  [{_where(shown, line.source_id, line.locator, line.said_by)}]" if line.part != "property" else ""
            )
            text.append(f"  {one_line(line.text)}{where if line.source_id else ''}")
    return harmless("\n".join(text)) + "\n"


def _where(shown: Shown, source_id: str | None, locator: str | None, said_by: str | None) -> str:
    title = shown.sources.get(source_id or "", {}).get("name")
    parts = [f"{title} ({source_id})" if title else source_id, locator, f"said by {said_by}" if said_by else None]
    return ", ".join(str(each) for each in parts if each)


def _properties(shown: Shown, label_of: Label) -> Iterator[Line]:
    record = shown.properties
    for each in record_properties(shown.label):
        value = record.get(each.name)
        if value is None or each.name in _KEPT_BY_US:
            continue
        words = label_of(value) if each.type is PropertyType.CODE else value
        name = each.name.replace("_", " ")
        yield Line("property", f"{name}: {_words(words)}", record["id"], record.get("source_id"), record.get("locator"))


def _words(value: Any) -> str:  # noqa: ANN401 - any stored value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _statements(shown: Shown, label_of: Label) -> Iterator[Line]:
    for linked in shown.statements:
        stated = linked.properties
        yield Line(
            "statement",
            shown.sentence(linked, label_of),
            stated["id"],
            stated.get("source_id"),
            stated.get("locator"),
            stated.get("said_by"),
            stated.get("status") or "stated",
        )


def _identity(shown: Shown) -> Iterator[Line]:
    for record in shown.same:
        words = f"{quoted(record['id'])} {called(shown.label, record)}"
        yield Line("same", words, record["id"], record.get("source_id"), record.get("locator"))
    words_of = {"same": "the same as", "different": "different from", "unsure": "possibly the same as"}
    for each in shown.decisions:
        by = f"by {quoted(each['id'])} of {each['by']} ({each['at'][:10]})"
        words = f"{words_of[each['judgement']]} {_other(shown, each)}, {by}: {each['reason']}"
        if each.get("withdrawn_at"):
            words += f"; withdrawn by {each['withdrawn_by']} ({each['withdrawn_at'][:10]})"
        elif each.get("state") in {"dormant", "unsatisfied"}:
            words += f"; {each['state']}"
        yield Line("decision", words, each["id"])


def _denied(shown: Shown) -> Iterator[Line]:
    for each in shown.denials:
        words = f"{each.get('of') or 'link'} with {_other(shown, each)}: {each.get('as_stated') or 'denied'}"
        yield Line("denial", words, each["id"], each.get("source_id"), each.get("locator"), each.get("said_by"))
    for each in shown.suggestions:
        why = "; ".join(each.get("reasons") or ())
        score = f" ({each['score']:.2f})" if each.get("score") is not None else ""
        words = f"perhaps the same as {_other(shown, each)}{score}: {why}"
        yield Line("suggestion", words, each["id"], each.get("source_id"), each.get("locator"), each.get("said_by"))


def _other(shown: Shown, pair: Properties) -> str:
    ends = [pair.get(name) for name in ("left_id", "right_id", "from_id", "to_id")]
    other = next((end for end in ends if end and end != shown.properties["id"]), shown.properties["id"])
    record = shown.named.get(other)
    name = record.get("name") or record.get("description") if record else "which is absent"
    return f"{quoted(str(other))} ({name})" if name else quoted(str(other))
