"""What every file says of itself, inside or beside its facts: what was selected, when, how much, and what to mind."""

from collections.abc import Mapping
from typing import Any

from graph.subgraph import Subgraph

About = Mapping[str, str | int | list[str]]
"""Plain names and values, in the order in which they are shown; what is absent is left out."""

VERSION = 1
"""Version of the files' form; our own loader refuses one it does not know."""

GROUPS = ("records", "statements", "denials", "decisions", "suggestions", "sources", "loads")


def about(subgraph: Subgraph, *, digest: str) -> About:
    """What a file of the subgraph says of itself. `digest` is the subgraph's, worked out once by the caller."""
    header = subgraph.header
    told: dict[str, Any] = {
        "made_by": "crossprobe",
        "version": VERSION,
        "title": header.title,
        "selection": header.selection,
        "taken_at": header.taken_at,
        "at": header.at,
        "known": header.known,
        "marking": header.marking,
        "redaction": header.redaction,
        "about": list(header.about),
        "notes": list(header.notes),
        "unfinished": list(header.unfinished),
        "access_log": header.access_log,
        **{name: len(getattr(subgraph, name)) for name in GROUPS},
        "digest": digest,
    }
    return {name: value for name, value in told.items() if value not in (None, [], "")}


def about_text(told: About) -> str:
    """The same as lines of text, one `name: value` a line."""
    lines = []
    for name, value in told.items():
        lines += [f"{name}: {each}" for each in (value if isinstance(value, list) else [value])]
    return "\n".join(" ".join(line.splitlines()) for line in lines) + "\n"
