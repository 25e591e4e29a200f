"""The reference of the saved queries as Markdown, from their files alone."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from queries.answers import EVIDENCE
from queries.catalogue import BUILT_IN, every_query
from queries.format import Parameter, Query

_INTRODUCTION = """# Saved queries

Generated from queries/catalogue; do not edit. Ask one with `crossprobe query run ID -p NAME=VALUE`. Every answer ends
in a column `evidence`: for each row the sources and places it rests on, as `SOURCE, PLACE (status; whose word): what`.
Where two dates are offered, `--at DATE` asks what was true then, `--known DATE` what sources had stated by then.
"""


def queries_reference(folders: Sequence[Path] = (BUILT_IN,)) -> str:
    """docs/reference/queries.md: a section a query, with its parameters, columns, caveats and texts."""
    queries = every_query(folders)
    overview = _table(("query", "answers"), ((f"[{each.id}](#{each.id})", each.question) for each in queries))
    return "\n\n".join([_INTRODUCTION + "\n" + overview, *(_section(each) for each in queries)]) + "\n"


def _section(query: Query) -> str:
    parts = [f"## {query.id}", f"**{query.title}** ({query.category}, revision {query.revision})", query.question]
    if query.parameters:
        rows = ((f"`{each.name}`", _type(each), _given(each), each.description) for each in query.parameters)
        parts.append(_table(("parameter", "type", "if not given", "what it does"), rows))
    dates = [(name, meaning) for name, meaning in (("at", query.dates.at), ("known", query.dates.known)) if meaning]
    parts += [f"`--{name} DATE`: {meaning}" for name, meaning in dates]
    columns = [(f"`{each.name}`", each.type, each.description) for each in query.columns]
    evidence = (f"`{EVIDENCE}`", "texts", "What the row rests on.")
    parts.append(_table(("column", "type", "what stands in it"), [*columns, evidence]))
    parts.append(f"Out of: {query.denominator.counts}.")
    parts.append("\n".join(f"- {each}" for each in query.caveats))
    if query.example.near_miss:
        parts.append(f"Looks like a row and is none: {_uncapitalised(query.example.near_miss)}")
    parts.append(f"```cypher\n{query.cypher}\n```")
    parts.append("What is drawn, and what each row rests on:")
    parts.append(f"```cypher\n{query.graph}\n```")
    return "\n\n".join(part for part in parts if part)


def _type(parameter: Parameter) -> str:
    if parameter.kinds:
        return f"id of a record of kind {' or '.join(parameter.kinds)}"
    return " or ".join(parameter.choices) if parameter.choices else parameter.type


def _given(parameter: Parameter) -> str:
    if parameter.default is not None:
        return parameter.default
    return "nothing" if parameter.optional else f"it must be, as in `{parameter.example}`"


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |" for row in lines
    )
