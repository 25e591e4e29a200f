"""The reference of the model as Markdown, from the model alone."""

from collections.abc import Iterable

from graph.dates import known_by_cypher, true_at_cypher
from graph.model import KINDS, TYPES, common
from graph.model.kinds import Origin
from graph.model.properties import Property, PropertyType

_INTRODUCTION = """# The model

Generated from graph/model; do not edit. A record is a node: one thing as one source states it. A statement is a
relationship: one fact as one source states it. The three words after a property say what it becomes when a subgraph
is redacted at the levels names, persons and structure.

## Dates in queries

True at `$at` means possibly true, compared at the coarser precision. Every query with dates carries this test, here
for a statement `s`:

```cypher
{true_at}
```

Known by `$known` is this test on every record and statement:

```cypher
{known_by}
```
"""


def model_reference() -> str:
    """docs/reference/model.md: every kind, type and property with its description."""
    parts = [_INTRODUCTION.format(true_at=true_at_cypher("s"), known_by=known_by_cypher("s"))]
    parts.append("## What every record carries\n\n" + _table(common.RECORD_PROPERTIES))
    parts.append("What a source may state of any record:\n\n" + _table(common.STATED_PROPERTIES))
    parts.append("## What every statement carries\n\n" + _table(common.STATEMENT_PROPERTIES))
    parts.append("What a source may state of any link:\n\n" + _table(common.STATED_LINK_PROPERTIES))
    parts.append("## Records")
    for kind in KINDS.values():
        note = "" if kind.origin is Origin.SOURCE else f" ({kind.origin.value})"
        parts.append(f"### {kind.label}\n\n{kind.description}{note} Its ids begin `{kind.prefix}:`.")
        if kind.same_as:
            parts.append(f"May be decided the same as: {', '.join(sorted(kind.same_as))}.")
        if kind.properties:
            parts.append(_table(kind.properties))
    parts.append("## Statements")
    for each in TYPES.values():
        ends = ", ".join(f"`(:{start})-[:{each.name}]->(:{end})`" for start, end in each.ends)
        parts.append(f"### {each.name}\n\n{each.description}\n\n{ends}")
        if each.properties:
            parts.append(_table(each.properties))
    return "\n\n".join(parts) + "\n"


def _table(properties: Iterable[Property]) -> str:
    lines = ["| property | type | what it says | redacted |", "|---|---|---|---|"]
    for each in properties:
        kind = each.type.value
        if each.type is PropertyType.CODE:
            kind = f"code of family {each.family}"
        elif each.choices:
            kind = "one of " + ", ".join(each.choices)
        default = "" if each.default is None else f" Default: {str(each.default).lower()}."
        forms = f"{each.redaction.names.value}, {each.redaction.persons.value}, {each.redaction.structure.value}"
        lines.append(f"| `{each.name}` | {kind} | {each.description}{default} | {forms} |")
    return "\n".join(lines)
