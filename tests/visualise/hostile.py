"""Texts that try to run, to break out or to mislead, in every field that the model has, of every kind and type."""

from typing import Any

from graph import ids
from graph.model import KINDS, TYPES, record_properties, statement_properties
from graph.model.kinds import Origin
from graph.model.properties import Property, PropertyType
from graph.subgraph import Header, Subgraph, SubgraphRecord, SubgraphStatement

HOSTILE = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "<svg onload=window.ran=1>",
    '"><svg/onload=window.ran=1>',
    "' onfocus='window.ran=1' autofocus='",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<a href='javascript:window.ran=1'>href</a>",
    "javascript:window.ran=1",
    "{{ constructor.constructor('window.ran=1')() }}",
    "${window.ran=1}",
    "<!--<script>",
    "]]><script>window.ran=1</script>",
    "\\u003cscript>window.ran=1\\u003c/script>",
    '=HYPERLINK("http://example.invalid","x")',
    "__proto__",
    "constructor",
    "\u202etxt.exe\u2066 a\u0000b\u0085\u2028\u2029",
    "https://example.invalid/<b>x</b>",
    "A" * 3000 + "<b onmouseover=window.ran=1>",
)

_FIXED = frozenset(
    {"id", "canonical_id", "left_id", "right_id", "from_id", "to_id", "of", "judgement", "basis", "state"}
)
"""What a store gives or checks itself: the page may rely on it."""


def in_every_field(text: str, number: int) -> Subgraph:
    """One record of every kind and one statement of every type, each of whose fields holds the text: names, codes and
    dates too, for the page trusts no loader. Figures stay figures, and a choice one of its words: no store takes others
    (graph.rows)."""
    drawn = [each for each in KINDS.values() if each.origin is not Origin.BOOK and each.label not in _APART]
    records = [_record(each.label, text, f"{number}") for each in drawn]
    first = records[0].id
    statements = [
        SubgraphStatement(
            name,
            first,
            records[place % len(records)].id,
            _row(statement_properties(name), text) | {"id": f"{name}-{number}"},
        )
        for place, name in enumerate(TYPES)
        if name != "SAME_AS"
    ]
    ends = sorted((first, records[1].id))
    denial = {**_row(record_properties("Denial"), text), "from_id": ends[0], "to_id": ends[1], "of": "link"}
    suggestion = {**_row(record_properties("Suggestion"), text), "left_id": ends[0], "right_id": ends[1], "score": 0.5}
    decision = {**_row(record_properties("Decision"), text), "left_id": ends[0], "right_id": ends[1]}
    decision |= {"judgement": "unsure", "basis": "rule", "state": "none", "withdrawn_at": None}
    return Subgraph(
        tuple(sorted(records, key=lambda each: each.id)),
        tuple(sorted(statements, key=lambda each: each.id)),
        (SubgraphRecord("Denial", {**denial, "id": f"denial:{number}"}),),
        (SubgraphRecord("Decision", {**decision, "id": f"decision:{number}"}),),
        (SubgraphRecord("Suggestion", {**suggestion, "id": f"suggestion:{number}"}),),
        (SubgraphRecord("Source", {**_row(record_properties("Source"), text), "id": f"source:{text}"}),),
        (SubgraphRecord("Load", {**_row(record_properties("Load"), text), "id": f"load:{text}", "state": "running"}),),
        Header(text, text, "2026-01-02T00:00:00Z", text, text, text, (first,), None, (text,), (text,), text),
    )


_APART = frozenset({"Denial", "Suggestion", "Decision", "Load"})


def _record(label: str, text: str, key: str) -> SubgraphRecord:
    identifier = ids.record_id(KINDS[label].prefix, "hostile", [key])
    return SubgraphRecord(label, {**_row(record_properties(label), text), "id": identifier, "canonical_id": identifier})


def _row(properties: tuple[Property, ...], text: str) -> dict[str, Any]:
    return {each.name: _value(each, text) for each in properties if each.name not in _FIXED}


def _value(each: Property, text: str) -> Any:  # noqa: ANN401 - whatever the type holds
    match each.type:
        case PropertyType.CHOICE:
            return each.choices[0]
        case PropertyType.INTEGER | PropertyType.NUMBER:
            return 7
        case PropertyType.BOOLEAN:
            return False
        case PropertyType.TEXTS:
            return [text]
    return text
